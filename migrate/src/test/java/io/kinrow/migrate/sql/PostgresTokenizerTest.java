package io.kinrow.migrate.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PostgresTokenizerTest {

  @Test
  void strings_haveBackslashesOnlyAfterAnE() {
    assertThat(texts("'it''s' E'it\\'s;' e'\\\\' name'\\'; x"))
        .containsExactly("'it''s'", "E'it\\'s;'", "e'\\\\'", "name", "'\\'", ";", "x");
    assertThat(texts("U&\"d\\0061t\" U&'x' B'01' xF0"))
        .containsExactly("U&\"d\\0061t\"", "U&'x'", "B'01'", "xF0");
  }

  @Test
  void dollars_quoteOutsideOfNames() {
    assertThat(texts("$$;$$ $ä$ $$ ; $ä$ a$$b $1"))
        .containsExactly("$$;$$", "$ä$ $$ ; $ä$", "a$$b", "$1");
  }

  @Test
  void commentsNest() {
    assertThat(texts("a/* b /* c */ d */e -- f")).containsExactly("a", "e");
  }

  @Test
  void operatorsAreAsLongAsTheyCanBe() {
    assertThat(texts("a->>'b'::text 1.5e-3*-2 x[1:2] :name @-b"))
        .containsExactly(
            "a", "->>", "'b'", "::", "text", "1.5e-3", "*", "-", "2", "x", "[", "1", ":", "2", "]",
            ":name", "@-", "b");
  }

  @Test
  void whatIsNotClosed_isRefusedWhereItBegins() {
    assertThatThrownBy(() -> PostgresTokenizer.tokens("select\n  $x$ 1"))
        .isInstanceOf(SqlSyntaxException.class)
        .hasMessage("line 2, column 3: this $x$ is never closed");
  }

  private static List<String> texts(String sql) {
    return PostgresTokenizer.tokens(sql).stream().map(Token::text).toList();
  }
}
