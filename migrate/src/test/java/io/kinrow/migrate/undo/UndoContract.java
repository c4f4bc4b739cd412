package io.kinrow.migrate.undo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.migrate.fixture.Engine;
import io.kinrow.migrate.fixture.Scripts;
import io.kinrow.migrate.settings.UndoConfiguration;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code Flyway.undo()} does on every engine. */
abstract class UndoContract {
  @TempDir Path folder;
  Scripts scripts;
  Engine engine;

  abstract Engine newEngine(Path folder);

  @BeforeEach
  void threeMigrations() {
    engine = newEngine(folder);
    scripts =
        new Scripts(folder.resolve("sql"))
            .with("V1__one.sql", "CREATE TABLE one (id INTEGER PRIMARY KEY);")
            .with("U1__one.sql", "DROP TABLE one;")
            .with("V2__two.sql", "CREATE TABLE two (id INTEGER PRIMARY KEY);")
            .with("U2__two.sql", "DROP TABLE two;")
            .with("V3__three.sql", "CREATE TABLE three (id INTEGER PRIMARY KEY);")
            .with("U3__three.sql", "DROP TABLE three;");
  }

  FluentConfiguration configuration() {
    return engine.configuration(scripts);
  }

  Flyway flyway() {
    return configuration().load();
  }

  UndoResult undo(FluentConfiguration configuration) {
    return (UndoResult) configuration.load().undo();
  }

  UndoResult undo() {
    return undo(configuration());
  }

  static List<String> undone(UndoResult result) {
    return result.undoneMigrations.stream().map(u -> u.version).toList();
  }

  List<String> tables() {
    return List.of("one", "two", "three").stream().filter(engine::hasTable).toList();
  }

  @Test
  void undoTakesBackTheLatest_whenNoTargetIsSet() {
    flyway().migrate();

    UndoResult result = undo();

    assertThat(undone(result)).containsExactly("3");
    assertThat(result.initialSchemaVersion).isEqualTo("3");
    assertThat(result.targetSchemaVersion).isEqualTo("2");
    assertThat(result.migrationsUndone).isEqualTo(1);
    assertThat(result.operation).isEqualTo("undo");
    assertThat(result.undoneMigrations.get(0).filepath).endsWith("U3__three.sql");
    assertThat(tables()).containsExactly("one", "two");
  }

  @Test
  void historyKeepsTheRow_andAddsADeleteMarker() {
    flyway().migrate();
    undo();

    assertThat(engine.history())
        .containsExactly(
            "1|SQL|V1__one.sql",
            "2|SQL|V2__two.sql",
            "3|SQL|V3__three.sql",
            "3|DELETE|U3__three.sql");
  }

  @Test
  void infoSaysUndone_andThenPendingAgain() {
    flyway().migrate();
    undo();

    assertThat(Arrays.stream(flyway().info().all()).map(m -> m.getVersion() + " " + m.getState()))
        .contains("3 " + MigrationState.UNDONE, "3 " + MigrationState.PENDING);
    assertThat(flyway().info().current().getVersion().getVersion()).isEqualTo("2");
  }

  @Test
  void migrateUndoCycles_canBeRepeated() {
    for (int cycle = 0; cycle < 3; cycle++) {
      flyway().migrate();
      assertThat(flyway().validateWithResult().validationSuccessful).isTrue();
      undo(configuration().target("1"));
      assertThat(tables()).isEmpty();
    }
    assertThat(engine.history()).hasSize(18);
    flyway().repair();
    flyway().migrate();
    assertThat(tables()).hasSize(3);
  }

  @Test
  void targetIsUndoneToo_asFlywayDocuments() {
    flyway().migrate();

    assertThat(undone(undo(configuration().target("2")))).containsExactly("3", "2");
  }

  @Test
  void downToKeepsTheVersion() {
    flyway().migrate();

    UndoResult result = new Undo(configuration(), UndoTarget.downTo("1")).run();

    assertThat(undone(result)).containsExactly("3", "2");
    assertThat(tables()).containsExactly("one");
  }

  @Test
  void downToZeroUndoesEverything() {
    flyway().migrate();

    new Undo(configuration(), UndoTarget.downTo("0")).run();

    assertThat(tables()).isEmpty();
    assertThat(flyway().info().current()).isNull();
  }

  @Test
  void stepsUndoesThatMany_andRefusesMore() {
    flyway().migrate();

    assertThat(undone(new Undo(configuration(), UndoTarget.steps(2)).run()))
        .containsExactly("3", "2");
    assertThatThrownBy(() -> new Undo(configuration(), UndoTarget.steps(2)).run())
        .hasMessageContaining("migrations: only 1 migration is applied.");
    assertThat(tables()).containsExactly("one");
  }

