package io.kinrow.migrate.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.migrate.MigrationAssertions;
import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.drift.Drift;
import io.kinrow.migrate.fixture.Engine;
import io.kinrow.migrate.fixture.Scripts;
import io.kinrow.migrate.settings.RefusedException;
import io.kinrow.migrate.undo.UndoTarget;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Views and triggers of repeatable scripts beside a table that is rebuilt. */
final class RepeatablesTest {

  private static final String TABLES =
      """
      CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, visits INTEGER DEFAULT 0);
      CREATE TABLE visits (id INTEGER PRIMARY KEY, user_id INTEGER REFERENCES users (id));
      """;
  private static final String REBUILT =
      TABLES.replace("name TEXT,", "name TEXT CHECK (name <> ''),");
  private static final String OBJECTS =
      """
      DROP VIEW IF EXISTS frequent;
      CREATE VIEW frequent AS SELECT id, name FROM users WHERE visits > 1;
      DROP TRIGGER IF EXISTS counted;
      CREATE TRIGGER counted AFTER INSERT ON visits BEGIN
        UPDATE users SET visits = visits + 1 WHERE id = NEW.user_id;
      END;
      DROP TRIGGER IF EXISTS kept;
      CREATE TRIGGER kept BEFORE DELETE ON users WHEN OLD.visits > 1 BEGIN
        SELECT RAISE(ABORT, 'frequent');
      END;
      DROP TRIGGER IF EXISTS renamed;
      CREATE TRIGGER renamed INSTEAD OF UPDATE ON frequent BEGIN
        UPDATE users SET name = NEW.name WHERE id = OLD.id;
      END;
      """;

  @TempDir Path folder;
  private Scripts scripts;
  private Engine live;

  @BeforeEach
  void liveDatabase() {
    scripts =
        new Scripts(folder.resolve("sql"))
            .with("V1__tables.sql", TABLES)
            .with("U1__tables.sql", "DROP TABLE visits; DROP TABLE users;")
            .with("R__objects.sql", OBJECTS);
    live = Engine.sqlite(folder);
    on(live).migrate();
    live.execute(
        "INSERT INTO users (id, name) VALUES (1, 'Ann')",
        "INSERT INTO visits (user_id) VALUES (1), (1)");
  }

  private Migrations on(Engine engine) {
    return Migrations.of(engine.configuration(scripts));
  }

  private SchemaDiff diff(String desired) {
    return SchemaDiff.between(
        Schema.ofMigrations(scripts.location()), Schema.ofSql(desired), DiffOptions.defaults());
  }

  private static void works(Engine engine, int visits) {
    assertThat(engine.query("SELECT name FROM sqlite_schema WHERE type IN ('view', 'trigger')"))
        .containsExactlyInAnyOrder("frequent", "counted", "kept", "renamed");
    engine.execute("INSERT INTO visits (user_id) VALUES (1)");
    assertThat(engine.query("SELECT visits FROM users WHERE id = 1"))
        .containsExactly(String.valueOf(visits));
    engine.execute("UPDATE frequent SET name = 'Anna' WHERE id = 1");
    assertThat(engine.query("SELECT name FROM frequent")).containsExactly("Anna");
    assertThatThrownBy(() -> engine.execute("DELETE FROM users")).hasMessageContaining("frequent");
  }

  @Test
  void rebuild_leavesThemToTheirScript_onOldAndNewDatabases() {
    SchemaDiff diff = diff(REBUILT);
    assertThat(diff.migration() + diff.undo())
        .contains("DROP TABLE users")
        .doesNotContain("frequent")
        .doesNotContain("counted")
        .doesNotContain("TRIGGER");
    Revision.next(scripts.folder(), "named").write(diff);

    Engine fresh = Engine.sqlite(folder);
    on(fresh).migrate();
    fresh.execute("INSERT INTO users (id, name, visits) VALUES (1, 'Ann', 1)");
    works(fresh, 2);

    on(live).migrate();
    works(live, 3);
    on(live).undo(UndoTarget.steps(1));
    works(live, 4);
    on(live).migrate();
    works(live, 5);

    assertThat(diff(REBUILT).isEmpty()).isTrue();
    assertThat(diff(REBUILT + OBJECTS.replaceAll("DROP .*;", "")).isEmpty()).isTrue();
    MigrationAssertions.assertUndoable(on(live));
    MigrationAssertions.assertUndoable(on(Engine.sqlite(folder)));
  }

  @Test
  void desiredSchema_mayHaveThemOrNot() {
    scripts.with("desired.sql", TABLES + OBJECTS.replaceAll("DROP .*;", ""));
    scripts.with("bare.sql", TABLES);
    for (String desired : new String[] {"desired.sql", "bare.sql"}) {
      Path file = scripts.folder().resolve(desired);
      assertThat(Drift.check(live.url(), file, scripts.location()).fromDesired()).isEmpty();
    }
    assertThatThrownBy(() -> diff(TABLES + "CREATE VIEW frequent AS SELECT 1 AS id;"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("view frequent is created by a repeatable migration")
        .hasMessageContaining("R__ script");
  }

  @Test
  void changedScript_runsAfterTheMigrationAsEver() {
    Revision.next(scripts.folder(), "named").write(diff(REBUILT));
    scripts.with("R__objects.sql", OBJECTS.replace("visits > 1;", "visits > 100;"));
    on(live).migrate();
    assertThat(live.query("SELECT * FROM frequent")).isEmpty();
  }

  @Test
  void whatAScriptDropsByName_itDropsItself() {
    scripts
        .with("V2__gone.sql", "DROP VIEW frequent; ALTER TABLE users ADD COLUMN x INT;")
        .with("R__objects.sql", "CREATE VIEW IF NOT EXISTS frequent AS SELECT 'new' AS name;");
    on(live).migrate();
    assertThat(live.query("SELECT * FROM frequent")).containsExactly("new");
  }

  @Test
  void failedScript_leavesThemStanding() {
    scripts.with("V2__broken.sql", "ALTER TABLE users ADD COLUMN x INT; DROP TABLE nosuch;");
    assertThatThrownBy(on(live)::migrate).hasMessageContaining("nosuch");
    works(live, 3);
  }

  @Test
  void droppedTable_takesItsTriggersAlong_andTheDiffSaysSo() {
    SchemaDiff diff =
        diff("CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, visits INTEGER DEFAULT 0);");
    assertThat(diff.hints())
        .anyMatch(hint -> hint.startsWith("counted cannot be created after this migration"));
    Revision.next(scripts.folder(), "no visits").write(diff);
    on(live).migrate();
    assertThat(live.query("SELECT name FROM sqlite_schema WHERE type IN ('view', 'trigger')"))
        .containsExactlyInAnyOrder("frequent", "kept", "renamed");
  }
}
