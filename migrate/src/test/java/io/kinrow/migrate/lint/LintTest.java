package io.kinrow.migrate.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.migrate.MigratePlan;
import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.settings.RefusedException;
import io.kinrow.migrate.verify.VerifyReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
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

  /** Flyway could not run them in one transaction. */
  @Test
  void scriptsOutsideATransaction_areRunBesideOthers() throws IOException {
    write("2", "VACUUM;");
    Files.writeString(folder.resolve("V2__m.sql.conf"), "executeInTransaction=false");
    write("3", "ALTER TABLE users DROP COLUMN nick;");
    assertThat(lint()).containsExactly("KL01 V3__m.sql: drops users.nick with its values");
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
            "KL03 V2__m.sql: rewrites all 50 rows of posts, and locks the database while it does");
    assertThat(Lint.of(folder).database(url).run()).isEmpty();
  }

  @Test
  void notNullWithoutFill_isFound() throws IOException {
    write("2", "ALTER TABLE users ALTER COLUMN nick SET NOT NULL;");
    assertThat(lint())
        .containsExactly(
            "KL04 V2__m.sql: users.nick becomes NOT NULL: this fails if a row has no value; UPDATE such rows first");
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
        .startsWith("KL07 V2__m.sql: drops users, which other tables reference");
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

  @Test
  void undoInAnotherFolderOrOfTheSameVersionWrittenOtherwise_isAnUndo() throws IOException {
    Files.createDirectories(folder.resolve("undo/deep"));
    Files.move(folder.resolve("U1__m.sql"), folder.resolve("undo/deep/U1.0__m.sql"));
    Files.writeString(folder.resolve("V1_10__n.sql"), "CREATE TABLE n (id INTEGER PRIMARY KEY);");
    Files.writeString(folder.resolve("undo/U1.10__n.sql"), "DROP TABLE n;");
    Files.writeString(folder.resolve("V2.0__o.sql"), "CREATE TABLE o (id INTEGER PRIMARY KEY);");
    Files.writeString(folder.resolve("U2__o.sql"), "DROP TABLE o;");
    assertThat(lint()).isEmpty();
    Migrations migrations = Migrations.of("jdbc:sqlite:" + folder.resolve("x.db"), location());
    assertThat(migrations.planMigrate().steps()).hasSize(3).allMatch(MigratePlan.Step::undoable);
    migrations.migrate();
    assertThat(migrations.info())
        .filteredOn(m -> m.version() != null)
        .allSatisfy(m -> assertThat(m.undoScript()).isNotNull());
    assertThat(migrations.verify().proofs())
        .allMatch(p -> p.outcome() != VerifyReport.Outcome.NO_UNDO);
  }

  @Test
  void keysThatCreateTableAsLoses_areFound() throws IOException {
    write(
        "2",
        "CREATE TABLE p2 AS SELECT * FROM posts; DROP TABLE posts; ALTER TABLE p2 RENAME TO posts;"
            + " CREATE INDEX posts_user ON posts (user_id, body);");
    assertThat(lint())
        .containsExactly(
            "KL08 V2__m.sql: posts loses its primary key, 1 foreign key, 1 NOT NULL: CREATE TABLE … AS copies only names and values; create the table with its definition, then use INSERT … SELECT");
    write(
        "2",
        "CREATE TABLE IF NOT EXISTS \"p2\" AS SELECT id FROM posts; DROP TABLE posts;"
            + " ALTER TABLE p2 RENAME TO p3; ALTER TABLE p3 RENAME TO posts;");
    assertThat(lint()).anyMatch(f -> f.startsWith("KL08 V2__m.sql: posts loses its primary key"));
  }

  @Test
  void aRebuildWithoutTheKey_isFound_oneWithItIsNot() throws IOException {
    write(
        "2",
        "CREATE TABLE u2 (id INT, nick TEXT); INSERT INTO u2 SELECT id, nick FROM users;"
            + " CREATE TABLE kinrow_parked_x AS SELECT pragma_foreign_keys.* FROM pragma_foreign_keys;"
            + " DROP TABLE users; ALTER TABLE u2 RENAME TO users;");
    assertThat(lint()).containsExactly("KL08 V2__m.sql: users loses its primary key");
    write("2", "CREATE TABLE copy AS SELECT * FROM users;");
    assertThat(lint()).isEmpty();
  }

  @Test
  void statementsOnAllRows_areFound() throws IOException {
    write(
        "2",
        """
        DELETE FROM posts;
        UPDATE users SET nick = lower(nick);
        WITH old AS (SELECT id FROM posts WHERE body IS NULL) DELETE FROM main.posts;
        UPDATE OR IGNORE "users" SET (nick, id) = (1, 2);
        """);
    assertThat(lint())
        .containsExactly(
            "KL09 V2__m.sql: line 1 deletes all rows of posts: add a condition, or WHERE true if all rows are meant",
            "KL09 V2__m.sql: line 2 changes all rows of users: add a condition, or WHERE true if all rows are meant",
            "KL09 V2__m.sql: line 3 deletes all rows of posts: add a condition, or WHERE true if all rows are meant",
            "KL09 V2__m.sql: line 4 changes all rows of users: add a condition, or WHERE true if all rows are meant");
    write("2", "INSERT INTO users (nick) VALUES ('x');");
    Files.writeString(folder.resolve("U2__m.sql"), "DELETE FROM users;");
    assertThat(lint()).singleElement().asString().startsWith("KL09 U2__m.sql: line 1 deletes");
  }

  @Test
  void statementsOnSomeRows_orOnTheScriptsOwn_areNotFound() throws IOException {
    write(
        "2",
        """
        DELETE FROM posts WHERE id IN (SELECT id FROM users);
        UPDATE users SET nick = (SELECT body FROM posts) WHERE true;
        CREATE TABLE kinds (id INTEGER PRIMARY KEY, name TEXT);
        INSERT INTO kinds VALUES (1, 'a');
        UPDATE kinds SET name = 'b';
        DELETE FROM kinds;
        ALTER TABLE users ADD COLUMN language TEXT;
        UPDATE users SET language = 'en';
        CREATE TRIGGER t AFTER INSERT ON posts BEGIN DELETE FROM users; UPDATE users SET nick = 1; END;
        """);
    Files.writeString(
        folder.resolve("U2__m.sql"),
        "DELETE FROM kinds; DROP TRIGGER t; DROP TABLE kinds; ALTER TABLE users DROP COLUMN language;");
    assertThat(lint()).isEmpty();
  }

  @Test
  void foreignKeysWithoutTheirTable_areFoundOnce() throws IOException {
    write(
        "2",
        "ALTER TABLE users RENAME TO users__old; CREATE TABLE users (id INTEGER PRIMARY KEY, nick TEXT);"
            + " INSERT INTO users SELECT * FROM users__old; DROP TABLE users__old;");
    write(
        "3",
        "CREATE TABLE a (id INTEGER PRIMARY KEY, b INT REFERENCES later); CREATE INDEX i ON a (b);");
    write("4", "CREATE TABLE later (id INTEGER PRIMARY KEY);");
    assertThat(lint())
        .filteredOn(finding -> finding.startsWith("KL10"))
        .containsExactly(
            "KL10 V2__m.sql: leaves posts (user_id) referencing users__old, which does not exist: with foreign keys on, every insert fails",
            "KL10 V3__m.sql: leaves a (b) referencing later, which does not exist: with foreign keys on, every insert fails");
  }

  /** A table without an index that is left out is as unchanged as any other. */
  @Test
  void foreignKeyWithoutItsTable_isFoundOnce_whereAnIndexIsLeftOut() throws IOException {
    write(
        "2",
        "CREATE TABLE a (id INTEGER PRIMARY KEY, b INT REFERENCES later); CREATE INDEX i ON a (b);");
    write("3", "CREATE TABLE b (id INTEGER PRIMARY KEY);");
    write("4", "CREATE TABLE c (id INTEGER PRIMARY KEY);");
    FlywaySettings settings =
        FlywaySettings.defaults().locations("filesystem:" + folder).leavingOut("i");
    assertThat(Lint.of(settings).without(Rule.NO_UNDO).run())
        .extracting(Finding::toString)
        .filteredOn(finding -> finding.startsWith("KL10"))
        .containsExactly(
            "KL10 V2__m.sql: leaves a (b) referencing later, which does not exist: with foreign keys on, every insert fails");
  }

  @Test
  void transactionStatements_areFoundInBothDirections() throws IOException {
    write("2", "CREATE TABLE b (id INTEGER PRIMARY KEY);\nCOMMIT;\nDELETE FROM nosuch;");
    Files.writeString(folder.resolve("U2__m.sql"), "/* x */ BEGIN IMMEDIATE; DROP TABLE b; END;");
    assertThat(lint())
        .extracting(finding -> finding.substring(0, finding.indexOf(": Flyway")))
        .containsExactly(
            "KL11 V2__m.sql: line 2 COMMIT",
            "KL11 U2__m.sql: line 1 BEGIN",
            "KL11 U2__m.sql: line 1 END");
  }

  @Test
  void whatACommentSaysIsMeant_isNotFound() throws IOException {
    write(
        "2",
        "-- kinrow:nolint KL01 the nicks were never shown\n"
            + "/* kinrow:nolint no-undo,KL09 nobody reads posts */\n"
            + "ALTER TABLE users DROP COLUMN nick; DELETE FROM posts;");
    Files.delete(folder.resolve("U2__m.sql"));
    assertThat(lint()).isEmpty();
    write("3", "DROP INDEX posts_user; -- kinrow:nolint KL02 tiny\nDELETE FROM users;");
    assertThat(lint())
        .containsExactly(
            "KL09 V3__m.sql: line 2 deletes all rows of users: add a condition, or WHERE true if all rows are meant");
    assertThat(texts(Lint.of(folder).since("3"))).isEmpty();
    write("4", "-- kinrow:nolint KL02 it is V3 that dropped the index\nSELECT 1;");
    assertThat(texts(Lint.of(folder).since("3")))
        .containsExactly(
            "KL12 V4__m.sql: line 1 suppresses KL02, which finds nothing here: remove the comment");
  }

  @Test
  void foreignKeyWithoutIndex_isSilencedWhereItIsMade() throws IOException {
    write(
        "2",
        "-- kinrow:nolint KL02 never deleted from\n"
            + "CREATE TABLE a (id INTEGER PRIMARY KEY, user_id INT REFERENCES users);");
    assertThat(lint()).isEmpty();
  }

  @Test
  void commentThatSilencesNothing_isFound_unlessItCannotBeJudged() throws IOException {
    write("2", "-- kinrow:nolint KL01 x\n-- kinrow:nolint KL03 large\nSELECT 1;");
    assertThat(lint())
        .containsExactly(
            "KL12 V2__m.sql: line 1 suppresses KL01, which finds nothing here: remove the comment");
    assertThat(Lint.of(folder).without(Rule.DESTRUCTIVE).run()).isEmpty();
    assertThat(Lint.of(folder).without(Rule.UNUSED_NOLINT).run()).isEmpty();
    assertThat(texts(Lint.of(folder).database(migrated()).since("1"))).hasSize(2);
  }

  @Test
  void commentWithoutReasonOrRule_isRefused() throws IOException {
    write(
        "2",
        "SELECT 1;\n-- kinrow:nolint KL01\n-- kinrow:nolint KL99 why\n-- kinrow:nolint\n"
            + "-- kinrow:nolint KL12 no\nSELECT '-- kinrow:nolint KL98 a string';");
    assertThatThrownBy(this::lint)
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("V2__m.sql:2: name the rule and the reason")
        .hasMessageContaining("V2__m.sql:3: there is no rule KL99")
        .hasMessageContaining("V2__m.sql:4: name the rule and the reason")
        .hasMessageContaining("V2__m.sql:5: KL12 is about these comments")
        .message()
        .doesNotContain("KL98");
  }

  @Test
  void onlyWhatIsAboveAVersion_isLookedAt() throws IOException {
    write("2", "DELETE FROM posts; -- kinrow:nolint KL99\n");
    write("10", "DELETE FROM users;");
    write("11", "CREATE TABLE a (id INTEGER PRIMARY KEY, user_id INT REFERENCES users);");
    assertThat(texts(Lint.of(folder).since("2")))
        .extracting(finding -> finding.substring(0, 4))
        .containsExactly("KL09", "KL02");
    assertThat(texts(Lint.of(folder).since("10")))
        .singleElement()
        .asString()
        .startsWith("KL02 a: no index starts with user_id");
    assertThat(texts(Lint.of(folder).since("11.1"))).isEmpty();
  }

  @Test
  void onlyWhatIsNewSinceACommit_isLookedAt() throws Exception {
    write("2", "DELETE FROM posts;");
    write("3", "SELECT 1;");
    Files.delete(folder.resolve("U3__m.sql"));
    git("init", "-q", "-b", "main");
    git("add", "-A");
    git("commit", "-q", "-m", "one");
    git("checkout", "-q", "-b", "work");
    write("4", "DELETE FROM users;");
    git("add", "-A");
    git("commit", "-q", "-m", "two");
    git("checkout", "-q", "main");
    write("2", "DELETE FROM posts; SELECT 2;");
    git("commit", "-q", "-a", "-m", "meanwhile");
    git("checkout", "-q", "work");
    write("5", "DELETE FROM users; SELECT 'not added yet';");
    assertThat(codes(Lint.of(folder).sinceGit("main")))
        .containsExactly("KL09 V4__m.sql", "KL09 V5__m.sql");
    Files.writeString(folder.resolve("U2__m.sql"), "SELECT 'an undo changed'");
    assertThat(codes(Lint.of(folder).sinceGit("main")))
        .containsExactly("KL09 V2__m.sql", "KL09 V4__m.sql", "KL09 V5__m.sql");
    assertThat(codes(Lint.of(folder).sinceGit("HEAD").since("2")))
        .containsExactly("KL09 V5__m.sql");
    for (String none : List.of("nosuch", "--output=x", "", "HEAD^{tree}")) {
      assertThatThrownBy(() -> Lint.of(folder).sinceGit(none).run())
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("commit");
    }
  }

  @Test
  void folderOutsideGit_isRefused() {
    assertThatThrownBy(() -> Lint.of(folder).sinceGit("main").run())
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("Git does not know a commit 'main'");
  }

  private static List<String> codes(Lint lint) {
    return texts(lint).stream().map(finding -> finding.substring(0, finding.indexOf(':'))).toList();
  }

  private void git(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("git", "-c", "user.name=t", "-c", "user.email=t@example.org"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }

  private String location() {
    return "filesystem:" + folder;
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
