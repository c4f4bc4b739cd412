package io.kinrow.microblog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with scripts, as people read it. */
class PlainErrorsTest {

  @TempDir Path folder;

  private void script(String name, String sql) throws Exception {
    Files.createDirectories(folder.resolve("scripts"));
    Files.writeString(folder.resolve("scripts").resolve(name), sql);
  }

  private Cli.Result run(String command) throws Exception {
    return Cli.in(folder).run(("db " + command + " --migrations scripts").split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lint",
        "desired",
        "squash --write",
        "diff --desired d.sql",
        "revision -m x --desired d.sql"
      })
  void namesScriptLineAndStatement(String command) throws Exception {
    script("V1__a.sql", "CREATE TABLE a (id INTEGER PRIMARY KEY);\n\nINSERT INTO b VALUES (1);");
    Files.writeString(folder.resolve("d.sql"), "CREATE TABLE a (id INTEGER PRIMARY KEY);");
    Cli.Result result = run(command);
    assertThat(result.err())
        .isEqualTo(
            "microblog: V1__a.sql, line 3: no such table: b, in the statement: INSERT INTO b"
                + " VALUES (1).\n");
    assertThat(result.code()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"desired", "squash --write", "diff --desired d.sql", "rehearse --db microblog.db"})
  void namesMisnamedMigrations(String command) throws Exception {
    Cli.migrated(folder);
    script("V1__a.sql", "CREATE TABLE a (id INTEGER PRIMARY KEY);");
    script("V2_b.sql", "CREATE TABLE b (id INTEGER PRIMARY KEY);");
    Files.writeString(folder.resolve("d.sql"), "CREATE TABLE a (id INTEGER PRIMARY KEY);");
    if (command.startsWith("rehearse")) {
      Files.delete(folder.resolve("microblog.db"));
      Files.createFile(folder.resolve("microblog.db"));
    }
    run(command).refused("V2_b.sql is not a valid name for a migration", "V1.2__description.sql");
  }

  @Test
  void lintReportsMisnamedMigrations_inFull() throws Exception {
    script("V1__a.sql", "CREATE TABLE a (id INTEGER PRIMARY KEY);");
    script("U1__a.sql", "DROP TABLE a;");
    script("V2_b.sql", "");
    assertThat(run("lint").ok().out())
        .contains(
            "V2_b.sql is not a valid name for a migration, and Flyway ignores it; it should look like V1.2__description.sql |");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lint", "desired", "squash --write"})
  void refusesAFolder_withoutMigrations(String command) throws Exception {
    Files.createDirectory(folder.resolve("scripts"));
    run(command).refused("There are no migrations in filesystem:", "check the locations");
  }

  @Test
  void squash_printsUntilItIsToldToWrite() throws Exception {
    script("V1__a.sql", "CREATE TABLE a (id INTEGER PRIMARY KEY);");
    script("V2__b.sql", "CREATE TABLE b (id INTEGER PRIMARY KEY);");
    assertThat(run("squash").ok().out())
        .startsWith("-- scripts/B2__baseline.sql, not written: add --write\nCREATE TABLE a");
    assertThat(folder.resolve("scripts/B2__baseline.sql")).doesNotExist();
    assertThat(run("squash --write").ok().out()).startsWith("Wrote scripts/B2__baseline.sql");
    run("squash --to 1")
        .refused("B2__baseline.sql already replaces all versions up to 2", "Delete it first");
    run("squash --write").refused("B2__baseline.sql already exists");
  }
}
