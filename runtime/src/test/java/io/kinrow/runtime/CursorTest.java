package io.kinrow.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.WithNull;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

  @Property(tries = 300)
  void token_isReadBack(@ForAll List<@WithNull(0.2) String> values) {
    List<String> encodable =
        values.stream()
            .map(text -> text == null ? null : text.replaceAll("[\\ud800-\\udfff]", "?"))
            .toList();
    Cursor cursor = Cursor.at(encodable);

    assertThat(cursor.token()).matches("[A-Za-z0-9_-]*");
    assertThat(Cursor.of(cursor.token())).isEqualTo(cursor).hasSameHashCodeAs(cursor);
    assertThat(Cursor.of(cursor.token()).values()).isEqualTo(encodable);
  }

  @ParameterizedTest
  @ValueSource(strings = {"!", "AAAA", "AAAABQ", "AAAAf2E", "x y"})
  void anyOtherText_isRefused(String text) {
    assertThatThrownBy(() -> Cursor.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("'" + text + "' is not a cursor");
  }
}