  @Test
  void undoDoesNothing_whenNothingIsApplied() {
    UndoResult result = undo();

    assertThat(result.migrationsUndone).isZero();
    assertThat(engine.hasTable("flyway_schema_history")).isFalse();
  }

  @Test
  void planShowsWhatWouldRun_andChangesNothing() {
    flyway().migrate();

    UndoPlan plan = new Undo(configuration(), UndoTarget.downTo("1")).plan();

    assertThat(plan.currentVersion()).isEqualTo("3");
    assertThat(plan.versionAfter()).isEqualTo("1");
    assertThat(plan.steps()).extracting(UndoPlan.Step::version).containsExactly("3", "2");
    assertThat(plan.steps()).allMatch(UndoPlan.Step::transactional);
    assertThat(tables()).hasSize(3);
  }

  @Test
  void missingScriptsRefuseTheWholeUndo_andNameTheFilesToWrite() {
    scripts.without("U1__one.sql").without("U2__two.sql");
    flyway().migrate();

    assertThatThrownBy(() -> undo(configuration().target("1")))
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("nothing was changed")
        .hasMessageContaining("sql" + java.io.File.separator + "U2__two.sql")
        .hasMessageContaining("U1__one.sql");
    assertThat(tables()).hasSize(3);
    assertThat(engine.history()).hasSize(3);
  }

  @Test
  void missingPlaceholderRefusesTheWholeUndo() {
    scripts.with("U2__two.sql", "DROP TABLE ${which};");
    flyway().migrate();

    assertThatThrownBy(() -> undo(configuration().target("2")))
        .hasMessageContaining("U2__two.sql")
        .hasMessageContaining("which");
    assertThat(tables()).hasSize(3);
    assertThat(
            undone(
                undo(configuration().target("2").placeholders(java.util.Map.of("which", "two")))))
        .containsExactly("3", "2");
  }

  @Test
  void unknownTargetIsRefused_andKnownOnesAreListed() {
    flyway().migrate();

    assertThatThrownBy(() -> undo(configuration().target("7")))
        .hasMessageContaining("version 7")
        .hasMessageContaining("1, 2, 3");
    assertThat(tables()).hasSize(3);
  }

  @Test
  void orphanScriptIsRefused() {
    flyway().migrate();
    scripts.with("U9__nine.sql", "DROP TABLE nine;");

    assertThatThrownBy(this::undo).hasMessageContaining("U9__nine.sql").hasMessageContaining("9");
    assertThat(tables()).hasSize(3);
  }

  @Test
  void misnamedScriptIsRefused() {
    flyway().migrate();
    scripts.without("U3__three.sql").with("U3_three.sql", "DROP TABLE three;");

    assertThatThrownBy(this::undo)
        .hasMessageContaining("U3_three.sql")
        .hasMessageContaining("U1.2__description.sql")
        .hasMessageContaining("U3__three.sql");
    assertThat(tables()).hasSize(3);
  }

  @Test
  void twoScriptsForOneVersionAreRefused() {
    flyway().migrate();
    scripts.with("U3__drei.sql", "DROP TABLE three;");

    assertThatThrownBy(this::undo)
        .hasMessageContaining("U3__drei.sql")
        .hasMessageContaining("U3__three.sql");
    assertThat(tables()).hasSize(3);
  }

  @Test
  void undoScriptsAreValidNames_underValidateMigrationNaming() {
    FluentConfiguration strict = configuration().validateMigrationNaming(true);

    strict.load().migrate();

    assertThat(undone(undo(strict))).containsExactly("3");
  }

  @Test
  void outOfOrderMigrationsAreUndoneInReverse() {
    scripts.without("V2__two.sql").without("U2__two.sql");
    flyway().migrate();
    scripts.with("V2__two.sql", "CREATE TABLE two (id INTEGER PRIMARY KEY);");
    scripts.with("U2__two.sql", "DROP TABLE two;");
    configuration().outOfOrder(true).load().migrate();

    assertThatThrownBy(() -> new Undo(configuration(), UndoTarget.downTo("2")).run())
        .hasMessageContaining("1, 3, 2");
    assertThat(undone(undo())).containsExactly("2");
    assertThat(undone(undo())).containsExactly("3");
  }

  @Test
  void undoStopsAtTheBaseline() {
    scripts.without("U1__one.sql").without("V1__one.sql").without("U2__two.sql");
    engine.execute("CREATE TABLE legacy (id INTEGER PRIMARY KEY)");
    configuration().baselineVersion("2").load().baseline();
    flyway().migrate();

    assertThat(undone(undo(configuration().target("1?")))).containsExactly("3");
    assertThat(undo().migrationsUndone).isZero();
    assertThatThrownBy(() -> new Undo(configuration(), UndoTarget.steps(1)).run())
        .hasMessageContaining("Cannot undo 1 migration: nothing is applied above the baseline.");
  }

