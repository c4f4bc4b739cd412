package io.kinrow.migrate.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.fixture.Engine;
import io.kinrow.migrate.fixture.Scripts;
import io.kinrow.migrate.undo.UndoTarget;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Storage that cannot be written: full, or read-only. */
final class BrokenStorageTest {
  @TempDir Path folder;
  private Scripts scripts;
  private Engine engine;
  private Migrations migrations;

  @BeforeEach
  void history() {
    scripts = History.write(new Scripts(folder.resolve("sql")));
    engine = Engine.sqliteUrl("jdbc:sqlite:" + folder.resolve("file.db"));
    migrations = Migrations.of(engine.url(), scripts.location());
  }

  private Migrations with(String parameters) {
    return Migrations.of(engine.url() + "?" + parameters, scripts.location());
  }

  @Test
  void fullDiskDuringMigrate_leavesAWholeVersion() {
    assertThatThrownBy(() -> with("max_page_count=40").migrate()).hasMessageContaining("full");

    int reached = History.requireAgreement(engine, migrations);
    assertThat(reached).isLessThan(History.VERSIONS);
    assertThat(migrations.migrate().applied()).hasSize(History.VERSIONS - reached);
    History.requireAgreement(engine, migrations);
  }

  @Test
  void fullDiskDuringUndo_leavesTheVersion() {
    migrations.migrate();
    engine.execute("VACUUM");
    String pages = engine.query("PRAGMA page_count").get(0);

    assertThatThrownBy(() -> with("max_page_count=" + pages).undo(UndoTarget.downTo("0")))
        .hasMessageContaining("full");

    assertThat(History.requireAgreement(engine, migrations)).isEqualTo(History.VERSIONS);
    migrations.undo(UndoTarget.downTo("0"));
    assertThat(History.requireAgreement(engine, migrations)).isZero();
  }

  @Test
  void readOnlyFileIsRefused_andCanStillBeRead() {
    migrations.migrate("3");
    Migrations readOnly = with("open_mode=1");

    assertThat(readOnly.info()).isNotEmpty();
    assertThat(readOnly.validate().valid()).isTrue();
    assertThat(readOnly.planUndo().steps()).hasSize(1);
    assertThat(readOnly.planMigrate().steps()).hasSize(3);
    assertThat(readOnly.verify().passed()).isTrue();
    assertThatThrownBy(readOnly::migrate).hasMessageContaining("readonly");
    assertThatThrownBy(() -> readOnly.undo(readOnly.planUndo(), false))
        .hasMessageContaining("readonly");
    assertThat(History.requireAgreement(engine, migrations)).isEqualTo(3);
  }

  @Test
  void failingStatementMidway_leavesNothing() {
    migrations.migrate("5");
    scripts.with(
        "V6__step.sql", "CREATE TABLE t6 AS SELECT 1 AS id; INSERT INTO nowhere VALUES (1);");
    assertThatThrownBy(migrations::migrate).hasMessageContaining("V6__step.sql");
    assertThat(History.requireAgreement(engine, migrations)).isEqualTo(5);

    scripts.with("U5__step.sql", "DROP TABLE t5; DROP TABLE nowhere;");
    assertThatThrownBy(() -> migrations.undo(UndoTarget.steps(1)))
        .hasMessageContaining("U5__step.sql");
    assertThat(History.requireAgreement(engine, migrations)).isEqualTo(5);
  }
}
