package io.kinrow.migrate.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.migrate.sql.Token.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TokenizerTest {

  @Test
  void commentsAndSpaceAreLeftOut_whereverTheyStand() {
    assertThat(texts("a--x\n,/* ; ' */b/*never closed")).containsExactly("a", ",", "b");
  }

  @Test
  void quotedTextsAreOneToken_withDoubledQuotesInside() {
    List<Token> tokens = Tokenizer.tokens("'it''s; --' \"a\"\"b\" [c d] `e``f` x'0A'");
    assertThat(tokens)
        .extracting(Token::kind)
        .containsExactly(Kind.STRING, Kind.DOUBLE_QUOTED, Kind.QUOTED, Kind.QUOTED, Kind.BLOB);
    assertThat(tokens)
        .extracting(Token::unquoted)
        .containsExactly("it's; --", "a\"b", "c d", "e`f", "x'0A'");
  }

  @Test
  void numbersAreOneToken_inEveryNotation() {
    assertThat(texts("1 .5 1.5e-3 0xFf 1_000 1e5-2"))
        .containsExactly("1", ".5", "1.5e-3", "0xFf", "1_000", "1e5", "-", "2");
  }

  @Test
  void hexadecimalEndingInE_isNotAnExponent() {
    assertThat(texts("0x1e+1")).containsExactly("0x1e", "+", "1");
  }

  @Test
  void longSymbolsAreOneToken() {
    assertThat(texts("a->>'b'||c<>d==e")).contains("->>", "||", "<>", "==");
  }

  @Test
  void unclosedString_namesItsPlace() {
    assertThatThrownBy(() -> Tokenizer.tokens("SELECT\n  'abc"))
        .isInstanceOf(SqlSyntaxException.class)
        .hasMessage("line 2, column 3: this ' is never closed");
  }

  @Test
  void statementsSplit_atSemicolonsOutsideTriggers() {
    List<Statement> statements =
        Statement.split(
            """
            CREATE TABLE a (x DEFAULT ';'); -- one
            CREATE TRIGGER t AFTER UPDATE OF x ON a BEGIN
              UPDATE a SET x = CASE WHEN new.end THEN 1 ELSE 2 END;
              DELETE FROM a;
            END;;
            CREATE VIEW v AS SELECT 1
            """);
    assertThat(statements)
        .extracting(Statement::creates)
        .containsExactly("TABLE", "TRIGGER", "VIEW");
    assertThat(statements).extracting(Statement::line).containsExactly(1, 2, 6);
    assertThat(statements.get(1).text()).endsWith("END");
  }

  private static List<String> texts(String sql) {
    return Tokenizer.tokens(sql).stream().map(Token::text).toList();
  }
}
