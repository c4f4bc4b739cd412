package io.kinrow.migrate.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.fixture.Engine;
import io.kinrow.migrate.fixture.Scripts;
import io.kinrow.migrate.undo.UndoPlan;
import io.kinrow.migrate.undo.UndoTarget;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChosenUndoTest {
  @TempDir Path folder;
  private Scripts scripts;
  private Engine engine;
  private Migrations migrations;

  @BeforeEach
  void threeMigrations() {
    scripts =
        new Scripts(folder.resolve("sql"))
            .with("V1__a.sql", "CREATE TABLE a (id INTEGER PRIMARY KEY); INSERT INTO a VALUES (1);")
            .with("U1__a.sql", "DROP TABLE a;")
            .with("V2__tag.sql", "ALTER TABLE a ADD COLUMN tag TEXT;")
            .with("U2__tag.sql", "ALTER TABLE a DROP COLUMN tag;")
            .with("V3__b.sql", "CREATE TABLE b (id INTEGER PRIMARY KEY, a INTEGER REFERENCES a);")
            .with("U3__b.sql", "DROP TABLE b;");
    engine = Engine.sqlite(folder);
    migrations = Migrations.of(engine.url(), scripts.location());
  }

  @Test
  void undoesOneBelowOthers_thatDoNotNeedIt() {
    migrations.migrate();
    UndoPlan plan = migrations.planUndo(UndoTarget.only("2"));
    assertThat(plan.steps()).extracting(UndoPlan.Step::version).containsExactly("2");
    assertThat(plan.versionAfter()).isEqualTo("3");
    assertThat(plan.warnings()).anyMatch(w -> w.contains("Version 2 will be pending below 3"));

    migrations.undo(plan, false);
    assertThat(engine.query("SELECT * FROM a")).containsExactly("1");
    assertThat(engine.hasTable("b")).isTrue();
    Migrations.of(engine.configuration(scripts).outOfOrder(true)).migrate();
    assertThat(engine.query("SELECT tag FROM a")).containsExactly("null");
    migrations.undo(migrations.planUndo(UndoTarget.only("2")), false);
    scripts.without("V2__tag.sql").without("U2__tag.sql");
    assertThat(migrations.validate().problems()).isEmpty();
    assertThat(migrations.migrate().applied()).isEmpty();
  }

  @Test
  void isRefused_whenALaterOneNeedsIt() {
    scripts.with("V3__b.sql", "CREATE INDEX i ON a (tag);").with("U3__b.sql", "DROP INDEX i;");
    migrations.migrate();
    assertThatThrownBy(() -> migrations.planUndo(UndoTarget.only("2")))
        .hasMessageContaining("Cannot undo only version 2: version 3 needs it");
    assertThatThrownBy(() -> migrations.planUndo(UndoTarget.only("1")))
        .hasMessageContaining("version 2 needs it");
    assertThat(migrations.planUndo(UndoTarget.only("3")).steps()).hasSize(1);
  }

  @Test
  void isRefused_whenTheUndoWouldTakeMoreThanItsOwn() {
    scripts
        .with("V3__b.sql", "UPDATE a SET id = id + 10;")
        .with("U2__tag.sql", "ALTER TABLE a DROP COLUMN tag; UPDATE a SET id = 1;");
    migrations.migrate();
    assertThatThrownBy(() -> migrations.planUndo(UndoTarget.only("2")))
        .hasMessageContaining("does not lead to the result of the others without it");
  }

  @Test
  void isRefused_whenTheRowsOfTheDatabaseStandAgainstIt() {
    scripts
        .with("V2__tag.sql", "CREATE TABLE c (id INTEGER PRIMARY KEY);")
        .with("U2__tag.sql", "DROP TABLE c; INSERT INTO a VALUES (5); DELETE FROM a WHERE id = 5;");
    migrations.migrate();
    engine.execute("INSERT INTO a VALUES (5)");
    assertThatThrownBy(() -> migrations.planUndo(UndoTarget.only("2")))
        .hasMessageContaining("with the rows of this database");
    assertThatThrownBy(() -> migrations.planUndo(UndoTarget.only("7")))
        .hasMessageContaining("no migration with version 7");
  }
}
