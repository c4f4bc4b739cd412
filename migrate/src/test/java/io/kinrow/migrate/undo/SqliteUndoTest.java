package io.kinrow.migrate.undo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.migrate.fixture.Engine;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class SqliteUndoTest extends UndoContract {
  @Override
  Engine newEngine(Path folder) {
    return Engine.sqlite(folder);
  }

  @Test
  void failingScriptLeavesNothing() {
    scripts.with("U3__three.sql", "DROP TABLE three; DROP TABLE nowhere;");
    flyway().migrate();

    assertThatThrownBy(this::undo)
        .hasMessageContaining("version 3 failed; its changes were rolled back")
        .hasMessageContaining("U3__three.sql");
    assertThat(tables()).hasSize(3);
    assertThat(engine.history()).hasSize(3);
  }

  @Test
  void groupIsRolledBackAsAWhole() {
    scripts.with("U2__two.sql", "DROP TABLE nowhere;");
    flyway().migrate();

    assertThatThrownBy(() -> undo(configuration().group(true).target("1")))
        .hasMessageContaining("version 2 failed");
    assertThat(tables()).hasSize(3);
    assertThat(engine.history()).hasSize(3);
  }

  @Test
  void triggersWithBodiesParse() {
    scripts
        .with(
            "V4__trigger.sql",
            "CREATE TRIGGER t AFTER INSERT ON one BEGIN INSERT INTO two VALUES (CASE WHEN NEW.id > 1 THEN 2 ELSE 1 END); END;")
        .with(
            "U4__trigger.sql",
            "DROP TRIGGER t; CREATE TRIGGER old AFTER INSERT ON one BEGIN DELETE FROM two; DELETE FROM three; END; DROP TRIGGER old;");
    flyway().migrate();

    assertThat(undone(undo())).containsExactly("4");
  }
}
