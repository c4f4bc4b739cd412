package io.kinrow.migrate.undo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.migrate.fixture.Engine;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** H2 cannot roll back DDL: it stands for every engine that cannot. */
final class H2UndoTest extends UndoContract {
  @Override
  Engine newEngine(Path folder) {
    return Engine.h2();
  }

  @Test
  void failingScriptLeavesAFailedRow_untilRepair() {
    scripts.with("U3__three.sql", "DROP TABLE three; DROP TABLE nowhere;");
    flyway().migrate();

    assertThatThrownBy(this::undo).hasMessageContaining("part of it may have remained");
    assertThat(engine.history()).hasSize(4).last().isEqualTo("3|SQL|U3__three.sql");
    assertThatThrownBy(this::undo).hasMessageContaining("run repair");
    assertThatThrownBy(() -> flyway().migrate()).hasMessageContaining("failed");

    engine.execute("CREATE TABLE three (id INTEGER PRIMARY KEY)");
    flyway().repair();
    scripts.with("U3__three.sql", "DROP TABLE three;");
    assertThat(undone(undo())).containsExactly("3");
  }
}
