package io.kinrow.queries.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.migrate.sql.Token;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTextReaderTest {

  private static String sqlite(String text) throws WrongSqlException {
    return QueryTextReader.read(text, SqlSyntax.SQLITE).sql();
  }

  private static QueryText postgres(String text) throws WrongSqlException {
    return QueryTextReader.read(text, SqlSyntax.POSTGRESQL);
  }

  @ParameterizedTest
  @EnumSource
  void eachUseIsAQuestionMark_ofTheSameParameter(SqlSyntax syntax) throws Exception {
    QueryText read = QueryTextReader.read("select :a, :b, :a from t where x=:ä_1", syntax);
    assertThat(read.sql()).isEqualTo("select ?, ?, ? from t where x=?");
    assertThat(read.parameters()).containsExactly("a", "b", "ä_1");
    assertThat(read.uses()).extracting(ParameterUse::parameter).containsExactly(0, 1, 0, 2);
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsTakenForAParameter_inQuotesAndComments(SqlSyntax syntax) throws Exception {
    String text =
        "select ':a', 'it''s :a', \":a\", /* :a ' */ 1 -- :a '\n , \"x:\"\"y\" from t where b = ";
    QueryText read = QueryTextReader.read(text + ":b", syntax);
    assertThat(read.parameters()).containsExactly("b");
    assertThat(read.sql()).isEqualTo(text + "?");
  }

  @Test
  void sqliteHasNamesInBracketsAndBackticks() throws Exception {
    assertThat(sqlite("select [x:y], `x:y`, x'00' from t where a = :a"))
        .isEqualTo("select [x:y], `x:y`, x'00' from t where a = ?");
  }

  @Test
  void sqliteEndsACommentAtTheFirstEnd() throws Exception {
    assertThat(sqlite("select /* /* */ :a")).isEqualTo("select /* /* */ ?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "E'it\\'s :x'",
        "e'\\\\'",
        "$$ :x ' $$",
        "$tag$ :x $$ :x $tag$",
        "$é$ :x $é$",
        "/* /* :x */ :x */ 1",
        "U&'d\\0061t:x'",
        "U&\"d:x\"",
        "B'01'",
        "N':x'",
        "a::text",
        "a[1:2]",
        "f(b := 1)",
        "1.5e-3",
        "0x1F",
        "a$b",
        "'a'\n':x'",
        "@ -5",
        "a->>'b'",
        "a#>>'{b,:c}'"
      })
  void postgresHasLiteralsOfItsOwn(String expression) throws Exception {
    QueryText read = postgres("select " + expression + ", :y from t");
    assertThat(read.sql()).isEqualTo("select " + expression + ", ? from t");
    assertThat(read.parameters()).containsExactly("y");
  }

  @ParameterizedTest
  @ValueSource(strings = {"select :x::text", "select a[:x:2]", "select f(b => :x)", "select -:x"})
  void parametersStandBesideSymbols_onPostgres(String text) throws Exception {
    assertThat(postgres(text).sql()).isEqualTo(text.replace(":x", "?"));
  }

  @Test
  void operatorsWithQuestionMarks_areWrittenTwiceForTheDriver() throws Exception {
    QueryText read =
        postgres("select j ? 'k', j ?| :a, j ?& b, j @? p, j ?? 'k', j ??| c, '?' where x = :x");
    assertThat(read.sql())
        .isEqualTo(
            "select j ?? 'k', j ??| ?, j ??& b, j @?? p, j ?? 'k', j ??| c, '?' where x = ?");
    assertThat(read.numbered().sql())
        .isEqualTo("select j ? 'k', j ?| $1, j ?& b, j @? p, j ? 'k', j ?| c, '?' where x = $2");
  }

  @Test
  void aListIsOneBind() throws Exception {
    String text = "select * from t where a in (:a) and b NOT IN ( :b ) and c in (:c, :d)";
    assertThat(sqlite(text))
        .isEqualTo(
            "select * from t where a in (select +value from json_each(?))"
                + " and b NOT IN ( select +value from json_each(?) ) and c in (?, ?)");
    QueryText read = postgres(text);
    assertThat(read.sql())
        .isEqualTo("select * from t where a = any(?) and b <> all(?) and c in (?, ?)");
    assertThat(read.isList(0)).isTrue();
    assertThat(read.isList(1)).isTrue();
    assertThat(read.isList(2)).isFalse();
  }

  @Test
  void aCallBeforeAList_isNotARow() throws Exception {
    assertThat(postgres("select 1 where coalesce(a, b) in (:x) and (a + b) in (:y)").sql())
        .isEqualTo("select 1 where coalesce(a, b) = any(?) and (a + b) = any(?)");
  }

  @Test
  void aListOfRowsIsOneBind_onSqlite() throws Exception {
    QueryText read =
        QueryTextReader.read(
            "select 1 where (a, f(b, c)) not in (:x) and d = :y", SqlSyntax.SQLITE);
    assertThat(read.sql())
        .isEqualTo(
            "select 1 where (a, f(b, c)) not in (select value ->> 0, value ->> 1 from json_each(?))"
                + " and d = ?");
    assertThat(read.width(0)).isEqualTo(2);
    assertThat(read.width(1)).isEqualTo(1);
  }

  @Test
  void aListOfRowsIsAnArrayPerColumn_onPostgres() throws Exception {
    String text = "select 1 where x = :y and row (a, b[1, 2], c) in (:x) and d = :y";
    QueryText untyped = postgres(text);
    assertThat(untyped.numbered().sql())
        .isEqualTo("select 1 where x = $1 and row (a, b[1, 2], c) in (($2, $3, $4)) and d = $5");
    assertThat(untyped.useOf(3).rows()).isTrue();
    assertThat(untyped.useOf(4).rows()).isFalse();

    assertThat(
            QueryTextReader.read(
                    text, SqlSyntax.POSTGRESQL, Map.of(1, "int8", 2, "\"Mood\"", 3, "text"))
                .numbered()
                .sql())
        .isEqualTo(
            "select 1 where x = $1 and row (a, b[1, 2], c) in (select * from unnest("
                + "cast($2 as int8[]), cast($3 as \"Mood\"[]), cast($4 as text[]))) and d = $5");
  }

  @ParameterizedTest
  @EnumSource
  void aSemicolonAtTheEnd_isLeftOut(SqlSyntax syntax) throws Exception {
    assertThat(QueryTextReader.read(" select ';' ; -- done\n ;", syntax).sql())
        .isEqualTo(" select ';'");
  }

  @ParameterizedTest
  @EnumSource
  void placesAreKept(SqlSyntax syntax) throws Exception {
    String text = "select a\r\nfrom t where a in (:many) and x = :one and culprit";
    QueryText read = QueryTextReader.read(text, syntax);
    assertThat(read.sent().origin(read.sql().indexOf("culprit")))
        .isEqualTo(text.indexOf("culprit"));
    assertThat(read.numbered().origin(read.numbered().sql().indexOf("culprit")))
        .isEqualTo(text.indexOf("culprit"));
  }

  @Test
  void operatorsEndBeforeComments_onPostgres() throws Exception {
    assertThat(words("select 1+-- one\n2 */* x */3 @-4 <>-5 a.*"))
        .isEqualTo("select 1 + 2 * 3 @- 4 <> - 5 a . *");
  }

  private static String words(String sql) throws WrongSqlException {
    return SqlSyntax.POSTGRESQL.tokens(sql).stream()
        .map(Token::text)
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @EnumSource
  void aNul_isRefused(SqlSyntax syntax) {
    assertThatThrownBy(() -> QueryTextReader.read("select 1 \0 from t", syntax))
        .isInstanceOf(WrongSqlException.class)
        .hasMessageContaining("NUL");
  }
}
