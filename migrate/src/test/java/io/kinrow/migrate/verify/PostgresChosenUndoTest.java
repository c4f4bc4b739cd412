package io.kinrow.migrate.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.fixture.Engine;
import io.kinrow.migrate.fixture.Scripts;
import io.kinrow.migrate.undo.UndoPlan;
import io.kinrow.migrate.undo.UndoTarget;
import java.nio.file.Path;
import java.sql.Connection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A chosen migration of a real PostgreSQL database, undone below others. */
final class PostgresChosenUndoTest {
  @TempDir Path folder;
  private Scripts scripts;
  private Engine engine;
  private Migrations migrations;

  @BeforeEach
  void threeMigrations() {
    scripts =
        new Scripts(folder.resolve("sql"))
            .with(
                "V1__a.sql",
                "CREATE TABLE a (id int PRIMARY KEY, since timestamptz DEFAULT now(),"
                    + " token uuid DEFAULT gen_random_uuid()); INSERT INTO a VALUES (1);")
            .with("U1__a.sql", "DROP TABLE a;")
            .with("V2__tag.sql", "CREATE TYPE mood AS ENUM ('ok'); ALTER TABLE a ADD tag mood;")
            .with("U2__tag.sql", "ALTER TABLE a DROP tag; DROP TYPE mood;")
            .with("V3__b.sql", "CREATE TABLE b (id serial PRIMARY KEY, a int REFERENCES a);")
            .with("U3__b.sql", "DROP TABLE b;");
    engine = Engine.postgres();
    migrations = Migrations.of(engine.configuration(scripts));
  }

  @AfterEach
  void leavesNothing() {
    assertThat(engine.query("SELECT datname FROM pg_database WHERE datname LIKE 'kinrow_verify%'"))
        .isEmpty();
  }

  /** Although the database gives other times and tokens to the rows of V1 each time it runs. */
  @Test
  void undoesOneBelowOthers_thatDoNotNeedIt() {
    migrations.migrate();
    UndoPlan plan = migrations.planUndo(UndoTarget.only("2"));
    assertThat(plan.steps()).extracting(UndoPlan.Step::version).containsExactly("2");
    assertThat(engine.query("SELECT typname FROM pg_type WHERE typname = 'mood'")).hasSize(1);

    migrations.undo(plan);
    assertThat(engine.query("SELECT id FROM a")).containsExactly("1");
    assertThat(engine.query("SELECT typname FROM pg_type WHERE typname = 'mood'")).isEmpty();
    assertThat(engine.hasTable("b")).isTrue();
    scripts.without("V2__tag.sql").without("U2__tag.sql");
    assertThat(migrations.validate().problems()).isEmpty();
  }

  @Test
  void isRefused_whenALaterOneNeedsIt() {
    scripts.with("V3__b.sql", "CREATE INDEX i ON a (tag);").with("U3__b.sql", "DROP INDEX i;");
    migrations.migrate();
    assertThatThrownBy(() -> migrations.planUndo(UndoTarget.only("2")))
        .hasMessageContaining("Cannot undo only version 2: version 3 needs it")
        .hasMessageContaining("column \"tag\" does not exist");
    assertThat(migrations.planUndo(UndoTarget.only("3")).steps()).hasSize(1);
  }

  @Test
  void isRefused_whenTheUndoWouldTakeMoreThanItsOwn() {
    scripts
        .with("V3__b.sql", "UPDATE a SET id = id + 10;")
        .with("U2__tag.sql", "ALTER TABLE a DROP tag; DROP TYPE mood; UPDATE a SET id = 1;");
    migrations.migrate();
    assertThatThrownBy(() -> migrations.planUndo(UndoTarget.only("2")))
        .hasMessageContaining("does not lead to the result of the others without it")
        .hasMessageContaining("rows of table public.a: different values in id");
  }

  @Test
  void isRefused_whenTheUndoLeavesSomething() {
    scripts.with("U2__tag.sql", "ALTER TABLE a DROP tag;");
    migrations.migrate();
    assertThatThrownBy(() -> migrations.planUndo(UndoTarget.only("2")))
        .hasMessageContaining("type public.mood is left over");
  }

  @Test
  void isRefused_whenTheRowsOfTheDatabaseStandAgainstIt() {
    scripts.with(
        "U2__tag.sql",
        "ALTER TABLE a DROP tag; DROP TYPE mood; SELECT 1 / (1 - count(*) FILTER (WHERE id = 5)) FROM a;");
    migrations.migrate();
    engine.execute("INSERT INTO a VALUES (5)");
    assertThatThrownBy(() -> migrations.planUndo(UndoTarget.only("2")))
        .hasMessageContaining("with the rows of this database")
        .hasMessageContaining("division by zero");
    assertThat(engine.query("SELECT tag FROM a")).hasSize(2);
  }

  @Test
  void isRefused_whenItCannotBeProved() throws Exception {
    scripts
        .with("V3__b.sql", "ALTER ROLE postgres SET kinrow.x = '1';")
        .with("U3__b.sql", "ALTER ROLE postgres RESET kinrow.x;");
    migrations.migrate();
    assertThatThrownBy(() -> migrations.planUndo(UndoTarget.only("2")))
        .hasMessageContaining("V3__b.sql: \"ALTER ROLE\" changes the whole server");
    migrations.undo(migrations.planUndo());
    scripts.with("V3__b.sql", "CREATE TABLE b (id int);");
    migrations.migrate();
    try (Connection other = engine.connect()) {
      assertThat(other.isValid(1)).isTrue();
      assertThatThrownBy(() -> migrations.planUndo(UndoTarget.only("2")))
          .hasMessageContaining("only if no other program is connected");
    }
  }
}
