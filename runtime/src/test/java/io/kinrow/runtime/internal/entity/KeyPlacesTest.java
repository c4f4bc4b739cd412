package io.kinrow.runtime.internal.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class KeyPlacesTest {

  private static final Class<?>[] WHOLE = {Long.class};
  private static final Class<?>[] TEXT = {String.class};

  private static KeyPlaces places(Object... keys) {
    KeyPlaces places =
        KeyPlaces.of(keys.length, keys.length > 0 && keys[0] instanceof Long ? WHOLE : TEXT);
    for (Object key : keys) {
      places.add(key);
    }
    return places;
  }

  @Property(tries = 300)
  void wholeKeys_haveThePlacesOfAnyOtherKeys(@ForAll List<Long> keys, @ForAll List<Long> others) {
    KeyPlaces whole = KeyPlaces.of(keys.size(), WHOLE, new Class<?>[] {Integer.class});
    KeyPlaces any = KeyPlaces.of(keys.size(), TEXT);
    assertThat(whole).isInstanceOf(WholeKeyPlaces.class);
    assertThat(any).isInstanceOf(AnyKeyPlaces.class);
    List<Long> twice = new ArrayList<>(keys.subList(0, keys.size() / 2));
    twice.addAll(keys);
    for (Long key : twice) {
      assertThat(whole.add(key)).isEqualTo(any.add(key));
    }
    assertThat(whole.keys())
        .isEqualTo(any.keys())
        .isEqualTo(List.copyOf(new LinkedHashSet<>(keys)));
    for (Long other : others) {
      assertThat(whole.find(other)).isEqualTo(any.find(other));
      assertThat(whole.find(other.longValue())).isEqualTo(whole.find(other));
    }
  }

  @Test
  void keysThatHashAlike_haveTheirOwnPlaces() {
    KeyPlaces places = places(0L, 1L << 32, 2L << 32, Long.MIN_VALUE, Long.MAX_VALUE, -1L);
    assertThat(places.find(2L << 32)).isEqualTo(2);
    assertThat(places.find(Long.MIN_VALUE)).isEqualTo(3);
    assertThat(places.find(-1L)).isEqualTo(5);
    assertThat(places.find(3L << 32)).isEqualTo(-1);
  }

  @Test
  void keyThatNobodyAskedFor_isTheOneThatLooksLikeIt() {
    KeyPlaces places = places("Susan", "John");
    assertThat(places.find("susan ")).isZero();
    assertThat(places.find("JOHN")).isEqualTo(1);
    assertThat(places.find("Emma")).isEqualTo(-1);
  }

  @Test
  void keyThatSeveralLookLike_isSharedByThoseThatFoundNothing() {
    KeyPlaces places = places("Susan", "SUSAN", "John", "sUSAN");
    Object[] found = new Object[places.room()];
    found[1] = "her own";
    found[places.find("susan")] = "shared";
    places.share(found);
    assertThat(List.of(found[0], found[1], found[3]))
        .containsExactly("shared", "her own", "shared");
    assertThat(found[2]).isNull();
  }

  @Test
  void keyWithoutRow_isDoubtful_whenOneThatLooksLikeItHasOne() {
    KeyPlaces places = places("Susan", "SUSAN", "John");
    Object[] found = new Object[places.room()];
    assertThat(places.doubtful(found)).isEmpty();
    found[0] = "row";
    assertThat(places.doubtful(found)).containsExactly("SUSAN");
  }
}
