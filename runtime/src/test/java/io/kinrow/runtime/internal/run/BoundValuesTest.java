package io.kinrow.runtime.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.runtime.StatementListener.Executed;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How bound values print. */
class BoundValuesTest {

  @Test
  void values_printAsTheyAre() {
    Executed statement = new Executed("select", Arrays.asList("susan", 1L, null), 7);

    assertThat(statement.binds())
        .containsExactly("susan", 1L, null)
        .hasToString("[susan, 1, null]");
    assertThat(statement.bindTexts()).containsExactly("susan", "1", "null");
    assertThat(statement).isEqualTo(new Executed("select", Arrays.asList("susan", 1L, null), 7));
  }

  @Test
  void arrays_printTheirFirstElements() {
    assertThat(BoundValues.text(new int[] {})).isEqualTo("[]");
    assertThat(BoundValues.text(IntStream.rangeClosed(1, 10).toArray()))
        .isEqualTo("[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]");
    assertThat(BoundValues.text(IntStream.rangeClosed(1, 1000).toArray()))
        .isEqualTo("[1, 2, 3, … 997 more]");
    assertThat(BoundValues.text(new Object[] {"a", null, new byte[] {1}, new int[] {2}}))
        .isEqualTo("[a, null, 0x01, [2]]");
  }

  @Test
  void bytes_printInHexadecimal() {
    assertThat(BoundValues.text(new byte[] {0, -1})).isEqualTo("0x00ff");
    assertThat(BoundValues.text(new byte[100]))
        .isEqualTo("0x" + "00".repeat(40) + "… 60 more bytes");
  }

  @Test
  void longTexts_areCut_betweenCharacters() {
    assertThat(BoundValues.text("x".repeat(200))).hasSize(200);
    assertThat(BoundValues.text("😀".repeat(300)))
        .isEqualTo("😀".repeat(100) + "… 200 more characters");
  }

  @Test
  void hashCodes_areNotPrinted() {
    assertThat(BoundValues.text(new Object())).isEqualTo("an object of Object");
  }
}
