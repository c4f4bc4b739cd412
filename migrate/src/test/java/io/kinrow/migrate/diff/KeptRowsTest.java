package io.kinrow.migrate.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.plan.ScratchSchema;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What comes back with {@code --keep-data}, whatever was done to the rows in between. */
final class KeptRowsTest {

  private static final String USERS =
      "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL, email TEXT);";
  private static final String USERS_WITHOUT =
      "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL);";
  private static final String THREE =
      "INSERT INTO users VALUES (1, 'Al', 'al@x'), (2, 'Bob', 'bob@x'), (3, 'Cy', 'cy@x')";

  private static SchemaDiff diff(String old, String desired) {
    return SchemaDiff.between(
        Schema.ofSql(old), Schema.ofSql(desired), DiffOptions.defaults().keepData(true));
  }

  private static List<String> users(String... between) throws SQLException {
    return there(
        USERS, USERS_WITHOUT, THREE, "id || ' ' || name || ' ' || ifnull(email, '-')", between);
  }

  /** The rows of users after V, what is done to them, and U. */
  private static List<String> there(
      String old, String desired, String rows, String columns, String... between)
      throws SQLException {
    SchemaDiff diff = diff(old, desired);
    try (ScratchSchema scratch = ScratchSchema.of(Schema.ofSql(old).catalog())) {
      scratch.execute(rows);
      scratch.migrate(diff.migration());
      for (String sql : between) {
        scratch.execute(sql);
      }
      scratch.migrate(diff.undo());
      assertThat(scratch.catalog()).isEqualTo(Schema.ofSql(old).catalog());
      assertThat(scratch.texts("SELECT name FROM sqlite_schema WHERE name LIKE 'kinrow%'"))
          .isEmpty();
      return scratch.texts("SELECT " + columns + " FROM users ORDER BY 1");
    }
  }

  @Test
  void reusedId_getsNothing() throws SQLException {
    assertThat(users("DELETE FROM users WHERE id = 3", "INSERT INTO users (name) VALUES ('Eve')"))
        .containsExactly("1 Al al@x", "2 Bob bob@x", "3 Eve -");
  }

  @Test
  void reusedId_getsNothing_evenWithTheSameOtherValues() throws SQLException {
    assertThat(users("DELETE FROM users WHERE id = 3", "INSERT INTO users (name) VALUES ('Cy')"))
        .containsExactly("1 Al al@x", "2 Bob bob@x", "3 Cy -");
  }

  @Test
  void replacedRow_getsNothing() throws SQLException {
    assertThat(users("INSERT OR REPLACE INTO users VALUES (2, 'Bob')"))
        .containsExactly("1 Al al@x", "2 Bob -", "3 Cy cy@x");
  }

  @Test
  void changedRow_getsItsValue() throws SQLException {
    assertThat(users("UPDATE users SET name = 'Rob' WHERE id = 2"))
        .containsExactly("1 Al al@x", "2 Rob bob@x", "3 Cy cy@x");
  }

  @Test
  void rowWithAnotherId_getsItsValue_byWhateverNameTheIdGoes() throws SQLException {
    assertThat(
            users(
                "UPDATE users SET id = 30 WHERE id = 3",
                "UPDATE users SET rowid = 20 WHERE id = 2"))
        .containsExactly("1 Al al@x", "20 Bob bob@x", "30 Cy cy@x");
  }

  @Test
  void rowsThatSwapIds_getTheirValues() throws SQLException {
    assertThat(
            users(
                "UPDATE users SET id = -1 WHERE id = 1",
                "UPDATE users SET id = 1 WHERE id = 2",
                "UPDATE users SET id = 2 WHERE id = -1"))
        .containsExactly("1 Bob bob@x", "2 Al al@x", "3 Cy cy@x");
  }

  @Test
  void idTakenOverByUpdateOrReplace_bringsTheValueAlong() throws SQLException {
    assertThat(users("UPDATE OR REPLACE users SET id = 1 WHERE id = 3"))
        .containsExactly("1 Cy cy@x", "2 Bob bob@x");
  }

  private static final String[] BY_HAND = {
    "CREATE TABLE hand (id INTEGER PRIMARY KEY, name TEXT NOT NULL)",
    "INSERT INTO hand SELECT id, name FROM users",
    "DROP TABLE users",
    "ALTER TABLE hand RENAME TO users"
  };

  private static String[] byHand(String... then) {
    return java.util.stream.Stream.concat(
            java.util.Arrays.stream(BY_HAND), java.util.Arrays.stream(then))
        .toArray(String[]::new);
  }

