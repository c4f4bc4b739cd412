package io.kinrow.migrate.undo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.fixture.Engine;
import io.kinrow.migrate.settings.FlywaySettings;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;

final class PostgresUndoTest extends UndoContract {
  @Override
  Engine newEngine(Path folder) {
    return Engine.postgres();
  }

  @Test
  void scriptAndHistoryRowShareATransaction() {
    scripts.with("U3__three.sql", "DROP TABLE three; CREATE TABLE trace AS SELECT 1 AS x;");
    flyway().migrate();
    undo();

    List<String> script = engine.query("SELECT xmin FROM trace");
    List<String> row = engine.query("SELECT xmin FROM flyway_schema_history WHERE type = 'DELETE'");
    assertThat(row).isEqualTo(script);
  }

  @Test
  void failingScriptLeavesNothing() {
    scripts.with("U3__three.sql", "DROP TABLE three; DROP TABLE nowhere;");
    flyway().migrate();

    assertThatThrownBy(this::undo)
        .hasMessageContaining("version 3 failed; its changes were rolled back");
    assertThat(tables()).hasSize(3);
    assertThat(engine.history()).hasSize(3);
  }

  @Test
  void groupIsOneTransaction() {
    flyway().migrate();
    assertThat(undone(undo(configuration().group(true).target("1"))))
        .containsExactly("3", "2", "1");
    assertThat(
            engine.query("SELECT DISTINCT xmin FROM flyway_schema_history WHERE type = 'DELETE'"))
        .hasSize(1);

    flyway().migrate();
    scripts.with("U2__two.sql", "DROP TABLE nowhere;");
    assertThatThrownBy(() -> undo(configuration().group(true).target("1")))
        .hasMessageContaining("version 2 failed");
    assertThat(tables()).hasSize(3);
  }

  @Test
  void concurrentIndexDropRunsOutsideATransaction() {
    scripts
        .with("V4__index.sql", "CREATE INDEX i ON one (id);")
        .with("U4__index.sql", "DROP INDEX CONCURRENTLY i;");
    flyway().migrate();

    assertThat(undo().warnings).anyMatch(w -> w.contains("does not run in a transaction"));
    assertThat(engine.query("SELECT 1 FROM pg_indexes WHERE indexname = 'i'")).isEmpty();
  }

  @Test
  void otherSchemaWorks() {
    configuration().defaultSchema("app").load().migrate();

    assertThat(undone(undo(configuration().defaultSchema("app")))).containsExactly("3");
    assertThat(engine.query("SELECT type FROM app.flyway_schema_history")).contains("DELETE");
  }

  @Test
  void historyMayBeInAnotherSchema_underAnotherName() {
    FlywaySettings settings =
        FlywaySettings.of(Map.of("defaultSchema", "audit", "schemas", "audit,app", "table", "Hist"))
            .locations(scripts.location());
    scripts
        .with("V4__app.sql", "CREATE TABLE app.things (id INTEGER);")
        .with("U4__app.sql", "DROP TABLE app.things;");
    Migrations migrations = Migrations.of(engine.url(), "postgres", "postgres", settings);
    migrations.migrate();
    assertThat(engine.query("SELECT count(*) FROM audit.\"Hist\" WHERE version IS NOT NULL"))
        .containsExactly("4");
    assertThat(migrations.info()).hasSize(5); // with the creation of the schemas
    migrations.undo(migrations.planUndo(UndoTarget.steps(2)));
    assertThat(engine.query("SELECT type FROM audit.\"Hist\" ORDER BY installed_rank DESC LIMIT 1"))
        .containsExactly("DELETE");
    assertThat(migrations.history().stream().filter(row -> row.toString().contains("3")))
        .isNotEmpty();
    assertThat(engine.query("SELECT 1 FROM pg_tables WHERE tablename IN ('things', 'three')"))
        .isEmpty();
    migrations.migrate();
    assertThat(migrations.validate().valid()).isTrue();
    assertThat(engine.query("SELECT 1 FROM pg_tables WHERE tablename = 'flyway_schema_history'"))
        .isEmpty();
  }

  @Test
  void manyAtOnceUndoEachVersionOnce() throws Exception {
    for (int version = 4; version <= 12; version++) {
      scripts
          .with("V" + version + "__t.sql", "CREATE TABLE t" + version + " (id INTEGER);")
          .with("U" + version + "__t.sql", "DROP TABLE t" + version + ";");
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      threads.invokeAll(Collections.nCopies(8, () -> flyway().migrate()));
      assertThat(engine.history()).hasSize(12);

      List<Future<Boolean>> undos =
          threads.invokeAll(Collections.nCopies(8, this::undoneOrRefused));
      int undone = 0;
      for (Future<Boolean> undo : undos) {
        undone += undo.get() ? 1 : 0;
      }
      assertThat(undone).isBetween(1, 8);
      assertThat(engine.history()).hasSize(12 + undone).doesNotHaveDuplicates();
      assertThat(flyway().info().current().getVersion().getVersion())
          .isEqualTo(Integer.toString(12 - undone));
    } finally {
      threads.shutdown();
    }
  }

  private boolean undoneOrRefused() {
    try {
      undo();
      return true;
    } catch (FlywayException e) {
      assertThat(e).hasMessageContaining("schema history changed");
      return false;
    }
  }
}
