package io.kinrow.migrate.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.fixture.Engine;
import io.kinrow.migrate.fixture.Scripts;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a process prints whose Flyway logs to the console, as it does without a library for logs:
 * what the process itself prints, and nothing of scratch databases.
 */
final class QuietProofTest {
  private static final int TABLES = 300;

  @TempDir Path folder;

  @Test
  void proofsOnPostgresLogNothing_whateverFails() throws Exception {
    Scripts scripts = failing("CREATE TABLE IF NOT EXISTS two (id int)");

    assertThat(printed("verify", Engine.postgres().url(), scripts))
        .containsExactly("1 many: PROVED", "2 fails: FAILED", "3 right: PROVED", "4 bad: FAILED");
  }

  @Test
  void proofsOnSqliteLogNothing_whateverFails() throws Exception {
    Scripts scripts = failing("CREATE TABLE two (id int)");

    assertThat(printed("verify", "jdbc:sqlite::memory:", scripts))
        .containsExactly("1 many: PROVED", "2 fails: FAILED", "3 right: PROVED", "4 bad: FAILED");
  }

  @Test
  void undoOfTheDatabaseItself_isLogged() throws Exception {
    Scripts scripts =
        new Scripts(folder.resolve("sql"))
            .with("V1__a.sql", "CREATE TABLE a (id int);")
            .with("U1__a.sql", "DROP TABLE a;")
            .with("V2__b.sql", "CREATE TABLE b (id int);");

    assertThat(printed("undo", Engine.sqlite(folder).url(), scripts))
        .contains(
            "INFO: Migrating schema \"main\" to version \"1 - a\"", "INFO: Undoing version 1 - a");
  }

  /** Constraints of the same name, notices and warnings, and scripts that fail. */
  private Scripts failing(String two) {
    StringBuilder many = new StringBuilder();
    StringBuilder none = new StringBuilder();
    for (int i = 1; i <= TABLES; i++) {
      many.append(
          "CREATE TABLE t%d (id int PRIMARY KEY, o int, CONSTRAINT fk FOREIGN KEY (o) REFERENCES t%d (id));\n"
              .formatted(i, Math.max(1, i - 1)));
      none.insert(0, "DROP TABLE t" + i + ";\n");
    }
    return new Scripts(folder.resolve("sql"))
        .with("V1__many.sql", many + "DROP TABLE IF EXISTS nowhere;")
        .with("U1__many.sql", none.toString())
        .with("V2__fails.sql", two + ";")
        .with("U2__fails.sql", "DROP TABLE nowhere;")
        .with("V3__right.sql", "CREATE TABLE three (id int);")
        .with("U3__right.sql", "DROP TABLE three;")
        .with("V4__bad.sql", "CREATE TABLE three (id int);");
  }

  private List<String> printed(String command, String url, Scripts scripts) throws Exception {
    Path out = folder.resolve("out");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-Duser.language=en",
                "-cp",
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, 0))
                    .filter(jar -> !jar.contains("slf4j"))
                    .collect(Collectors.joining(File.pathSeparator)),
                Command.class.getName(),
                command,
                url,
                scripts.location())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    process.waitFor();
    return Files.readString(out, StandardCharsets.UTF_8).lines().toList();
  }

  /** The process. */
  static final class Command {
    private Command() {}

    public static void main(String[] arguments) {
      Migrations migrations = Migrations.of(arguments[1], arguments[2]);
      if (arguments[0].equals("undo")) {
        migrations.migrate("1");
        migrations.verify();
        migrations.undo(migrations.planUndo(), false);
        return;
      }
      VerifyReport report =
          arguments[1].startsWith("jdbc:sqlite:")
              ? migrations.verify()
              : migrations.verify(arguments[1], "", "");
      report
          .proofs()
          .forEach(
              p -> System.out.println(p.version() + " " + p.description() + ": " + p.outcome()));
    }
  }
}