  @Test
  void tableMadeAnewByHand_getsItsValues() throws SQLException {
    assertThat(users(byHand())).containsExactly("1 Al al@x", "2 Bob bob@x", "3 Cy cy@x");
  }

  @Test
  void rowsThatCannotBeToldInATableMadeAnew_getNothing() throws SQLException {
    assertThat(
            users(
                byHand(
                    "DELETE FROM users WHERE id > 1",
                    "INSERT INTO users VALUES (2, 'Cy'), (3, 'Eve')")))
        .containsExactly("1 Al al@x", "2 Cy -", "3 Eve -");
  }

  @Test
  void deletedBeforeTheTableWasMadeAnew_isForgotten() throws SQLException {
    String[] delete = {"DELETE FROM users WHERE id = 3", "INSERT INTO users VALUES (3, 'Cy')"};
    String[] all =
        java.util.stream.Stream.concat(
                java.util.Arrays.stream(delete), java.util.Arrays.stream(BY_HAND))
            .toArray(String[]::new);
    assertThat(users(all)).containsExactly("1 Al al@x", "2 Bob bob@x", "3 Cy -");
  }

  @Test
  void idsGivenAnew_getNothingOfOthers() throws SQLException {
    assertThat(
            users(
                "DELETE FROM users WHERE id = 1",
                "CREATE TABLE hand (id INTEGER PRIMARY KEY, name TEXT NOT NULL)",
                "INSERT INTO hand (name) SELECT name FROM users",
                "DROP TABLE users",
                "ALTER TABLE hand RENAME TO users"))
        .containsExactly("1 Bob -", "2 Cy -");
  }

  @Test
  void textKeyThatMayBeNull_keepsAllButRowsWithoutKey() throws SQLException {
    String old = "CREATE TABLE users (id TEXT PRIMARY KEY, name TEXT, email TEXT);";
    String desired = "CREATE TABLE users (id TEXT PRIMARY KEY, name TEXT);";
    assertThat(diff(old, desired).losses())
        .containsExactly("the values of users.email in rows whose id is NULL");
    assertThat(
            there(
                old,
                desired,
                "INSERT INTO users VALUES ('a', 'Al', 'al@x'), ('b', 'Bob', 'bob@x'),"
                    + " ('e', 'Eve', NULL), (NULL, 'Nil', 'nil@x'), (NULL, 'Nul', 'nul@x')",
                "ifnull(id, '') || ' ' || name || ' ' || ifnull(email, '-')",
                "DELETE FROM users WHERE id = 'a'",
                "CREATE TABLE hand (id TEXT PRIMARY KEY, name TEXT)",
                "INSERT INTO hand SELECT * FROM users ORDER BY name DESC",
                "DROP TABLE users",
                "ALTER TABLE hand RENAME TO users",
                "VACUUM"))
        .containsExactly(" Nil -", " Nul -", "b Bob bob@x", "e Eve -");
  }

  @Test
  void tableWithoutKey_isAnnounced_andGetsNothing() throws SQLException {
    String old = "CREATE TABLE users (body TEXT, tag TEXT);";
    String desired = "CREATE TABLE users (body TEXT);";
    SchemaDiff diff = diff(old, desired);
    assertThat(diff.losses())
        .containsExactly(
            "the values of users.tag (no key that remains identifies the rows, so the values cannot be kept)");
    assertThat(diff.migration()).contains("Its undo cannot bring back:", "users.tag");
    assertThat(
            there(
                old,
                desired,
                "INSERT INTO users VALUES ('one', '1'), ('two', '2'), ('three', '3')",
                "body || ifnull(tag, '-')",
                "DELETE FROM users WHERE body = 'one'",
                "VACUUM"))
        .containsExactly("three-", "two-");
  }

  @Test
  void uniqueKeyWithoutNulls_isAKey_andAUniqueIndexIsNot() throws SQLException {
    String desired = "CREATE TABLE users (nick TEXT NOT NULL COLLATE NOCASE UNIQUE);";
    String old = "CREATE TABLE users (nick TEXT NOT NULL COLLATE NOCASE UNIQUE, email TEXT);";
    assertThat(
            there(
                old,
                desired,
                "INSERT INTO users VALUES ('al', 'al@x'), ('Bob', 'bob@x')",
                "nick || ' ' || ifnull(email, '-')",
                "UPDATE users SET nick = 'AL' WHERE nick = 'al'",
                "INSERT OR REPLACE INTO users VALUES ('bOB')"))
        .containsExactly("AL al@x", "bOB -");
    assertThat(
            diff(
                    "CREATE TABLE u (nick TEXT NOT NULL, email TEXT); CREATE UNIQUE INDEX n ON u (nick);",
                    "CREATE TABLE u (nick TEXT NOT NULL); CREATE UNIQUE INDEX n ON u (nick);")
                .losses())
        .hasSize(1);
  }

