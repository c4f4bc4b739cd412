package io.kinrow.microblog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --placeholder}, {@code --table} and {@code --flyway-config}. */
class FlywayOptionsTest {

  @TempDir Path folder;

  private List<String> histories(String file) throws Exception {
    List<String> names = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(file));
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT name FROM sqlite_schema AS t WHERE type = 'table' AND EXISTS ("
                    + "SELECT 1 FROM pragma_table_info(t.name) WHERE name = 'installed_rank')")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  @Test
  void historyHasTheNameThatItWasGiven_inEveryCommand() throws Exception {
    Cli cli = Cli.in(folder);
    String[] table = {"--table", "my history"};
    cli.run("db", "migrate", "--to", "3", table[0], table[1]).ok();
    assertThat(histories("microblog.db")).containsExactly("my history");
    assertThat(cli.run("db", "info", "--format", "csv", table[0], table[1]).ok().out())
        .contains("3,followers,Success", "4,post replies,Pending");
    cli.run("user", "list").refused("older than this program: version 4");

    // a database says itself which table it is
    assertThat(cli.run("db", "migrate").ok().out()).contains("Version 3 → 4");
    assertThat(cli.run("user", "list").ok().out()).contains("No users");
    assertThat(cli.run("db", "history", "--format", "csv").ok().out().lines()).hasSize(5);
    assertThat(cli.run("db", "validate").ok().out()).contains("fit together");
    assertThat(cli.run("db", "check").ok().out()).isEqualTo("No drift.\n");
    assertThat(cli.run("db", "repair").ok().out()).contains("Nothing to repair");
    assertThat(cli.run("db", "verify", "--format", "csv").ok().out().lines()).hasSize(5);
    assertThat(cli.run("db", "redo", "--yes").ok().out()).contains("migrated");
    assertThat(cli.run("db", "undo", "--yes", table[0], table[1]).ok().out())
        .contains("Version 4 → 3");
    assertThat(histories("microblog.db")).containsExactly("my history");
    cli.run("db", "info", "--table").usage("--table");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "info",
        "history",
        "validate",
        "verify",
        "repair",
        "check",
        "rehearse",
        "migrate",
        "undo --yes",
        "redo --yes",
        "desired --live",
        "migrate --dry-run",
        "undo --script"
      })
  void refusesAHistoryTable_thatTheFileDoesNotHave(String command) throws Exception {
    Cli cli = Cli.in(folder);
    Files.copy(Template.EMPTY.file(), folder.resolve("microblog.db"));
    cli.run(("db " + command + " --table nope").split(" "))
        .refused("has no history table 'nope'; it has 'flyway_schema_history'");
    assertThat(histories("microblog.db")).containsExactly("flyway_schema_history");
  }

  @ParameterizedTest
  @ValueSource(strings = {"info", "history", "validate", "verify", "check", "undo", "redo"})
  void refusesAHistoryTable_whereThereIsNone(String command) throws Exception {
    Files.createFile(folder.resolve("microblog.db"));
    Cli.in(folder)
        .run(("db " + command + " --table nope").split(" "))
        .refused("microblog.db has no history table 'nope', nor any other");
  }

  @Test
  void firstMigration_mayNameItsHistory_inAnEmptyFile() throws Exception {
    Cli cli = Cli.in(folder);
    Files.createFile(folder.resolve("microblog.db"));
    cli.run("db", "rehearse", "--table", "own").ok();
    cli.run("db", "migrate", "--to", "3", "--table", "own").ok();
    assertThat(histories("microblog.db")).containsExactly("own");
    // both look at the table that the file has
    assertThat(cli.run("db", "rehearse", "--format", "csv").ok().out().lines()).hasSize(2);
    assertThat(cli.run("db", "desired", "--live").ok().out()).doesNotContain("own");
    cli.run("db", "info", "--table", "OWN").ok();
    cli.run("db", "backup", "copy.db").ok();
    cli.run("db", "restore", "copy.db", "--yes").ok();
    cli.run("db", "restore", "copy.db", "--yes", "--table", "nope")
        .refused("copy.db has no history table 'nope'; it has 'own'");
  }

  @Test
  void refusesFoldersThatAreMissing_beforeAnythingRuns() throws Exception {
    Cli cli = Cli.migrated(folder);
    cli.run("db", "rehearse", "--migrations", "nope").refused("There is no folder nope");
    cli.run("db", "desired", "--migrations", "nope").refused("There is no folder nope");
    cli.run("db", "desired", "--live", "--desired", "nope/x.sql")
        .refused("There is no folder", "mkdir -p");
    cli.run("db", "check", "--desired", "nope/x.sql").refused("There is no schema nope/x.sql");
    cli.run("db", "diff", "--migrations", ".", "--desired", "nope/x.sql")
        .refused("There is no schema nope/x.sql");
  }

  @Test
  void settingsComeFromAFile_whichOptionsOverride() throws Exception {
    Cli cli = Cli.in(folder);
    Files.writeString(
        folder.resolve("flyway.conf"),
        """
        flyway.url=jdbc:sqlite:never.db
        flyway.table=from_file
        flyway.placeholders.name=from_file
        """);
    cli.run("--db", "a.db", "db", "migrate", "--flyway-config", "flyway.conf").ok();
    assertThat(histories("a.db")).containsExactly("from_file");
    String[] both = {"--flyway-config", "flyway.conf", "--table", "from_option"};
    cli.run("--db", "b.db", "db", "migrate", both[0], both[1], both[2], both[3]).ok();
    assertThat(histories("b.db")).containsExactly("from_option");
    assertThat(folder.resolve("never.db")).doesNotExist();

    Path scripts = Files.createDirectory(folder.resolve("scripts"));
    Files.writeString(
        scripts.resolve("V1__t.sql"), "CREATE TABLE ${name} (id INTEGER PRIMARY KEY);");
    Files.writeString(scripts.resolve("U1__t.sql"), "DROP TABLE ${name};");
    Files.writeString(
        folder.resolve("desired.sql"), "CREATE TABLE from_option (id INTEGER PRIMARY KEY);");
    String[] diff = {"db", "diff", "--migrations", "scripts", "--desired", "desired.sql"};
    cli.run(diff).refused("${name} in", "has no value", "--placeholder name=");
    assertThat(cli.run(with(diff, "--placeholder", "name=from_option")).ok().out())
        .contains("The migrations give the desired schema.");
    Cli.Result byFile = cli.run(with(diff, "--flyway-config", "flyway.conf"));
    assertThat(byFile.out() + byFile.err()).contains("table from_file already exists");
    assertThat(
            cli.run(
                    with(
                        diff,
                        "--flyway-config",
                        "flyway.conf",
                        "--placeholder",
                        "name=from_option"))
                .ok()
                .out())
        .contains("The migrations give the desired schema.");
    cli.run("db", "lint", "--migrations", "scripts", "--placeholder", "name=x").ok();
    cli.run("db", "lint", "--migrations", "scripts", "--flyway-config", "no.conf")
        .refused("no.conf");
    String[] migrate = {"db", "migrate", "--flyway-config"};
    cli.run(with(migrate, "desired.sql"))
        .refused("desired.sql is not a Flyway configuration file: name a flyway.conf");
    Files.write(folder.resolve("binary"), new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 10, 61, 13});
    cli.run(with(migrate, "binary")).refused("binary is not a Flyway configuration file");
    Files.writeString(folder.resolve("typo.conf"), "flyway.tabel=history");
    cli.run(with(migrate, "typo.conf"))
        .refused("typo.conf: Flyway does not know the setting flyway.tabel");
  }

  private static String[] with(String[] arguments, String... more) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  @Test
  void environmentOfFlyway_reachesNoDatabase() throws Exception {
    Cli cli =
        Cli.in(folder)
            .with(
                Map.of(
                    "FLYWAY_URL", "jdbc:sqlite:" + folder.resolve("never.db"),
                    "FLYWAY_TABLE", "from_environment",
                    "FLYWAY_LOCATIONS", "filesystem:nowhere",
                    "FLYWAY_TARGET", "1",
                    "JAVA_TOOL_OPTIONS",
                        "-Dflyway.url=jdbc:sqlite:never.db -Dflyway.table=from_property"
                            + " -Dflyway.target=1"));
    assertThat(cli.run("db", "migrate").out()).contains("migrated | 4 ");
    assertThat(cli.run("db", "verify", "--format", "csv").out().lines()).hasSize(5);
    assertThat(cli.run("db", "check").out()).isEqualTo("No drift.\n");
    assertThat(histories("microblog.db")).containsExactly("flyway_schema_history");
    assertThat(folder.resolve("never.db")).doesNotExist();
  }
}
