package io.kinrow.runtime.internal.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DeclaredListsTest {

  private static String sqlite(String columns) {
    return "where (x, y) not in ("
        + String.join("?", DeclaredLists.sqliteRows(2, columns))
        + ") and z in (select +value from json_each(?))";
  }

  private static final String POSTGRES =
      "where (x, y) not in ("
          + String.join("?", DeclaredLists.postgresRows(List.of("int8", "\"a\"\"b[]\"")))
          + ") and z = any(?)";

  @Test
  void typesAreThoseOfTheColumns_onPostgres() {
    assertThat(DeclaredLists.onPostgres(sqlite("Posts.user_id, other.\"a,b\".\"user \"\"id\"")))
        .isEqualTo(
            "where (x, y) not in (select * from unnest("
                + "(select array_agg(\"user_id\") from \"posts\" where false) || ?, "
                + "(select array_agg(\"user \"\"id\") from \"other\".\"a,b\" where false) || ?"
                + ")) and z = any(?)");
  }

  @Test
  void whatIsNotAColumn_isText_onPostgres() {
    assertThat(DeclaredLists.onPostgres(sqlite("text, posts.id")))
        .contains(
            "unnest(cast(? as text[]), (select array_agg(\"id\") from \"posts\" where false) || ?)");
    assertThat(DeclaredLists.onPostgres(sqlite("")))
        .contains("unnest(cast(? as text[]), cast(? as text[]))");
  }

  @Test
  void arraysAreOneValue_onSqlite() {
    assertThat(POSTGRES)
        .isEqualTo(
            "where (x, y) not in (select * from unnest(cast(? as int8[]), cast(? as"
                + " \"a\"\"b[]\"[]))) and z = any(?)");
    assertThat(DeclaredLists.onSqlite(POSTGRES)).isEqualTo(sqlite(""));
  }

  @Test
  void theOwnTextStaysAsItIs() {
    assertThat(DeclaredLists.onPostgres(POSTGRES)).isEqualTo(POSTGRES);
    assertThat(DeclaredLists.onSqlite(sqlite("posts.a, posts.b")))
        .isEqualTo(sqlite("posts.a, posts.b"));
  }
}
