package io.kinrow.queries.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionalBlocksTest {

  /** What is sent for each combination: the first has no block, the last all. */
  private static List<String> sent(String text, SqlSyntax syntax) throws WrongSqlException {
    OptionalBlocks blocks = OptionalBlocks.read(text, syntax);
    List<BitSet> combinations = blocks.combinations();
    QueryText all =
        QueryTextReader.read(blocks.text(combinations.get(combinations.size() - 1)), syntax);
    OptionalBlocks.SentText sent = blocks.sent(all);
    return combinations.stream().map(sent::sql).toList();
  }

  @ParameterizedTest
  @EnumSource
  void aBlockFallsAway_withTheBlanksBesideIt(SqlSyntax syntax) throws Exception {
    assertThat(
            sent(
                "select 1 where a = :a /*[*/ and b = :b /*]*/ /*[*/ and c = :c /*]*/ order by 1",
                syntax))
        .containsExactly(
            "select 1 where a = ? order by 1",
            "select 1 where a = ? and b = ? order by 1",
            "select 1 where a = ? and c = ? order by 1",
            "select 1 where a = ? and b = ? and c = ? order by 1");
    assertThat(sent("select 1 where a\n  /*[*/ and b = :b /*]*/\norder by 1", syntax))
        .containsExactly(
            "select 1 where a\n  \norder by 1", "select 1 where a\n  and b = ? \norder by 1");
    assertThat(sent("select 1 where(a/*[*/or b = :b/* ] */)", syntax))
        .containsExactly("select 1 where(a )", "select 1 where(a or b = ? )");
    assertThat(sent("select 1/* [ */, :b/*]*/", syntax))
        .containsExactly("select 1 ", "select 1 , ?");
  }

  @ParameterizedTest
  @EnumSource
  void listsAreOneValue_inBlocksToo(SqlSyntax syntax) throws Exception {
    String with =
        syntax == SqlSyntax.SQLITE ? "not in (select +value from json_each(?))" : "<> all(?)";
    assertThat(sent("select 1 where true /*[*/ and b not in (:b) /*]*/ and c = :c", syntax))
        .containsExactly(
            "select 1 where true and c = ?", "select 1 where true and b " + with + " and c = ?");
  }

  @ParameterizedTest
  @EnumSource
  void theBlocksOfAParameter_goTogether(SqlSyntax syntax) throws Exception {
    assertThat(sent("select 1 /*[*/, :a/*]*/ /*[*/, :b/*]*/ /*[*/, :a + 1/*]*/", syntax))
        .containsExactly(
            "select 1 ", "select 1 , ? ", "select 1 , ? , ? + 1", "select 1 , ? , ? , ? + 1");
  }

  @ParameterizedTest
  @EnumSource
  void noCombinationIgnoresAParameterThatIsGiven(SqlSyntax syntax) throws Exception {
    OptionalBlocks blocks =
        OptionalBlocks.read(
            "select 1 /*[*/, :a/*]*/ /*[*/, :a + :b/*]*/ /*[*/, :x + :y/*]*/", syntax);
    assertThat(blocks.combinations()).hasSize(6);
    assertThat(blocks.combinations().stream().map(blocks::parameters))
        .doesNotContain(java.util.Set.of("b"), java.util.Set.of("x"));
  }

  @ParameterizedTest
  @EnumSource
  void aParameterThatAlsoStandsOutside_decidesNothing(SqlSyntax syntax) throws Exception {
    OptionalBlocks blocks = OptionalBlocks.read("select :a /*[*/, :a + :b/*]*/", syntax);
    assertThat(blocks.parameters()).containsExactly("b");
  }

  @ParameterizedTest
  @EnumSource
  void placesAreTheSame_inEachCombination(SqlSyntax syntax) throws Exception {
    String text = "select 'é'\n/*[*/, :a\n/*]*/, oops";
    OptionalBlocks blocks = OptionalBlocks.read(text, syntax);
    assertThat(blocks.combinations().stream().map(blocks::text))
        .allSatisfy(
            one ->
                assertThat(one)
                    .hasSameSizeAs(text)
                    .hasLineCount(3)
                    .satisfies(
                        same -> assertThat(same.indexOf("oops")).isEqualTo(text.indexOf("oops"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'/*[*/'",
        "\"/*[*/\"",
        "1 -- /*[*/ :a /*]*/\n",
        "1 -- /*[*/\n",
        "1 /* -- [ */",
        "1 /* hint [x] */",
        "1 /*[sic]*/",
        "1 /* [a-z] */"
      })
  void nothingIsABlock_inQuotesAndOtherComments(String expression) throws Exception {
    for (SqlSyntax syntax : SqlSyntax.values()) {
      String text = "select " + expression + " , :x";
      assertThat(OptionalBlocks.read(text, syntax).blocks()).isEmpty();
    }
  }

  @Test
  void nothingIsABlock_inNestedCommentsAndDollarQuotes_onPostgres() throws Exception {
    for (String expression :
        List.of("/* /*[*/ :a /*]*/ */ 1", "$$ /*[*/ :a /*]*/ $$", "E'\\'/*[*/ :a /*]*/'")) {
      assertThat(
              OptionalBlocks.read("select " + expression + ", :x", SqlSyntax.POSTGRESQL).blocks())
          .isEmpty();
    }
    assertThat(OptionalBlocks.read("select [/*[*/], :x", SqlSyntax.SQLITE).blocks()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void moreBlocksThanCanBeChecked_areRefused(SqlSyntax syntax) throws Exception {
    StringBuilder text = new StringBuilder("select 1");
    for (int i = 0; i < 8; i++) {
      text.append(" /*[*/, :p").append(i).append("/*]*/ /*[*/, -:p").append(i).append("/*]*/");
    }
    assertThat(OptionalBlocks.read(text.toString(), syntax).combinations()).hasSize(256);
    assertThatThrownBy(() -> OptionalBlocks.read(text + " /*[*/, :p8/*]*/", syntax))
        .isInstanceOf(WrongSqlException.class)
        .hasMessageStartingWith("this is one block too many");
  }
}
