package io.kinrow.migrate.undo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.migrate.fixture.Engine;
import java.nio.file.Path;
import java.util.List;
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
    List<String> row =
        engine.query("SELECT xmin FROM flyway_schema_history WHERE type = 'DELETE'");
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
    assertThat(engine.query("SELECT DISTINCT xmin FROM flyway_schema_history WHERE type = 'DELETE'"))
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
}