  @Test
  void compositeKeyOfMixedClasses_tellsRowsApart() throws SQLException {
    assertThat(
            there(
                "CREATE TABLE users (a, b INT, c TEXT, d, PRIMARY KEY (a, b)) WITHOUT ROWID;",
                "CREATE TABLE users (a, b INT, d, PRIMARY KEY (a, b)) WITHOUT ROWID;",
                "INSERT INTO users VALUES (1, 1, 'int', 0), ('1', 1, 'text', 0), (x'31', 1, 'blob', 0)",
                "quote(a) || b || ifnull(c, '-')",
                "UPDATE users SET a = 2 WHERE a = 1",
                "UPDATE users SET a = 1 WHERE a = '1'",
                "UPDATE users SET b = 7 WHERE a = x'31'"))
        .containsExactly("11text", "21int", "X'31'7blob");
  }

  @Test
  void newRow_getsTheDefault_andAKeptNullStaysNull() throws SQLException {
    String old =
        "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL, email TEXT DEFAULT 'none');";
    assertThat(
            there(
                old,
                USERS_WITHOUT,
                "INSERT INTO users VALUES (1, 'Al', 'al@x'), (2, 'Bob', NULL)",
                "id || ' ' || name || ' ' || ifnull(email, '-')",
                "INSERT INTO users (name) VALUES ('Eve')"))
        .containsExactly("1 Al al@x", "2 Bob -", "3 Eve none");
  }

  @Test
  void droppedTable_comesBackWithItsCounter() throws SQLException {
    String old = "CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT);";
    SchemaDiff diff = diff(old + "CREATE TABLE o (x);", "CREATE TABLE o (x);");
    assertThat(diff.losses()).isEmpty();
    try (ScratchSchema scratch =
        ScratchSchema.of(Schema.ofSql(old + "CREATE TABLE o (x);").catalog())) {
      scratch.execute("INSERT INTO users (name) VALUES ('Al'), ('Bob'), ('Cy')");
      scratch.execute("DELETE FROM users WHERE id > 1");
      scratch.migrate(diff.migration());
      scratch.execute("VACUUM");
      scratch.migrate(diff.undo());
      scratch.execute("INSERT INTO users (name) VALUES ('Eve')");
      assertThat(scratch.texts("SELECT id || name FROM users")).containsExactly("1Al", "4Eve");
    }
  }

  @Test
  void counterGoesOn_whereAutoincrementIsDroppedAndComesBack() throws SQLException {
    String old = "CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT);";
    SchemaDiff diff = diff(old, old.replace(" AUTOINCREMENT", ""));
    try (ScratchSchema scratch = ScratchSchema.of(Schema.ofSql(old).catalog())) {
      scratch.execute("INSERT INTO users (name) VALUES ('Al'), ('Bob'), ('Cy')");
      scratch.execute("DELETE FROM users WHERE id > 1");
      scratch.migrate(diff.migration());
      scratch.migrate(diff.undo());
      scratch.execute("INSERT INTO users (name) VALUES ('Eve')");
      assertThat(scratch.texts("SELECT id || name FROM users")).containsExactly("1Al", "4Eve");
    }
  }

  @Test
  void severalMigrations_bringBackTheirOwn() throws SQLException {
    String none = "CREATE TABLE users (id INTEGER PRIMARY KEY);";
    SchemaDiff first = diff(USERS, USERS_WITHOUT);
    try (ScratchSchema scratch = ScratchSchema.of(Schema.ofSql(USERS).catalog())) {
      scratch.execute(THREE);
      scratch.migrate(first.migration());
      scratch.execute("UPDATE users SET id = 20 WHERE id = 2");
      SchemaDiff second =
          SchemaDiff.between(
              new Schema(scratch.catalog(), "", SchemaEngine.SQLITE),
              Schema.ofSql(none),
              DiffOptions.defaults().keepData(true));
      scratch.migrate(second.migration());
      scratch.execute("DELETE FROM users WHERE id = 3");
      scratch.execute("INSERT INTO users VALUES (3)");
      scratch.migrate(second.undo());
      scratch.migrate(first.undo());
      assertThat(scratch.texts("SELECT id || ' ' || name || ' ' || ifnull(email, '-') FROM users"))
          .containsExactly("1 Al al@x", "3  -", "20 Bob bob@x");
    }
  }

