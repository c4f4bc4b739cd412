package io.kinrow.migrate.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.migrate.HistoryEntry;
import io.kinrow.migrate.MigratePlan;
import io.kinrow.migrate.MigrationStatus;
import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.fixture.Engine;
import io.kinrow.migrate.fixture.Scripts;
import io.kinrow.migrate.undo.UndoPlan;
import io.kinrow.migrate.undo.UndoTarget;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A script does what Flyway does: two databases of each engine, one the one way, one the other. */
abstract class DryRunContract {
  @TempDir Path folder;
  Scripts scripts;
  private Engine byFlyway;
  private Engine byScript;

  abstract Engine newEngine(Path folder);

  /** Everything of the schema, as text. */
  abstract List<String> schema(Engine engine);

  /** Runs a script the way the engine's shell does, up to the first error. */
  abstract void run(Engine engine, String script);

  @BeforeEach
  void scripts() {
    byFlyway = newEngine(folder);
    byScript = newEngine(folder);
    scripts =
        new Scripts(folder.resolve("sql"))
            .with(
                "V1__one.sql",
                "-- the first\nCREATE TABLE ${first} (id INTEGER PRIMARY KEY, t TEXT); -- end\n"
                    + "INSERT INTO one VALUES (1, 'it''s; -- no comment');")
            .with("U1__one.sql", "DROP TABLE ${first};")
            .with("V2__it_s_two.sql", "CREATE TABLE two (id INTEGER REFERENCES one (id))")
            .with("U2__it_s_two.sql", "DROP TABLE two;\n-- done")
            .with(
                "R__seen.sql", "DROP VIEW IF EXISTS seen; CREATE VIEW seen AS SELECT t FROM one;");
  }

  Migrations on(Engine engine) {
    return Migrations.of(configuration(engine));
  }

  final FluentConfiguration configuration(Engine engine) {
    return engine.configuration(scripts).placeholders(Map.of("first", "one"));
  }

  private record Row(String version, String description, String script, Integer checksum) {}

  private static List<Row> rows(Migrations migrations) {
    return migrations.history().stream()
        .map(
            (HistoryEntry row) ->
                new Row(row.version(), row.description(), row.script(), row.checksum()))
        .toList();
  }

  private static List<String> states(Migrations migrations) {
    return migrations.info().stream()
        .map((MigrationStatus m) -> m.version() + " " + m.state() + " " + m.script())
        .toList();
  }

  private void assertSame() {
    assertThat(on(byScript).validate().problems()).isEqualTo(on(byFlyway).validate().problems());
    assertThat(rows(on(byScript))).isEqualTo(rows(on(byFlyway)));
    assertThat(states(on(byScript))).isEqualTo(states(on(byFlyway)));
    assertThat(schema(byScript)).isEqualTo(schema(byFlyway));
    assertThat(byScript.query("SELECT DISTINCT installed_by, success FROM flyway_schema_history"))
        .isEqualTo(
            byFlyway.query("SELECT DISTINCT installed_by, success FROM flyway_schema_history"));
  }

  @Test
  void leavesWhatMigrateLeaves() {
    MigratePlan plan = on(byScript).planMigrate();
    assertThat(plan.steps().get(0).statements())
        .hasSize(2)
        .element(0)
        .asString()
        .contains("CREATE TABLE one (id");
    String script = on(byScript).script(plan);
    assertThat(on(byScript).info()).allMatch(m -> m.state().equals("Pending"));
    run(byScript, script);
    on(byFlyway).migrate();
    assertSame();
    assertThat(on(byScript).planMigrate().isEmpty()).isTrue();
    assertThat(byScript.query("SELECT t FROM seen")).containsExactly("it's; -- no comment");
  }

  @Test
  void leavesWhatUndoLeaves_andWhatMigrateLeavesAfterwards() {
    for (Engine engine : List.of(byFlyway, byScript)) {
      scripts.with("R__seen.sql", "SELECT 1;");
      on(engine).migrate();
    }
    UndoPlan plan = on(byScript).planUndo(UndoTarget.steps(1));
    assertThat(plan.steps().get(0).statements()).containsExactly("DROP TABLE two");
    run(byScript, on(byScript).script(plan));
    on(byFlyway).undo(UndoTarget.steps(1));
    assertSame();
    run(byScript, on(byScript).script(on(byScript).planMigrate("2")));
    on(byFlyway).migrate("2");
    assertSame();
  }

  @Test
  void changesNothing_whenTheHistoryWentOnOrWhenItRunsTwice() {
    on(byScript).migrate("1");
    String script = on(byScript).script(on(byScript).planMigrate());
    run(byScript, script);
    List<String> after = schema(byScript);
    List<Row> history = rows(on(byScript));
    assertThatThrownBy(() -> run(byScript, script))
        .hasStackTraceContaining("history_is_the_one_this_was_written_for");
    assertThat(schema(byScript)).isEqualTo(after);
    assertThat(rows(on(byScript))).isEqualTo(history);
  }

  @Test
  void keepsWhatWasWhole_whenAScriptFails() {
    scripts.with("V3__bad.sql", "CREATE TABLE half (id INTEGER); DROP TABLE nowhere;");
    String script = on(byScript).script(on(byScript).planMigrate("3"));
    assertThatThrownBy(() -> run(byScript, script)).hasStackTraceContaining("nowhere");
    assertThat(byScript.hasTable("half")).isFalse();
    assertThat(on(byScript).history()).extracting(HistoryEntry::version).containsExactly("1", "2");
  }

  /** A migration that is no SQL. */
  public static final class V9__java extends BaseJavaMigration {
    @Override
    public void migrate(Context context) {}
  }

  @Test
  void isRefusedByName_whenPartOfItIsNoSql() {
    scripts.with("beforeEachMigrate__grants.sql", "SELECT 1;");
    Migrations migrations = Migrations.of(configuration(byScript).javaMigrations(new V9__java()));
    assertThatThrownBy(() -> migrations.script(migrations.planMigrate()))
        .isInstanceOf(FlywayException.class)
        .hasMessageContainingAll("V9__java", "beforeEachMigrate__grants.sql is a callback");
    on(byScript).migrate();
    scripts.with("afterUndo.sql", "SELECT 1;");
    assertThatThrownBy(() -> on(byScript).script(on(byScript).planUndo()))
        .hasMessageContaining("afterUndo.sql")
        .hasMessageNotContaining("beforeEachMigrate");
  }

  @Test
  void isRefused_whenThereAreTablesButNoHistory() {
    byScript.execute("CREATE TABLE legacy (id INTEGER)");
    MigratePlan plan = on(byScript).planMigrate();
    assertThatThrownBy(() -> on(byScript).script(plan)).hasMessageContaining("baseline");
  }
}
