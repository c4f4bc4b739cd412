package io.kinrow.migrate.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.settings.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way, as its user goes it: real files, a real database, Flyway. */
final class RevisionTest {

  @TempDir Path folder;

  private Path migrations;
  private Path desired;
  private String url;

  @BeforeEach
  void sampleBlog() throws IOException {
    migrations = folder.resolve("migration");
    desired = folder.resolve("desired.sql");
    url = "jdbc:sqlite:" + folder.resolve("blog.db");
    Files.createDirectories(migrations);
    Files.writeString(
        migrations.resolve("V1__blog.sql"),
        """
        CREATE TABLE users (id INTEGER PRIMARY KEY, nick TEXT NOT NULL);
        CREATE TABLE posts (
          id INTEGER PRIMARY KEY,
          body TEXT,
          user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE
        );
        CREATE INDEX posts_user_id ON posts (user_id);
        """);
    Files.writeString(
        desired,
        """
        CREATE TABLE users (id INTEGER PRIMARY KEY, nick VARCHAR(40) NOT NULL DEFAULT '${nick}');
        CREATE TABLE posts (
          id INTEGER PRIMARY KEY,
          body TEXT,
          user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
          language TEXT NOT NULL
        );
        CREATE INDEX posts_user_id ON posts (user_id);
        """);
  }

  @Test
  void flywayRunsTheMigration_andTheUndoGivesTheOldBytesBack() throws Exception {
    migrate(url);
    execute(url, "INSERT INTO users VALUES (1, 'susan')");
    execute(url, "INSERT INTO posts VALUES (1, 'Hello', 1)");
    SchemaDiff diff = diff();
    List<Path> written = Revision.next(migrations, "Add posts' language!").write(diff);
    assertThat(written)
        .extracting(path -> String.valueOf(path.getFileName()))
        .containsExactly(
            "U2__add_posts_language.sql",
            "V2__add_posts_language.sql.conf",
            "V2__add_posts_language.sql");
    migrate(url);
    assertThat(text(url, "SELECT id || body || user_id || language FROM posts"))
        .isEqualTo("1Hello1en");
    Schema live = Schema.ofDatabase(url);
    assertThat(SchemaDiff.between(live, Schema.ofDdl(desired)).isEmpty()).isTrue();
    Migrations blog = Migrations.of(url, location());
    blog.undo(blog.planUndo());
    assertThat(text(url, "SELECT group_concat(id || body || user_id) FROM posts"))
        .isEqualTo("1Hello1");
    assertThat(text(url, "SELECT group_concat(id || nick) FROM users")).isEqualTo("1susan");
  }

  @Test
  void filesAreNamedAndEncoded_asTheProjectsSettingsSay() throws Exception {
    Path named = Files.createDirectory(migrations.resolveSibling("named"));
    Files.writeString(
        named.resolve("M7--blog.ddl"), "CREATE TABLE users (id INTEGER PRIMARY KEY);");
    Files.writeString(named.resolve("V30__other.sql"), "not a migration here");
    Files.writeString(
        desired, "CREATE TABLE users (id INTEGER PRIMARY KEY, \"größe\" TEXT DEFAULT '@[x]');");
    FlywaySettings settings =
        FlywaySettings.of(
                Map.of(
                    "sqlMigrationPrefix", "M",
                    "undoSqlMigrationPrefix", "D",
                    "sqlMigrationSeparator", "--",
                    "sqlMigrationSuffixes", ".ddl",
                    "placeholderPrefix", "@[",
                    "placeholderSuffix", "]",
                    "encoding", "ISO-8859-1"))
            .locations("filesystem:" + named);
    SchemaDiff diff =
        SchemaDiff.between(Schema.ofMigrations(settings), Schema.ofDdl(desired, settings));
    assertThat(Revision.next(named, "size", settings).write(diff))
        .extracting(path -> String.valueOf(path.getFileName()))
        .contains("D8--size.ddl", "M8--size.ddl.conf", "M8--size.ddl");
    assertThat(
            SchemaDiff.between(Schema.ofMigrations(settings), Schema.ofDdl(desired, settings))
                .isEmpty())
        .isTrue();
    assertThatThrownBy(() -> Revision.of(named, "8", "again", settings))
        .hasMessageContaining("already has a migration with version 8");
  }