  private static final String TEAMS = "CREATE TABLE teams (id INTEGER PRIMARY KEY);";
  private static final String TEAM_ROWS = "INSERT INTO teams VALUES (1), (2)";

  private static String member(String column) {
    return "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT" + column + ");";
  }

  /** The teams of users after V, the end of team 2, and U. */
  private static List<String> teams(String old, String desired, String where) throws SQLException {
    SchemaDiff diff = diff(old, desired);
    assertThat(diff.hints())
        .anyMatch(
            hint ->
                hint.startsWith("kept values of users.team_id that reference rows of teams")
                    && hint.endsWith("come back as NULL"));
    assertThat(diff.undo()).contains("-- kept values of users.team_id that reference rows");
    try (ScratchSchema scratch = ScratchSchema.of(Schema.ofSql(old).catalog())) {
      scratch.execute(TEAM_ROWS);
      scratch.execute("INSERT INTO users VALUES (1, 'Al', 1), (2, 'Bob', 2), (3, 'Cy', NULL)");
      scratch.migrate(diff.migration());
      scratch.execute("DELETE FROM " + where + " WHERE id = 2");
      scratch.migrate(diff.undo());
      assertThat(scratch.catalog()).isEqualTo(Schema.ofSql(old).catalog());
      assertThat(scratch.texts("SELECT 1 FROM pragma_foreign_key_check")).isEmpty();
      return scratch.texts("SELECT name || ' ' || ifnull(team_id, '-') FROM users ORDER BY id");
    }
  }

  @Test
  void keptForeignKey_isNull_whereItsRowIsGone() throws SQLException {
    String old = TEAMS + member(", team_id INTEGER REFERENCES teams (id)");
    assertThat(teams(old, TEAMS + member(""), "teams")).containsExactly("Al 1", "Bob -", "Cy -");
    assertThat(teams(old.replace(" (id))", ")"), TEAMS + member(""), "teams"))
        .containsExactly("Al 1", "Bob -", "Cy -");
  }

  @Test
  void keptForeignKeyOfADroppedTable_isNull_whereItsRowIsGone() throws SQLException {
    String old = TEAMS + member(", team_id INTEGER REFERENCES teams ON DELETE CASCADE");
    assertThat(teams(old, TEAMS, "teams")).containsExactly("Al 1", "Bob -", "Cy -");
  }

  @Test
  void keptForeignKey_followsARenamedParent() throws SQLException {
    String old = TEAMS + member(", team_id INTEGER REFERENCES teams");
    String desired = TEAMS.replace("teams", "groups").replace("id", "gid") + member("");
    SchemaDiff diff =
        SchemaDiff.between(
            Schema.ofSql(old),
            Schema.ofSql(desired),
            DiffOptions.defaults()
                .keepData(true)
                .renameTable("teams", "groups")
                .renameColumn("groups.id", "gid"));
    try (ScratchSchema scratch = ScratchSchema.of(Schema.ofSql(old).catalog())) {
      scratch.execute(TEAM_ROWS);
      scratch.execute("INSERT INTO users VALUES (1, 'Al', 1), (2, 'Bob', 2)");
      scratch.migrate(diff.migration());
      scratch.execute("DELETE FROM groups WHERE gid = 2");
      scratch.migrate(diff.undo());
      assertThat(scratch.texts("SELECT name || ' ' || ifnull(team_id, '-') FROM users"))
          .containsExactly("Al 1", "Bob -");
    }
  }

  @Test
  void keptForeignKeyThatCannotBeNull_isAnnounced() {
    SchemaDiff diff =
        diff(TEAMS + member(", team_id INTEGER NOT NULL REFERENCES teams"), TEAMS + member(""));
    assertThat(diff.hints())
        .contains(
            "the undo fails if kept values of users.team_id reference rows of teams that no longer exist, and names the rows");
  }

  @Test
  void tableThatRefersToItself_comesBackWhole() throws SQLException {
    String old = "CREATE TABLE posts (id INTEGER PRIMARY KEY, re INTEGER REFERENCES posts);";
    SchemaDiff diff = diff(TEAMS + old, TEAMS);
    try (ScratchSchema scratch = ScratchSchema.of(Schema.ofSql(TEAMS + old).catalog())) {
      scratch.execute("INSERT INTO posts VALUES (1, 2), (2, NULL)");
      scratch.migrate(diff.migration());
      scratch.migrate(diff.undo());
      assertThat(scratch.texts("SELECT id || ifnull(re, '-') FROM posts"))
          .containsExactly("12", "2-");
    }
  }
}
