package io.kinrow.microblog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DbCommandsTest {

  private static final Path MIGRATIONS = Path.of("../schema/src/main/resources/db/migration");

  @TempDir Path folder;

  @Test
  void migratesStepwise_andSaysWhatItDid() throws Exception {
    Cli cli = Cli.in(folder);
    assertThat(cli.run("db", "migrate", "--to", "2", "--format", "csv").ok().out())
        .isEqualTo(
            """
            action,version,description,script
            migrated,1,users,V1__users.sql
            migrated,2,posts,V2__posts.sql
            """);
    assertThat(cli.run("db", "migrate", "--dry-run").ok().out())
        .contains("would migrate | 3 ", "Version 2 → 4");
    assertThat(cli.run("db", "info", "--format", "csv").ok().out())
        .contains("2,posts,Success,V2__posts.sql,U2__posts.sql,")
        .contains("3,followers,Pending,V3__followers.sql,U3__followers.sql,\n");
    cli.run("db", "migrate", "--to", "77").refused("version 77");
    assertThat(cli.run("db", "migrate").ok().out()).contains("Version 2 → 4");
    assertThat(cli.run("db", "migrate").ok().out()).isEqualTo("Up to date.\n");
    assertThat(cli.run("db", "validate").ok().out())
        .isEqualTo("Scripts and history fit together.\n");
  }

  @Test
  void undoesAfterABackup_thatCanBeRestored() throws Exception {
    Cli cli = Cli.seeded(folder);
    String[] dump = {"post", "list", "--size", "100", "--format", "csv"};
    String posts = cli.run(dump).ok().out();
    cli.run("db", "undo").refused("this needs a yes", "--yes");
    cli.run("db", "undo", "--to", "1", "--steps", "2").usage("mutually exclusive");
    assertThat(cli.run("db", "undo", "--steps", "2", "--dry-run").ok().out())
        .contains("would undo | 4 ", "would undo | 3 ", "Version 4 → 2");
    assertThat(cli.run("db", "undo", "--to", "2", "--yes", "--format", "json").ok().out())
        .contains("\"action\" : \"undone\"", "\"from\" : \"4\"", "\"to\" : \"2\"", "backup.db\"");
    assertThat(cli.run("db", "history", "--format", "csv").ok().out())
        .contains("5,undo,4,post replies,U4__post_replies.sql,");
    cli.run(dump).refused("older than this program");
    cli.run("db", "restore", backup().toString()).refused("this needs a yes");
    cli.run("db", "restore", backup().toString(), "--yes").ok();
    assertThat(cli.run(dump).ok().out()).isEqualTo(posts);
    assertThat(cli.run("db", "redo", "--yes", "--format", "csv").ok().out())
        .contains("undone,4,", "migrated,4,");
    cli.run("db", "restore", "nothing.db", "--yes").refused("no file nothing.db");
  }

  @Test
  void undoesDownToADate_andTheLastRun_andPrunesBackups() throws Exception {
    Cli cli = Cli.in(folder);
    cli.run("db", "migrate").ok();
    assertThat(
            cli.run("db", "undo", "--last-run", "--dry-run")
                .warned("Taken to be the last run", "4, 3, 2, 1")
                .out())
        .contains("would undo | 4 ", "would undo | 1 ");
    assertThat(cli.run("db", "undo", "--to-date", "2000-01-31 12:00", "--dry-run").ok().out())
        .contains("would undo | 4 ", "would undo | 1 ");
    assertThat(cli.run("db", "undo", "--to-date", "2999-01-31", "--dry-run").ok().out())
        .doesNotContain("would undo");
    cli.run("db", "undo", "--to-date", "yesterday").usage("2026-01-31T23:59");
    cli.run("db", "undo", "--to-date", "2999-01-31", "--last-run").usage("mutually exclusive");
    cli.run("db", "undo", "--to-date", "2000-01-31", "--yes").ok();
    cli.run("db", "backup").ok();
    assertThat(cli.run("db", "backup", "--keep", "1").ok().out())
        .contains("Deleted 2 older backups.");
    assertThat(backup()).exists();
    cli.run("db", "backup", "--keep", "0").usage("--keep counts from 1");
  }

  @Test
  void undoesWhatRanOfAFailedMigration() throws Exception {
    Cli cli = Cli.in(folder);
    cli.run("db", "migrate", "--to", "3").ok();
    assertThat(cli.run("db", "undo", "--failed").warned("No migration has failed").out()).isEmpty();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("microblog.db"));
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "ALTER TABLE posts ADD COLUMN reply_to_id INTEGER REFERENCES posts (id) ON DELETE SET NULL;"
              + " INSERT INTO flyway_schema_history SELECT 4, '4', 'post replies', 'SQL',"
              + " 'V4__post_replies.sql', 1294812277, '', '2026-01-31 12:00:00.000', 0, 0");
    }
    cli.run("db", "undo", "--yes").refused("failed run of V4__post_replies.sql");
    assertThat(
            cli.run("db", "undo", "--failed", "--dry-run")
                .warned("V4__post_replies.sql failed: 1 of its 2 statements ran")
                .out())
        .contains("DROP COLUMN reply_to_id;")
        .doesNotContain("DROP INDEX");
    cli.run("db", "undo", "--failed", "--last-run").usage("mutually exclusive");
    cli.run("db", "undo", "--failed", "--script")
        .usage("--failed and --script are mutually exclusive", "--dry-run");
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("microblog.db"));
        Statement statement = connection.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      Cli.Result waiting = cli.run("db", "undo", "--failed", "--yes");
      assertThat(waiting.err().lines().skip(1))
          .containsExactly(
              "microblog: waiting for another program that is writing to microblog.db",
              "microblog: microblog.db is still locked by another program that writes to it, and"
                  + " nothing was changed. Wait until it has finished, or close it, and try"
                  + " again.");
      assertThat(waiting.code()).isEqualTo(1);
      statement.execute("ROLLBACK");
    }
    cli.run("db", "undo", "--failed", "--yes").warned("1 of its 2 statements ran");
    assertThat(backup()).exists();
    assertThat(cli.run("db", "migrate").ok().out()).contains("Version 3 → 4");
  }

  @Test
  void refusesToRestore_whatIsNoBackup() throws Exception {
    Cli cli = Cli.migrated(folder);
    byte[] before = Files.readAllBytes(folder.resolve("microblog.db"));
    Files.writeString(folder.resolve("text.txt"), "Dear diary, this is no database at all.");
    cli.run("db", "restore", "text.txt", "--yes").refused("text.txt cannot be read as an SQLite");
    Files.createDirectory(folder.resolve("copies"));
    cli.run("db", "restore", "copies", "--yes").refused("copies is a folder");
    Files.createFile(folder.resolve("empty.db"));
    cli.run("db", "restore", "empty.db", "--yes").refused("empty.db is not a blog", "history");
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("songs.db"));
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE songs (id INTEGER PRIMARY KEY)");
    }
    cli.run("db", "restore", "songs.db", "--yes").refused("songs.db is not a blog");
    assertThat(Files.readAllBytes(folder.resolve("microblog.db"))).isEqualTo(before);
  }

  @Test
  void refusesToBackUp_whenTheFolderIsMissing() throws Exception {
    Cli.migrated(folder)
        .run("db", "backup", "nodir/b.db")
        .refused("There is no folder", "nodir", "mkdir -p");
  }

  private Path backup() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      // a second one within a second is numbered: .backup-2.db
      return files
          .filter(file -> file.toString().matches(".*\\.backup(-\\d+)?\\.db"))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void provesBacksUpAndRepairs() throws Exception {
    Cli cli = Cli.seeded(folder);
    assertThat(cli.run("db", "verify", "--format", "csv").ok().out().lines().skip(1))
        .hasSize(4)
        .allMatch(line -> line.contains(",proved,"));
    assertThat(cli.run("db", "backup", "copy.db").ok().out()).startsWith("Copied to ");
    cli.run("db", "backup", "copy.db").refused("copy.db already exists");
    assertThat(Cli.in(folder).run("stats", "--db", "copy.db").ok().out()).contains("users ");
    cli.run("db", "repair").ok();
  }

  @Test
  void findsProblems_andExitsWithOne() throws Exception {
    Cli cli = Cli.migrated(folder);
    assertThat(cli.run("db", "check").ok().out()).isEqualTo("No drift.\n");
    String url = "jdbc:sqlite:" + folder.resolve("microblog.db");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE INDEX by_hand ON posts (body)");
      statement.execute("UPDATE flyway_schema_history SET checksum = 1 WHERE version = '2'");
    }
    Cli.Result check = cli.run("db", "check", "--format", "csv");
    assertThat(check.out()).contains("database,added,index,by_hand");
    assertThat(check.code()).isEqualTo(1);
    Cli.Result validate = cli.run("db", "validate", "--format", "json");
    assertThat(validate.out()).contains("checksum");
    assertThat(validate.code()).isEqualTo(1);
  }

  @Test
  void writesTheNextMigration_fromTheDesiredSchema() throws Exception {
    Path migrations = Files.createDirectory(folder.resolve("migrations"));
    try (Stream<Path> scripts = Files.list(MIGRATIONS)) {
      for (Path script : (Iterable<Path>) scripts::iterator) {
        Files.copy(script, migrations.resolve(script.getFileName()));
      }
    }
    Cli cli = Cli.in(folder);
    cli.run("db", "diff", "--migrations", "migrations").refused("no schema", "--desired FILE");
    cli.run("db", "diff").refused("no folder", "--migrations FOLDER");
    String[] where = {"--migrations", "migrations", "--desired", "desired.sql"};
    Files.writeString(folder.resolve("desired.sql"), desired("language TEXT NOT NULL"));
    run(cli, where, "db", "diff").refused("posts.language", "--fill posts.language=");
    Files.writeString(folder.resolve("desired.sql"), desired("language TEXT"));
    assertThat(run(cli, where, "db", "diff").ok().out())
        .contains("| added  | column | posts.language |", "ALTER TABLE posts ADD COLUMN language")
        .contains("DROP COLUMN language");
    assertThat(run(cli, where, "db", "diff", "--format", "json").ok().out())
        .contains("\"object\" : \"posts.language\"", "\"migration\" : \"", "\"undo\" : \"");
    assertThat(run(cli, where, "db", "revision", "-m", "add language", "--dry-run").ok().out())
        .contains("V5__add_language.sql");
    assertThat(migrations.resolve("V5__add_language.sql")).doesNotExist();
    assertThat(
            run(cli, where, "db", "revision", "-m", "add language", "--format", "csv").ok().out())
        .contains("V5__add_language.sql", "U5__add_language.sql");
    assertThat(migrations.resolve("V5__add_language.sql")).content().contains("ADD COLUMN");
    assertThat(run(cli, where, "db", "diff").ok().out())
        .isEqualTo("The migrations give the desired schema.\n");
    run(cli, where, "db", "revision", "-m", "again").refused("There are no differences");
    Files.writeString(folder.resolve("desired.sql"), desired("language TEXT, more TEXT"));
    assertThat(
            run(cli, where, "db", "revision", "-m", "x", "--revision", "timestamp", "--dry-run")
                .ok()
                .out())
        .containsPattern("V20\\d{12}__x\\.sql");

    Files.delete(migrations.resolve("U5__add_language.sql"));
    Cli.Result lint = cli.run("db", "lint", "--migrations", "migrations", "--strict");
    assertThat(lint.out()).contains("KL06");
    assertThat(lint.code()).isEqualTo(1);
    assertThat(cli.run("db", "lint", "--migrations", "migrations", "--without", "KL06").ok().out())
        .isEqualTo("Nothing found.\n");
    assertThat(cli.run("db", "lint", "--migrations", "migrations", "--since", "99").ok().out())
        .isEqualTo("Nothing found.\n");
    cli.run("db", "lint", "--migrations", "migrations", "--since-git", "nosuch")
        .refused("Git does not know a commit 'nosuch'");
    cli.run("db", "lint", "--migrations", "migrations", "--without", "KL99")
        .usage("--without", "no rule 'KL99'", "KL01");
  }

  @Test
  void printsWhatItWouldRun_asAScriptToo() throws Exception {
    Cli cli = Cli.in(folder);
    cli.run("db", "migrate", "--to", "3").ok();
    assertThat(cli.run("db", "migrate", "--dry-run").ok().out())
        .contains("-- V4__post_replies.sql", "ADD COLUMN reply_to_id");
    assertThat(cli.run("db", "migrate", "--dry-run", "--format", "json").ok().out())
        .contains("\"statements\" : [", "ADD COLUMN reply_to_id");
    assertThat(cli.run("db", "migrate", "--script").ok().out())
        .startsWith("-- migrate from version 3 to 4")
        .contains("BEGIN IMMEDIATE;", "'V4__post_replies.sql'");
    assertThat(cli.run("db", "undo", "--script").ok().out())
        .startsWith("-- undo from version 3 to 2")
        .contains("'<< Undo >> followers', 'DELETE', 'U3__followers.sql'");
    assertThat(cli.run("db", "info", "--format", "csv").ok().out()).contains("4,post replies,Pend");
  }

  @Test
  void writesTheDesiredSchema_fromMigrationsOrTheDatabase() throws Exception {
    Cli cli = Cli.migrated(folder);
    String printed =
        cli.run("db", "desired", "--migrations", MIGRATIONS.toAbsolutePath().toString()).ok().out();
    assertThat(printed).contains("CREATE TABLE users", "posts_reply_to_id");
    assertThat(cli.run("db", "desired", "--live", "--desired", "d.sql").ok().out())
        .isEqualTo("Wrote d.sql.\n");
    assertThat(folder.resolve("d.sql")).content().isEqualTo(printed);
    cli.run("db", "desired", "--live", "--desired", "d.sql").refused("d.sql exists already");
    assertThat(
            cli.run("db", "desired", "--live", "--leave-out", "post*", "--leave-out", "*follow*")
                .ok()
                .out())
        .contains("CREATE TABLE users")
        .doesNotContain("CREATE TABLE posts", "followers");
  }

  @Test
  void rehearsesOnACopy_andExitsWithOneWhereRowsRefuse() throws Exception {
    Cli cli = Cli.seeded(folder);
    assertThat(cli.run("db", "rehearse").ok().out()).isEqualTo("Up to date.\n");
    Path migrations = Files.createDirectory(folder.resolve("migrations"));
    try (Stream<Path> scripts = Files.list(MIGRATIONS)) {
      for (Path script : (Iterable<Path>) scripts::iterator) {
        Files.copy(script, migrations.resolve(script.getFileName()));
      }
    }
    Files.writeString(
        migrations.resolve("V5__one_post.sql"), "CREATE UNIQUE INDEX one ON posts (user_id);");
    Cli.Result result = cli.run("db", "rehearse", "--migrations", "migrations");
    assertThat(result.out())
        .contains("V5__one_post.sql", "failed")
        .containsPattern("\\d+ rows of posts have the same \\(user_id\\) as another row");
    assertThat(result.code()).isEqualTo(1);
  }

  private static Cli.Result run(Cli cli, String[] where, String... command) throws Exception {
    List<String> words = new ArrayList<>(List.of(command));
    words.addAll(List.of(where));
    return cli.run(words.toArray(String[]::new));
  }

  private static String desired(String column) throws Exception {
    StringBuilder sql = new StringBuilder();
    for (String script : List.of("V1__users.sql", "V2__posts.sql", "V3__followers.sql")) {
      sql.append(Files.readString(MIGRATIONS.resolve(script))).append('\n');
    }
    return sql.toString()
            .replace(
                "ON DELETE CASCADE\n);\n\nCREATE INDEX posts_user_id",
                "ON DELETE CASCADE,\n  reply_to_id INTEGER REFERENCES posts (id) ON DELETE SET NULL,\n  "
                    + column
                    + "\n);\n\nCREATE INDEX posts_user_id")
        + "CREATE INDEX posts_reply_to_id ON posts (reply_to_id);\n";
  }
}
