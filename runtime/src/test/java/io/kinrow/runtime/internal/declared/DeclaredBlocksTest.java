package io.kinrow.runtime.internal.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.runtime.internal.declared.DeclaredBlocks.Block;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeclaredBlocksTest {

  private static final String TEXT = "select 1 and a = ? and b between ? and ? or a is ?";

  private static final DeclaredBlocks SEARCH =
      new DeclaredBlocks(
          "SQLITE",
          "Words.search",
          TEXT,
          false,
          List.of("1"),
          List.of("a", "from", "until"),
          new Block(8, 18, 0),
          new Block(18, 40, 1, 2),
          new Block(40, TEXT.length(), 0));

  private static DeclaredSql given(
      @Nullable Integer a, @Nullable Integer from, @Nullable Integer until) {
    return SEARCH.given(
        Optional.ofNullable(a), Optional.ofNullable(from), Optional.ofNullable(until));
  }

  @Test
  void eachBlockIsThere_ifItsParametersAreGiven() {
    assertThat(given(null, null, null)).hasToString("/* Words.search */ select 1");
    assertThat(given(1, null, null)).hasToString("/* Words.search */ select 1 and a = ? or a is ?");
    assertThat(given(null, 1, 2)).hasToString("/* Words.search */ select 1 and b between ? and ?");
    assertThat(given(1, 1, 2)).hasToString("/* Words.search */ " + TEXT);

    DeclaredSql some = given(1, null, null);
    assertThat(List.of(some.has(0), some.has(1), some.has(2))).containsExactly(true, false, true);
  }

  @Test
  void eachCombinationIsPutTogetherOnce() {
    assertThat(given(1, null, null)).isSameAs(given(7, null, null));
  }

  @Test
  void aValueIsNeverIgnored() {
    assertThatThrownBy(() -> given(1, null, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "until of Words.search is given, but would be used nowhere, because its block needs from too: pass both, or leave until empty");
    assertThatThrownBy(() -> SEARCH.given(Optional.of(1), null, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "from of Words.search is null: pass Optional.empty() for the block to fall away");
  }
}
