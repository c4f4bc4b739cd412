package io.kinrow.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.runtime.internal.query.Place;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.WithNull;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

  @Property(tries = 300)
  void token_isReadBack(
      @ForAll long order, @ForAll boolean behind, @ForAll List<@WithNull(0.2) String> values) {
    List<String> encodable =
        values.stream()
            .map(text -> text == null ? null : text.replaceAll("[\\ud800-\\udfff]", "?"))
            .toList();
    Cursor cursor = new Cursor(new Place(order, behind, encodable));

    assertThat(cursor.token()).matches("[A-Za-z0-9_-]*");
    assertThat(Cursor.of(cursor.token())).isEqualTo(cursor).hasSameHashCodeAs(cursor);
    assertThat(Place.of(cursor.token())).isEqualTo(new Place(order, behind, encodable));
  }

  @Property(tries = 300)
  void tokenWithOneOtherCharacter_orCutShort_isRefused(
      @ForAll long order,
      @ForAll @Size(max = 3) List<@WithNull(0.2) @AlphaChars String> values,
      @ForAll @IntRange(max = 10_000) int at,
      @ForAll @CharRange(from = 'a', to = 'z') char other) {
    String token = new Place(order, true, values).token();
    int place = at % token.length();
    String tampered = token.substring(0, place) + other + token.substring(place + 1);

    assertRefused(token.substring(0, place));
    assertRefused(token + other);
    if (!tampered.equals(token)) {
      assertRefused(tampered);
    }
  }

  private static void assertRefused(String token) {
    assertThatThrownBy(() -> Cursor.of(token))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not a cursor: pass the token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "!", "AAAA", "AAAABQ", "AAAAf2E", "x y"})
  void anyOtherText_isRefused(String text) {
    assertThatThrownBy(() -> Cursor.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("'" + text + "' is not a cursor");
  }
}