  @Test
  void javaMigrationIsUndoneBySql() {
    FluentConfiguration withJava = configuration().javaMigrations(new V4__Four());
    scripts.with("U4__Four.sql", "DROP TABLE four;");
    withJava.load().migrate();
    assertThat(engine.hasTable("four")).isTrue();

    assertThat(undone(undo(withJava))).containsExactly("4");
    assertThat(engine.hasTable("four")).isFalse();
  }

  /** A Java migration; named as Flyway wants it. */
  static final class V4__Four extends org.flywaydb.core.api.migration.BaseJavaMigration {
    @Override
    public void migrate(org.flywaydb.core.api.migration.Context context) throws Exception {
      try (java.sql.Statement statement = context.getConnection().createStatement()) {
        statement.execute("CREATE TABLE four (id INTEGER PRIMARY KEY)");
      }
    }
  }

  @Test
  void callbacksRun_aroundTheUndoAndEachScript() {
    scripts
        .with("beforeMigrate__log.sql", "CREATE TABLE IF NOT EXISTS log (what VARCHAR(40));")
        .with("beforeUndo.sql", "INSERT INTO log VALUES ('beforeUndo');")
        .with("beforeEachUndo.sql", "INSERT INTO log VALUES ('beforeEachUndo');")
        .with("afterEachUndo.sql", "INSERT INTO log VALUES ('afterEachUndo');")
        .with("afterUndo.sql", "INSERT INTO log VALUES ('afterUndo');");
    flyway().migrate();

    undo(configuration().target("2"));

    assertThat(engine.query("SELECT what FROM log"))
        .containsExactly(
            "beforeUndo",
            "beforeEachUndo",
            "afterEachUndo",
            "beforeEachUndo",
            "afterEachUndo",
            "afterUndo");
  }

  @Test
  void editedMigrationIsUndone_withAWarning() {
    flyway().migrate();
    scripts.with("V3__three.sql", "CREATE TABLE three (id INTEGER PRIMARY KEY, name TEXT);");

    UndoResult result = undo();

    assertThat(result.warnings).anyMatch(w -> w.contains("V3__three.sql was edited"));
    flyway().migrate();
    assertThat(flyway().validateWithResult().validationSuccessful).isTrue();
  }

  @Test
  void migrationWhoseFileIsGone_canStillBeUndone() {
    flyway().migrate();
    scripts.without("V3__three.sql");

    assertThat(undone(undo())).containsExactly("3");
  }

  @Test
  void repeatablesAreNotUndone_andTheResultWarns() {
    scripts.with("R__view.sql", "CREATE VIEW v AS SELECT id FROM one;");
    flyway().migrate();

    assertThat(undo().warnings).anyMatch(w -> w.contains("R__view.sql"));
  }

  @Test
  void otherPrefixIsRead_whenConfigured() {
    scripts.without("U3__three.sql").with("Down3__three.sql", "DROP TABLE three;");
    FluentConfiguration renamed = configuration();
    renamed.getPluginRegister().getExact(UndoConfiguration.class).setUndoSqlMigrationPrefix("Down");
    scripts.without("U1__one.sql").without("U2__two.sql");
    flyway().migrate();

    assertThat(undone(undo(renamed))).containsExactly("3");
  }

  @Test
  void scriptConfigurationIsRead() {
    scripts.with("U3__three.sql.conf", "executeInTransaction=false");
    flyway().migrate();

    assertThat(undo().warnings).anyMatch(w -> w.contains("does not run in a transaction"));
    assertThat(tables()).containsExactly("one", "two");
  }

  @Test
  void redgatesUndoRowsAreRead() {
    flyway().migrate();
    engine.execute(
        "DROP TABLE three",
        "INSERT INTO \"flyway_schema_history\" (\"installed_rank\", \"version\", \"description\","
            + " \"type\", \"script\", \"checksum\", \"installed_by\", \"execution_time\","
            + " \"success\") VALUES (4, '3', 'three', 'UNDO_SQL', 'U3__three.sql', 1, 'me', 1,"
            + (engine.name().equals("sqlite") ? " 1)" : " TRUE)"));

    assertThat(flyway().info().current().getVersion().getVersion()).isEqualTo("2");
    assertThat(undone(undo())).containsExactly("2");
    flyway().migrate();
    assertThat(tables()).hasSize(3);
    assertThat(undone(undo())).containsExactly("3");
  }
}
