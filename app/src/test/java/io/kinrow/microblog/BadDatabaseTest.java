package io.kinrow.microblog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadDatabaseTest {

  @TempDir Path folder;

  private void sql(String... statements) throws Exception {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private Connection connect() throws Exception {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("microblog.db"));
  }

  @Test
  void refusesAndCreatesNothing_whenTheFileIsMissing() throws Exception {
    Cli cli = Cli.in(folder);
    cli.run("user", "list").refused("no database microblog.db", "microblog db migrate");
    cli.run("user", "add", "a", "a@b", "--db", "o'r.db")
        .refused("no database o'r.db", "Create it: microblog --db 'o'\\''r.db' db migrate");
    cli.run("db", "info").refused("no database microblog.db");
    cli.run("db", "migrate", "--db", "none/x.db").refused("no folder", "mkdir -p");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void refuses_whenTheFileIsOfAnotherKind() throws Exception {
    Files.writeString(folder.resolve("microblog.db"), "Dear diary, this is no database at all.");
    Cli cli = Cli.in(folder);
    cli.run("user", "list").refused("microblog.db is not an SQLite database", "--db FILE");
    cli.run("db", "migrate").refused("microblog.db is not an SQLite database");
    cli.run("stats", "--db", ".").refused(". is a folder", "--db FILE");
    cli.run("stats", "--db", "what?.db").refused("'?'", "Rename");
    assertThat(Files.readString(folder.resolve("microblog.db"))).startsWith("Dear diary");
  }

  @Test
  void refuses_whenTheDatabaseIsEmptyOrAnotherProgramsOne() throws Exception {
    Files.createFile(folder.resolve("microblog.db"));
    Cli cli = Cli.in(folder);
    cli.run("user", "list").refused("is empty: it has not been migrated", "microblog db migrate");
    sql("CREATE TABLE songs (id INTEGER PRIMARY KEY)");
    cli.run("user", "list").refused("belongs to another program", "--db FILE");
    cli.run("db", "migrate").refused("belongs to another program", "--db FILE");
    cli.run("db", "validate").refused("belongs to another program", "--db FILE");
  }

  @Test
  void namesTheDatabaseInTheRemedy_whenItIsNotTheUsualOne() throws Exception {
    Cli cli = Cli.migrated(folder);
    sql("UPDATE flyway_schema_history SET success = 0 WHERE version = '4'");
    Files.move(folder.resolve("microblog.db"), folder.resolve("other.db"));
    cli.run("user", "list", "--db", "other.db")
        .refused("microblog --db other.db db info", "microblog --db other.db db repair");
    Files.copy(Template.EMPTY.file(), folder.resolve("empty.db"));
    cli.run("user", "show", "susan", "--db", "empty.db")
        .refused("'microblog --db empty.db user list' shows all");
    assertThat(cli.run("user", "list", "--db", "empty.db").ok().out())
        .contains("microblog --db empty.db user add NICK EMAIL");
  }

  @Test
  void refuses_whenTheDatabaseIsAtAnotherVersion() throws Exception {
    Cli cli = Cli.migrated(folder);
    sql(
        "INSERT INTO flyway_schema_history SELECT 99, '99', 'tomorrow', type, 'V99__tomorrow.sql',"
            + " checksum, installed_by, installed_on, execution_time, 1"
            + " FROM flyway_schema_history WHERE version = '1'");
    cli.run("user", "list").refused("newer than this program", "version 99");
    cli.run("db", "migrate").refused("newer than this program", "version 99");
    cli.run("db", "validate").refused("newer than this program", "version 99");
    sql("UPDATE flyway_schema_history SET success = 0 WHERE version = '99'");
    cli.run("user", "list").refused("migration that failed, version 99", "microblog db repair");
    sql("DELETE FROM flyway_schema_history WHERE version = '99'");
    cli.run("user", "list").ok();
    cli.run("db", "undo", "--to", "2", "--yes", "--no-backup").ok();
    cli.run("user", "list")
        .refused("older than this program: version 3, 4 are not applied", "microblog db migrate");
    cli.run("db", "migrate").ok();
    cli.run("user", "list").ok();
  }

  @Test
  void refuses_whenTheFileIsCorrupt() throws Exception {
    Cli cli = Cli.seeded(folder);
    sql("PRAGMA wal_checkpoint(TRUNCATE)", "PRAGMA journal_mode = DELETE");
    try (RandomAccessFile file =
        new RandomAccessFile(folder.resolve("microblog.db").toFile(), "rw")) {
      byte[] garbage = new byte[200];
      Arrays.fill(garbage, (byte) 0xA5);
      for (long page = 4096; page < file.length(); page += 4096) {
        file.seek(page);
        file.write(garbage);
      }
    }
    cli.run("user", "list")
        .refused("microblog.db is corrupt", "Move it away", "microblog db restore FILE");
    Files.move(folder.resolve("microblog.db"), folder.resolve("damaged.db"));
    cli.run("db", "restore", Template.SEEDED.file().toString(), "--yes").ok();
    cli.run("user", "list").ok();
  }

  @Test
  void refuses_whenAnotherProgramHoldsTheLock() throws Exception {
    Cli cli = Cli.seeded(folder);
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      cli.run("user", "list").ok();
      cli.run("user", "add", "new", "new@example.com")
          .refused("microblog.db is locked by another program", "try again");
      statement.execute("ROLLBACK");
    }
    cli.run("user", "add", "new", "new@example.com").ok();
  }

  @Test
  void saysThatItWaits_andForWhat() throws Exception {
    Cli cli = Cli.seeded(folder);
    for (String command : List.of("db undo --yes", "db migrate", "db redo --yes", "db repair")) {
      try (Connection connection = connect();
          Statement statement = connection.createStatement()) {
        statement.execute("BEGIN IMMEDIATE");
        Cli.Result result = cli.run(command.split(" "));
        assertThat(result.err().lines())
            .containsExactly(
                "microblog: waiting for another program that is writing to microblog.db",
                "microblog: microblog.db is still locked by another program that writes to it, and"
                    + " nothing was changed. Wait until it has finished, or close it, and try"
                    + " again.");
        assertThat(result.code()).isEqualTo(1);
        statement.execute("ROLLBACK");
      }
    }
    cli.run("db", "undo", "--yes").ok();
  }

  /** Root may write what it likes, unless it gives up that right as setpriv does here. */
  @Test
  void readsButRefusesToWrite_whenTheFileIsReadOnly() throws Exception {
    Cli.seeded(folder);
    sql("PRAGMA wal_checkpoint(TRUNCATE)", "PRAGMA journal_mode = DELETE");
    assertThat(folder.resolve("microblog.db").toFile().setReadOnly()).isTrue();
    assertThat(unprivileged("user", "list").ok().out().lines()).hasSize(12 + 4);
    unprivileged("user", "add", "new", "new@example.com")
        .refused("microblog.db is read-only", "name the copy");
    unprivileged("db", "migrate").refused("microblog.db is read-only");
    unprivileged("db", "info").ok();
  }

  @Test
  void readsButRefusesToWrite_whenTheFolderIsReadOnly() throws Exception {
    Path read = Files.createDirectory(folder.resolve("read only"));
    Cli.seeded(read);
    assertThat(read.toFile().setWritable(false)).isTrue();
    String file = "read only/microblog.db";
    assertThat(unprivileged("user", "list", "--db", file).ok().out().lines()).hasSize(12 + 4);
    unprivileged("db", "history", "--db", file).ok();
    unprivileged("stats", "--db", file).ok();
    unprivileged("user", "add", "new", "new@example.com", "--db", file)
        .refused("microblog.db is read-only");
    unprivileged("db", "migrate", "--db", "read only/new.db").refused("is read-only", "--db FILE");
    assertThat(read.toFile().setWritable(true)).isTrue();
  }

  private Cli.Result unprivileged(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("setpriv", "--bounding-set", "-dac_override,-dac_read_search", "--"));
    }
    command.addAll(Jvm.command());
    command.addAll(Arrays.asList(arguments));
    return Cli.process(folder, "", command);
  }

  @Test
  void printsTheStackTrace_onlyWhenAsked() throws Exception {
    Cli.Result result = Cli.in(folder).run("user", "list", "--stacktrace");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("There is no database", "\tat io.kinrow.microblog.");
  }
}
