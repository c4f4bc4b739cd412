package io.kinrow.migrate.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.migrate.diff.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LintTest {

  @TempDir Path folder;

  @BeforeEach
  void twoTables() throws IOException {
    write(
        "1",
        """
        CREATE TABLE users (id INTEGER PRIMARY KEY, nick TEXT);
        CREATE TABLE posts (
          id INTEGER PRIMARY KEY, body TEXT, user_id INT REFERENCES users ON DELETE CASCADE
        );
        CREATE INDEX posts_user ON posts (user_id, body);
        """);
  }

  @Test
  void cleanMigrations_haveNoFindings() {
    assertThat(lint()).isEmpty();
  }

  @Test
  void droppedTableAndColumn_areFound() throws IOException {
    write("2", "ALTER TABLE users DROP COLUMN nick; DROP TABLE posts;");
    assertThat(lint())
        .containsExactly(
            "KL01 V2__m.sql: drops posts with all its rows",
            "KL01 V2__m.sql: drops users.nick with its values");
  }

  @Test
  void renames_areNotDestructive() throws IOException {
    write(
        "2",
        "ALTER TABLE users RENAME COLUMN nick TO nickname; ALTER TABLE posts RENAME TO articles;");
    assertThat(lint()).isEmpty();
  }

  @Test
  void parkedData_isNotDestructive() throws IOException {
    write(
        "2",
        "CREATE TABLE kinrow_parked_users AS SELECT id, nick FROM users;"
            + " ALTER TABLE users DROP COLUMN nick;");
    assertThat(lint()).isEmpty();
  }

  @Test
  void foreignKeyWithoutIndex_isFoundWithTheIndexToMake() throws IOException {
    write("2", "DROP INDEX posts_user; CREATE INDEX p ON posts (user_id) WHERE body > '';");
    assertThat(lint())
        .singleElement()
        .asString()
        .startsWith("KL02 posts: no index starts with user_id")
        .endsWith("CREATE INDEX posts_user_id ON posts (user_id)");
  }

  @Test
  void rebuildOfALargeTable_isFoundWhilePending() throws Exception {
    String url = migrated();
    execute(
        url, "INSERT INTO posts (body) SELECT value FROM json_each('[" + "1,".repeat(49) + "1]')");
    write(
        "2",
        "CREATE TABLE p2 (id INTEGER PRIMARY KEY, body TEXT, user_id INT REFERENCES users);"
            + " INSERT INTO p2 SELECT * FROM posts; DROP TABLE posts;"
            + " ALTER TABLE p2 RENAME TO posts; CREATE INDEX i ON posts (user_id);");
    assertThat(texts(Lint.of(folder).database(url).largeTable(50)))
        .containsExactly(
            "KL03 V2__m.sql: writes all 50 rows of posts anew, and locks the database meanwhile");
    assertThat(Lint.of(folder).database(url).run()).isEmpty();
  }

  @Test
  void notNullWithoutFill_isFound() throws IOException {
    write("2", "ALTER TABLE users ALTER COLUMN nick SET NOT NULL;");
    assertThat(lint())
        .containsExactly(
            "KL04 V2__m.sql: users.nick becomes NOT NULL: it fails where a row has none; UPDATE"
                + " those rows first");
    write(
        "2",
        "UPDATE users SET nick = '' WHERE nick IS NULL;"
            + " ALTER TABLE users ALTER COLUMN nick SET NOT NULL;");
    assertThat(lint()).isEmpty();
  }

  @Test
  void changedAppliedMigration_isFound() throws IOException {
    String url = migrated();
    Files.writeString(
        folder.resolve("V1__m.sql"), "-- other\n" + Files.readString(folder.resolve("V1__m.sql")));
    assertThat(texts(Lint.of(folder).database(url)))
        .singleElement()
        .asString()
        .startsWith("KL05 V1__m.sql: it was changed after it was applied");
  }

  @Test
  void migrationWithoutUndo_isFound() throws IOException {
    Files.delete(folder.resolve("U1__m.sql"));
    assertThat(lint()).containsExactly("KL06 V1__m.sql: it cannot be undone: write U1__m.sql");
  }

  @Test
  void undoOfAnotherDescription_isAnUndo() throws IOException {
    Files.move(folder.resolve("U1__m.sql"), folder.resolve("U1__back.sql"));
    assertThat(lint()).isEmpty();
  }

  @Test
  void dropOfAParentWithCascadingChildren_isFound() throws IOException {
    write(
        "2",
        "CREATE TABLE u2 (id INTEGER PRIMARY KEY, nick TEXT); DROP TABLE users;"
            + " ALTER TABLE u2 RENAME TO users;");
    assertThat(lint())
        .singleElement()
        .asString()
        .startsWith("KL07 V2__m.sql: drops users, which others reference");
  }

  @Test
  void dropOfAParent_isNotFoundWhereItsChildrenWereDroppedBefore() throws IOException {
    write(
        "2",
        """
        CREATE TABLE kinrow_parked_all AS SELECT * FROM users;
        DROP TABLE posts;
        DROP TABLE users;
        CREATE TABLE users (id INTEGER PRIMARY KEY, nick TEXT);
        CREATE TABLE posts (
          id INTEGER PRIMARY KEY, body TEXT, user_id INT REFERENCES users ON DELETE CASCADE
        );
        CREATE INDEX posts_user ON posts (user_id, body);
        """);
    assertThat(lint()).isEmpty();
  }

  @Test
  void dropOfAParent_isFoundWhereItsChildWasRebuiltOrRenamedBefore() throws IOException {
    write(
        "2",
        """
        CREATE TABLE p2 (
          id INTEGER PRIMARY KEY, body TEXT, user_id INT REFERENCES users ON DELETE CASCADE
        );
        INSERT INTO p2 SELECT * FROM posts;
        DROP TABLE posts;
        ALTER TABLE p2 RENAME TO posts;
        CREATE INDEX posts_user ON posts (user_id, body);
        CREATE TABLE u2 (id INTEGER PRIMARY KEY, nick TEXT);
        DROP TABLE users;
        ALTER TABLE u2 RENAME TO users;
        """);
    write(
        "3",
        """
        ALTER TABLE posts RENAME TO articles;
        CREATE TABLE u2 (id INTEGER PRIMARY KEY, nick TEXT);
        DROP TABLE users;
        ALTER TABLE u2 RENAME TO users;
        """);
    assertThat(lint())
        .hasSize(2)
        .anySatisfy(finding -> assertThat(finding).startsWith("KL07 V2__m.sql: drops users"))
        .anySatisfy(finding -> assertThat(finding).startsWith("KL07 V3__m.sql: drops users"));
  }

  @Test
  void rulesCanBeSwitchedOff_byCodeOrName() throws IOException {
    Files.delete(folder.resolve("U1__m.sql"));
    assertThat(Rule.of("kl06")).contains(Rule.NO_UNDO);
    assertThat(Rule.of("no-undo")).contains(Rule.NO_UNDO);
    assertThat(Rule.of("KL99")).isEmpty();
    assertThat(Lint.of(folder).without(Rule.NO_UNDO).run()).isEmpty();
  }

  @Test
  void missingFolder_isRefused() {
    assertThatThrownBy(() -> Lint.of(folder.resolve("none")).run())
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("There is no folder");
  }

  private void write(String version, String sql) throws IOException {
    Files.writeString(folder.resolve("V" + version + "__m.sql"), sql);
    Files.writeString(folder.resolve("U" + version + "__m.sql"), "SELECT 1;");
  }

  private List<String> lint() {
    return texts(Lint.of(folder));
  }

  private static List<String> texts(Lint lint) {
    return lint.run().stream().map(Finding::toString).toList();
  }

  private String migrated() {
    String url = "jdbc:sqlite:" + folder.resolve("live.db");
    Flyway.configure()
        .dataSource(url, null, null)
        .locations("filesystem:" + folder)
        .load()
        .migrate();
    return url;
  }

  private static void execute(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}
