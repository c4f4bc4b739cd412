package io.kinrow.migrate.undo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.fixture.Engine;
import io.kinrow.migrate.fixture.Scripts;
import io.kinrow.migrate.flyway.UndoCommand;
import io.kinrow.migrate.settings.UndoConfiguration;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Undo down to a day or a moment, and of the whole last run. */
final class UndoByTimeTest {

  @TempDir Path folder;
  private Engine engine;
  private Migrations migrations;

  @BeforeEach
  void threeMigrationsInTwoRuns() {
    engine = Engine.sqlite(folder);
    Scripts scripts = new Scripts(folder.resolve("sql"));
    for (int version = 1; version <= 4; version++) {
      scripts
          .with("V" + version + "__t.sql", "CREATE TABLE t" + version + " (id INTEGER);")
          .with("U" + version + "__t.sql", "DROP TABLE t" + version + ";");
    }
    migrations = Migrations.of(engine.url(), scripts.location());
    migrations.migrate();
    applied(1, "2026-01-30 23:59:59.900", 20);
    applied(2, "2026-01-31 00:00:00.000", 5);
    applied(3, "2026-01-31 12:00:00.000", 10);
    applied(4, "2026-01-31 12:01:00.500", 59_900);
  }

  private void applied(int version, String on, int milliseconds) {
    engine.execute(
        "UPDATE flyway_schema_history SET installed_on = '"
            + on
            + "', execution_time = "
            + milliseconds
            + " WHERE version = '"
            + version
            + "'");
  }

  private List<String> planned(UndoTarget target) {
    return migrations.planUndo(target).steps().stream().map(UndoPlan.Step::version).toList();
  }

  @Test
  void downToADay_keepsWhatWasAppliedOnIt() {
    assertThat(planned(UndoTarget.downTo(LocalDate.parse("2026-01-30"))))
        .containsExactly("4", "3", "2");
    assertThat(planned(UndoTarget.downTo(LocalDate.parse("2026-01-31")))).isEmpty();
    assertThat(planned(UndoTarget.downTo(LocalDate.parse("2026-01-29")))).hasSize(4);
  }

  @Test
  void downToAMoment_keepsWhatWasAppliedUpToIt() {
    assertThat(planned(UndoTarget.downTo(LocalDateTime.parse("2026-01-31T12:00"))))
        .containsExactly("4");
    assertThat(planned(UndoTarget.downTo(LocalDateTime.parse("2026-01-31T11:59:59.999"))))
        .containsExactly("4", "3");
    migrations.undo(UndoTarget.downTo(LocalDateTime.parse("2026-01-31T11:00")));
    assertThat(engine.hasTable("t2")).isTrue();
    assertThat(engine.hasTable("t3")).isFalse();
  }

  @Test
  void timesThatContradictTheHistory_areRefused() {
    applied(2, "2026-03-01 00:00:00.000", 5);
    assertThatThrownBy(() -> planned(UndoTarget.downTo(LocalDate.parse("2026-01-31"))))
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("as if a clock had been changed");
  }

  @Test
  void momentBelowTheBaseline_isRefused() {
    engine.execute("UPDATE flyway_schema_history SET type = 'BASELINE' WHERE version = '2'");
    assertThatThrownBy(() -> planned(UndoTarget.downTo(LocalDate.parse("2026-01-30"))))
        .hasMessageContaining("the baseline is later");
    assertThat(planned(UndoTarget.downTo(LocalDateTime.parse("2026-01-31T12:00"))))
        .containsExactly("4");
  }

  @Test
  void lastRun_isWhatBeganWithinASecondOfTheOneBefore() {
    UndoPlan plan = migrations.planUndo(UndoTarget.lastRun());
    assertThat(plan.steps()).extracting(UndoPlan.Step::version).containsExactly("4", "3");
    assertThat(plan.warnings())
        .containsExactly(
            "Taken to be the last run, because each began within a second of the previous one: 4, 3");
    migrations.undo(plan);
    assertThat(planned(UndoTarget.lastRun())).containsExactly("2", "1");
  }

  @Test
  void lastRunOfNothing_isEmpty() {
    migrations.undo(UndoTarget.downTo("0"));
    assertThat(migrations.planUndo(UndoTarget.lastRun()).isEmpty()).isTrue();
    assertThat(migrations.planUndo(UndoTarget.downTo(LocalDate.parse("2000-01-01"))).isEmpty())
        .isTrue();
  }

  @Test
  void flywaysOwnUndo_goesAsFarAsTheSettingsSay() {
    UndoConfiguration settings = new UndoConfiguration();
    settings.setUndoToDate("2026-01-31 12:00");
    assertThat(flywayUndoes(settings)).containsExactly("4");
    settings.setUndoToDate("2026-01-30");
    assertThat(flywayUndoes(settings)).containsExactly("3", "2");
    settings.setUndoToDate(" ");
    settings.setUndoLastRun(true);
    assertThat(flywayUndoes(settings)).containsExactly("1");

    settings.setUndoToDate("2026-01-30");
    assertThatThrownBy(() -> flywayUndoes(settings))
        .hasMessageContaining(
            "only one of flyway.target, flyway.undoToDate and flyway.undoLastRun");
    settings.setUndoLastRun(false);
    settings.setUndoToDate("yesterday");
    assertThatThrownBy(() -> flywayUndoes(settings)).hasMessageContaining("2026-01-31T23:59");
  }

  @Test
  void settingsOfTheEnvironment_areKnown() {
    UndoConfiguration settings = new UndoConfiguration();
    assertThat(settings.getConfigurationParameterFromEnvironmentVariable("FLYWAY_UNDO_LAST_RUN"))
        .isEqualTo("flyway.undoLastRun");
    assertThat(settings.getConfigurationParameterFromEnvironmentVariable("FLYWAY_UNDO_TO_DATE"))
        .isEqualTo("flyway.undoToDate");
    assertThat(settings.getConfigurationParameterFromEnvironmentVariable("FLYWAY_UNDO_FAILED"))
        .isEqualTo("flyway.undoFailed");
  }

  private List<String> flywayUndoes(UndoConfiguration settings) {
    FluentConfiguration configuration = engine.configuration(new Scripts(folder.resolve("sql")));
    UndoConfiguration own = configuration.getConfigurationExtension(UndoConfiguration.class);
    own.setUndoToDate(settings.getUndoToDate());
    own.setUndoLastRun(settings.isUndoLastRun());
    UndoResult result = new UndoCommand().handle(configuration, List.of());
    return result.undoneMigrations.stream().map(undone -> undone.version).toList();
  }
}
