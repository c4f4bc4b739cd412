package io.kinrow.diagram.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextWidthTest {

  @Test
  void wideLettersTakeTwoCells_andCombiningOnesNone() {
    assertThat(TextWidth.cells("abc")).isEqualTo(3);
    assertThat(TextWidth.cells("日本")).isEqualTo(4);
    assertThat(TextWidth.cells("🦆")).isEqualTo(2);
    assertThat(TextWidth.cells("e\u0301")).isEqualTo(1);
    assertThat(TextWidth.cells("\u202Eabc")).isEqualTo(3);
    assertThat(TextWidth.cells("מפתח")).isEqualTo(4);
    assertThat(TextWidth.cells("—→…")).isEqualTo(3);
  }

  @Test
  void longText_isShortenedBetweenLetters() {
    assertThat(TextWidth.shortened("abcdef", 6)).isEqualTo("abcdef");
    assertThat(TextWidth.shortened("abcdefg", 6)).isEqualTo("abcde…");
    assertThat(TextWidth.shortened("🦆🦆🦆🦆", 6)).isEqualTo("🦆🦆…");
  }
}
