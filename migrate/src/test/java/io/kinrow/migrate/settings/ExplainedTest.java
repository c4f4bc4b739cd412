package io.kinrow.migrate.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.diff.Schema;
import io.kinrow.migrate.diff.Squash;
import io.kinrow.migrate.drift.Drift;
import io.kinrow.migrate.fixture.Scripts;
import io.kinrow.migrate.lint.Lint;
import io.kinrow.migrate.undo.UndoTarget;
import java.nio.file.Path;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command says in its own words what Flyway says in its. */
class ExplainedTest {

  private static final String FAILED =
      "V2__bad.sql, line 3: no such table: nosuch, in the statement: INSERT INTO nosuch VALUES (1)";

  @TempDir Path folder;
  private Scripts scripts;
  private Migrations migrations;

  @BeforeEach
  void migrateTheFirst() {
    scripts =
        new Scripts(folder.resolve("scripts"))
            .with("V1__t.sql", "CREATE TABLE t (id INTEGER PRIMARY KEY);")
            .with("U1__t.sql", "DROP TABLE t;");
    migrations = Migrations.of(url(), settings());
    migrations.migrate();
  }

  private String url() {
    return "jdbc:sqlite:" + folder.resolve("live.db");
  }

  private FlywaySettings settings() {
    return FlywaySettings.defaults().locations(scripts.location());
  }

  private void run(String command) {
    switch (command) {
      case "migrate" -> migrations.migrate();
      case "plan" -> migrations.planMigrate();
      case "validate" -> migrations.validate();
      case "info" -> migrations.info();
      case "history" -> migrations.history();
      case "repair" -> migrations.repair();
      case "rehearse" -> migrations.rehearse();
      case "verify" -> migrations.verify();
      case "undo" -> migrations.planUndo();
      case "check" -> Drift.check(url(), null, settings());
      case "diff" -> Schema.ofMigrations(settings());
      case "squash" -> Squash.of(settings(), "latest");
      case "lint" -> Lint.of(settings()).run();
      default -> throw new IllegalArgumentException(command);
    }
  }

  private static void isPlain(String message) {
    assertThat(message).doesNotContain("---", "SQL State", "-X", "https://", "SQLITE_", "\\n\\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"migrate", "diff", "squash", "lint"})
  void saysWhichStatementFails(String command) {
    scripts.with("V2__bad.sql", "CREATE TABLE a (id);\n\nINSERT INTO nosuch\nVALUES (1);\n");
    assertThatThrownBy(() -> run(command)).isInstanceOf(FlywayException.class).hasMessage(FAILED);
  }

  @Test
  void proofsAndRehearsals_reportIt() {
    scripts.with("V2__bad.sql", "CREATE TABLE a (id);\n\nINSERT INTO nosuch\nVALUES (1);\n");
    assertThat(migrations.rehearse().problem()).isEqualTo("no such table: nosuch");
    assertThat(migrations.verify().proofs().get(1).differences())
        .containsExactly("V failed: " + FAILED);
  }

  @Test
  void undoSaysIt() {
    scripts
        .with("V2__a.sql", "CREATE TABLE a (id INTEGER PRIMARY KEY);")
        .with("U2__a.sql", "DROP TABLE a;\nDROP TABLE nosuch;")
        .with("V3__b.sql", "CREATE TABLE b (id INTEGER PRIMARY KEY REFERENCES a);")
        .with("U3__b.sql", "DROP TABLE b;");
    migrations.migrate();
    assertThatThrownBy(() -> migrations.planUndo(UndoTarget.only("2")))
        .isInstanceOf(FlywayException.class)
        .satisfies(e -> isPlain(String.valueOf(e.getMessage())))
        .hasMessageContaining("Cannot undo only version 2, on an empty database: Undo")
        .hasMessageContaining(
            "U2__a.sql, line 2: no such table: nosuch, in the statement: DROP TABLE nosuch");
    migrations.undo(UndoTarget.steps(1));
    assertThatThrownBy(() -> migrations.undo(UndoTarget.steps(1)))
        .isInstanceOf(FlywayException.class)
        .hasMessage(
            "Undo of version 2 failed; its changes were rolled back.\n"
                + "U2__a.sql, line 2: no such table: nosuch, in the statement: DROP TABLE nosuch");
  }

  @ParameterizedTest
  @ValueSource(strings = {"migrate", "plan", "diff", "squash"})
  void namesTheScript_whoseStatementDoesNotEnd(String command) {
    scripts.with(
        "V2__bad.sql", "CREATE TABLE a (id);\nCREATE TRIGGER x INSERT ON a BEGIN SELECT 1;");
    assertThatThrownBy(() -> run(command))
        .isInstanceOf(FlywayException.class)
        .hasMessage(
            "V2__bad.sql, line 2, column 1: this statement does not end:"
                + " CREATE TRIGGER x INSERT ON a BEGIN SELECT 1;");
  }

  @Test
  void lintNamesTheScript_thatCannotBeRead() {
    scripts.with("V2__bad.sql", "CREATE TABLE a (id);\nINSERT INTO a VALUES ('x);");
    assertThatThrownBy(() -> run("lint"))
        .isInstanceOf(FlywayException.class)
        .hasMessage("V2__bad.sql, line 2, column 23: this ' is never closed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "migrate",
        "plan",
        "validate",
        "info",
        "repair",
        "rehearse",
        "verify",
        "undo",
        "check",
        "diff",
        "squash",
        "lint"
      })
  void namesBothScripts_ofOneVersion(String command) {
    scripts.with("V1__again.sql", "CREATE TABLE a (id);");
    assertThatThrownBy(() -> run(command))
        .isInstanceOf(FlywayException.class)
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1))
        .hasMessageMatching(
            "Found more than one migration with version 1: \\S+V1__\\S+ \\(SQL\\) and \\S+V1__\\S+"
                + " \\(SQL\\)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"migrate", "plan", "rehearse"})
  void saysThatAScriptWasChanged(String command) {
    scripts
        .with("V1__t.sql", "CREATE TABLE t (id INTEGER PRIMARY KEY, a);")
        .with("V2__a.sql", "CREATE TABLE a (id);");
    assertThatThrownBy(() -> run(command))
        .isInstanceOf(FlywayException.class)
        .satisfies(e -> isPlain(String.valueOf(e.getMessage())))
        .hasMessageMatching(
            "(?s).*\\R(- )?Migration checksum mismatch for migration version 1 \\(-?\\d+ when it was"
                + " applied, -?\\d+ now\\): revert the change, or run repair");
    assertThat(migrations.validate().problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.lines()).hasSize(1));
  }

  @Test
  void leavesPlainMessagesAlone() {
    FlywayException own = new FlywayException("Cannot undo: there is none.\n- a\n- b");
    assertThat(Explained.of(own)).isSameAs(own);
  }

  @Test
  void saysWhatTheDatabaseSaid() {
    assertThat(
            Explained.of(
                new SQLException(
                    "[SQLITE_CONSTRAINT_UNIQUE] A UNIQUE constraint failed (UNIQUE constraint"
                        + " failed: t.a)")))
        .isEqualTo("UNIQUE constraint failed: t.a");
    assertThat(Explained.of(new SQLException("ERROR: relation \"x\" is missing\n  Position: 13")))
        .isEqualTo("relation \"x\" is missing");
  }
}