  @Test
  void verifierOfMigrationsAgrees_andChildrenSurviveUnderForeignKeysOn() throws Exception {
    String strict = url + "?foreign_keys=on";
    migrate(url);
    execute(url, "INSERT INTO users VALUES (1, 'susan')");
    execute(url, "INSERT INTO posts VALUES (1, 'Hello', 1)");
    Files.writeString(migrations.resolve("U1__blog.sql"), "DROP TABLE posts; DROP TABLE users;");
    Revision.next(migrations, "language").write(diff());
    Migrations blog = Migrations.of(strict, location());
    blog.migrate();
    assertThat(text(url, "SELECT id || body || user_id || language FROM posts"))
        .isEqualTo("1Hello1en");
    blog.undo(blog.planUndo());
    assertThat(text(url, "SELECT id || body || user_id FROM posts")).isEqualTo("1Hello1");
    assertThat(blog.verify().passed()).isTrue();
  }

  @Test
  void scriptFailsBeforeAnyHarm_whenAnotherToolRunsItWithForeignKeysOn() throws Exception {
    migrate(url);
    execute(url, "INSERT INTO users VALUES (1, 'susan')");
    execute(url, "INSERT INTO posts VALUES (1, 'Hello', 1)");
    String script = "BEGIN;\n" + diff().migration() + "COMMIT;";
    assertThatThrownBy(() -> execute(url + "?foreign_keys=on", script))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("run_with_foreign_keys_off");
    assertThat(text(url, "SELECT count(*) FROM posts")).isEqualTo("1");
    assertThat(text(url, "SELECT count(*) FROM pragma_table_info('posts')")).isEqualTo("3");
  }

  @Test
  void nothingIsWritten_whenTheFillIsMissing() throws IOException {
    assertThatThrownBy(
            () -> SchemaDiff.between(Schema.ofMigrations(location()), Schema.ofDdl(desired)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("--fill posts.language=\"''\"");
    try (var files = Files.list(migrations)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void versionFollowsTheLast_inItsOwnStyle() throws IOException {
    assertThat(Revision.next(migrations, "a").version()).isEqualTo("2");
    Files.writeString(migrations.resolve("V009__b.sql"), "SELECT 1");
    assertThat(Revision.next(migrations, "a").version()).isEqualTo("010");
    Files.writeString(migrations.resolve("V10.4__b.sql"), "SELECT 1");
    assertThat(Revision.next(migrations, "a").version()).isEqualTo("10.5");
  }

  @Test
  void takenVersion_isRefused() {
    assertThatThrownBy(() -> Revision.of(migrations, "01", "again"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("already has a migration with version 01");
  }

  @Test
  void badNames_areRefused() {
    assertThatThrownBy(() -> Revision.next(migrations, "?!"))
        .hasMessageContaining("needs a description");
    assertThatThrownBy(() -> Revision.of(migrations, "x", "a"))
        .hasMessageContaining("\"x\" is not a version");
  }

  @Test
  void equalSchemas_haveNothingToWrite() {
    Schema migrated = Schema.ofMigrations(location());
    SchemaDiff none = SchemaDiff.between(migrated, migrated);
    assertThat(none.isEmpty()).isTrue();
    assertThatThrownBy(() -> Revision.next(migrations, "a").write(none))
        .hasMessage("There are no differences, so there is no migration to write");
  }

  private SchemaDiff diff() {
    return SchemaDiff.between(
        Schema.ofMigrations(location()),
        Schema.ofDdl(desired),
        DiffOptions.defaults().fill("posts.language", "'en'"));
  }

  private String location() {
    return "filesystem:" + migrations;
  }

  private void migrate(String database) {
    Flyway.configure().dataSource(database, null, null).locations(location()).load().migrate();
  }

  private static void execute(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private static String text(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      return result.getString(1);
    }
  }

  @Test
  void versionIsTheTime_whenAskedFor_butNeverUnderTheLast() throws IOException {
    Clock clock = Clock.fixed(Instant.parse("2026-01-31T23:59:58Z"), ZoneOffset.UTC);
    assertThat(Revision.stamped(migrations, "a", FlywaySettings.defaults(), clock).version())
        .isEqualTo("20260131235958");
    Files.writeString(migrations.resolve("V20260131235958__b.sql"), "SELECT 1;");
    assertThat(Revision.stamped(migrations, "a", FlywaySettings.defaults(), clock).version())
        .isEqualTo("20260131235959");
    Files.writeString(migrations.resolve("V30000101000000__b.sql"), "SELECT 1;");
    assertThat(Revision.stamped(migrations, "a", FlywaySettings.defaults(), clock).version())
        .isEqualTo("30000101000001");
    assertThat(Revision.choose(migrations, "next", "a", FlywaySettings.defaults()).version())
        .isEqualTo("30000101000001");
    assertThat(Revision.choose(migrations, "7.1", "a", FlywaySettings.defaults()).version())
        .isEqualTo("7.1");
  }
}
