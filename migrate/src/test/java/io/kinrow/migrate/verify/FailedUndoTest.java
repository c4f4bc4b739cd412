package io.kinrow.migrate.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.fixture.Engine;
import io.kinrow.migrate.fixture.Scripts;
import io.kinrow.migrate.settings.UndoConfiguration;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a script left that failed outside a transaction, on real databases. */
final class FailedUndoTest {
  private static final String ALONE = "executeInTransaction=false";

  @TempDir Path folder;

  private Scripts users() {
    return new Scripts(folder.resolve("sql"))
        .with(
            "V1__users.sql",
            "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT);"
                + " INSERT INTO users VALUES (1, 'susan'), (2, 'susan');")
        .with("U1__users.sql", "DROP TABLE users;");
  }

  private Scripts failing(String up, String down) {
    return failing(up, down, users());
  }

  private static Scripts failing(String up, String down, Scripts scripts) {
    return scripts
        .with("V2__more.sql", up)
        .with("V2__more.sql.conf", ALONE)
        .with("U2__more.sql", down);
  }

  private static FluentConfiguration failed(Engine engine, Scripts scripts) {
    return failed(engine, engine.configuration(scripts));
  }

  private static FluentConfiguration failed(Engine engine, FluentConfiguration configuration) {
    if (engine.name().equals("postgres")) {
      configuration
          .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
          .setTransactionalLock(false);
    }
    assertThatThrownBy(() -> configuration.load().migrate()).isInstanceOf(FlywayException.class);
    return configuration;
  }

  /** To run it again beside the real database could change that one. */
  @Test
  void isNotProved_whenAnEarlierScriptChangesTheWholeServer() {
    Scripts scripts =
        failing("CREATE TABLE a (id int); SELECT 1 / 0;", "DROP TABLE a;")
            .with("V1__users.sql", "COMMENT ON ROLE postgres IS 'the owner';");

    FailedMigration found =
        Migrations.of(failed(Engine.postgres(), scripts)).failed().orElseThrow();

    assertThat(found.problem())
        .contains("V1__users.sql: \"COMMENT ON ROLE\" changes the whole server");
  }

  private void undoesWhatRan(Engine engine) {
    Scripts scripts =
        failing(
            "CREATE TABLE tags (id INTEGER PRIMARY KEY); INSERT INTO tags VALUES (7);"
                + " ALTER TABLE users ADD COLUMN tag_id INTEGER;"
                + " CREATE UNIQUE INDEX users_name ON users (name);"
                + " CREATE TABLE last (id INTEGER);",
            "DROP TABLE last; DROP INDEX users_name; ALTER TABLE users DROP COLUMN tag_id;"
                + " DROP TABLE tags;");
    Migrations migrations = Migrations.of(failed(engine, scripts));

    assertThatThrownBy(migrations::planUndo)
        .hasMessageContaining("failed run of V2__more.sql")
        .hasMessageContaining("flyway.undoFailed=true");
    FailedMigration found = migrations.failed().orElseThrow();
    assertThat(found.problem()).isNull();
    assertThat(found.toString()).startsWith("V2__more.sql failed: 3 of its 5 statements ran\n- ");
    assertThat(found.undo())
        .containsExactly("ALTER TABLE users DROP COLUMN tag_id", "DROP TABLE tags");

    Path backup = migrations.undoFailed(found);

    assertThat(backup != null).isEqualTo(engine.name().equals("sqlite"));
    assertThat(engine.hasTable("tags")).isFalse();
    assertThat(engine.query("SELECT * FROM users ORDER BY id"))
        .containsExactly("1|susan", "2|susan");
    assertThat(engine.history()).containsExactly("1|SQL|V1__users.sql");
    assertThat(migrations.failed()).isEmpty();
    assertThat(migrations.planUndo().steps()).hasSize(1);
  }

  @Test
  void undoesWhatRan_onSqlite() {
    undoesWhatRan(Engine.sqlite(folder));
  }

  @Test
  void undoesWhatRan_onPostgres() {
    Engine engine = Engine.postgres();
    undoesWhatRan(engine);
    assertThat(engine.query("SELECT datname FROM pg_database WHERE datname LIKE 'kinrow_verify%'"))
        .isEmpty();
  }

  /** What a statement sets is set for those that follow it, as in the real run. */
  @Test
  void settingsLastUntilTheScriptEnds_onPostgres() {
    Engine engine = Engine.postgres();
    Scripts scripts =
        failing(
            "CREATE SCHEMA app; SET search_path = app; CREATE TABLE tags (id INTEGER PRIMARY KEY);"
                + " CREATE TEMP TABLE names AS SELECT 'a'::text AS name;"
                + " CREATE VIEW all_tags AS SELECT id FROM tags;"
                + " CREATE UNIQUE INDEX users_name ON public.users (name);"
                + " CREATE TABLE last (id INTEGER);",
            "SET search_path = app; DROP TABLE last; DROP INDEX public.users_name;"
                + " DROP VIEW all_tags; DROP TABLE tags; SET search_path = public; DROP SCHEMA app;");
    Migrations migrations = Migrations.of(failed(engine, scripts));

    FailedMigration found = migrations.failed().orElseThrow();
    assertThat(found.problem()).isNull();
    assertThat(found.ran()).isEqualTo(5);
    assertThat(found.undo())
        .containsExactly(
            "SET search_path = app",
            "DROP VIEW all_tags",
            "DROP TABLE tags",
            "SET search_path = public",
            "DROP SCHEMA app");
    migrations.undoFailed(found);
    assertThat(engine.query("SELECT nspname FROM pg_namespace WHERE nspname = 'app'")).isEmpty();
    assertThat(engine.history()).containsExactly("1|SQL|V1__users.sql");
  }

  @Test
  void schemaOfFlyway_isTheOneThatStatementsRunIn() {
    Engine engine = Engine.postgres();
    Scripts scripts =
        failing(
            "CREATE TABLE tags (id INTEGER PRIMARY KEY);"
                + " CREATE UNIQUE INDEX users_name ON users (name);",
            "DROP INDEX users_name; DROP TABLE tags;");
    Migrations migrations =
        Migrations.of(failed(engine, engine.configuration(scripts).schemas("app", "other")));

    FailedMigration found = migrations.failed().orElseThrow();
    assertThat(found.problem()).isNull();
    assertThat(found.undo()).containsExactly("DROP TABLE tags");
    migrations.undoFailed(found);
    assertThat(engine.query("SELECT relname FROM pg_class WHERE relname = 'tags'")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void repeatablesAreThereBeforeIt(boolean postgres) {
    Engine engine = postgres ? Engine.postgres() : Engine.sqlite(folder);
    Scripts scripts = users().with("R__names.sql", "CREATE VIEW names AS SELECT name FROM users;");
    engine.configuration(scripts).load().migrate();
    failing(
        "CREATE VIEW more AS SELECT name FROM names;"
            + " CREATE UNIQUE INDEX users_name ON users (name);",
        "DROP INDEX users_name; DROP VIEW more;",
        scripts);
    Migrations migrations = Migrations.of(failed(engine, scripts));

    FailedMigration found = migrations.failed().orElseThrow();
    assertThat(found.problem()).isNull();
    assertThat(found.undo()).containsExactly("DROP VIEW more");
  }

  @Test
  void transactionsOfTheScript_cannotBeProved() {
    Engine engine = Engine.postgres();
    Scripts scripts =
        failing(
            "BEGIN; CREATE TABLE tags (id INTEGER); ALTER TABLE users ADD COLUMN tag_id INTEGER;"
                + " COMMIT; CREATE UNIQUE INDEX users_name ON users (name);",
            "DROP INDEX users_name; ALTER TABLE users DROP COLUMN tag_id; DROP TABLE tags;");
    FailedMigration found = Migrations.of(failed(engine, scripts)).failed().orElseThrow();
    assertThat(found.problem())
        .isEqualTo("V2__more.sql contains transaction statements, such as BEGIN or COMMIT");
  }

  /** The rows of the real database, which may be many, are not read to compare schemas. */
  @Test
  void rowsAreNotRead_onPostgres() {
    Engine engine = Engine.postgres();
    Scripts scripts =
        users()
            .with(
                "V1__users.sql",
                "CREATE TYPE mood AS ENUM ('good');"
                    + " CREATE FUNCTION refuse(mood) RETURNS text LANGUAGE plpgsql AS"
                    + " $$BEGIN RAISE EXCEPTION 'a row is read'; END$$;"
                    + " CREATE CAST (mood AS text) WITH FUNCTION refuse(mood);"
                    + " CREATE TABLE users (name text, mood mood);");
    engine.configuration(scripts).load().migrate();
    engine.execute("INSERT INTO users VALUES ('susan', 'good'), ('susan', 'good')");
    failing(
        "CREATE TABLE tags (id INTEGER); CREATE UNIQUE INDEX users_name ON users (name);",
        "DROP INDEX users_name; DROP TABLE tags;",
        scripts);
    Migrations migrations = Migrations.of(failed(engine, scripts));

    FailedMigration found = migrations.failed().orElseThrow();
    assertThat(found.problem()).isNull();
    migrations.undoFailed(found);
    assertThat(engine.hasTable("tags")).isFalse();
  }

  /** What was found is not looked for again: only whether it is still what it was. */
  @Test
  void undoDoesNotSearchAgain() {
    Engine engine = Engine.sqlite(folder);
    Scripts scripts =
        failing(
            "CREATE TABLE tags (id INTEGER); CREATE UNIQUE INDEX users_name ON users (name);",
            "DROP INDEX users_name; DROP TABLE tags;");
    FluentConfiguration configuration = failed(engine, scripts);
    AtomicInteger reads = new AtomicInteger();
    configuration.resourceProvider(Counted.all(configuration, reads));
    Migrations migrations = Migrations.of(configuration);

    FailedMigration found = migrations.failed().orElseThrow();
    assertThat(reads.getAndSet(0)).isGreaterThan(12);
    migrations.undoFailed(found, false);
    assertThat(reads).as("each of the four scripts once, for its checksum").hasValue(4);
  }

  @Test
  void isRefused_whenSomethingChangedSince() {
    Engine engine = Engine.postgres();
    Scripts scripts =
        failing(
            "CREATE TABLE tags (id INTEGER); CREATE UNIQUE INDEX users_name ON users (name);",
            "DROP INDEX users_name; DROP TABLE tags;");
    Migrations migrations = Migrations.of(failed(engine, scripts));
    FailedMigration found = migrations.failed().orElseThrow();
    assertThat(found.isProved()).isTrue();

    engine.execute("ALTER TABLE tags ADD COLUMN by_hand INTEGER");
    assertThatThrownBy(() -> migrations.undoFailed(found)).hasMessageContaining("changed since");
    engine.execute("ALTER TABLE tags DROP COLUMN by_hand");
    scripts.with("U2__more.sql", "DROP INDEX users_name; DROP TABLE IF EXISTS tags;");
    assertThatThrownBy(() -> migrations.undoFailed(found)).hasMessageContaining("changed since");
    scripts.with("U2__more.sql", "DROP INDEX users_name; DROP TABLE tags;");
    engine.execute("UPDATE flyway_schema_history SET installed_rank = 7 WHERE NOT success");
    assertThatThrownBy(() -> migrations.undoFailed(found)).hasMessageContaining("changed since");
    engine.execute("UPDATE flyway_schema_history SET installed_rank = 2 WHERE NOT success");
    migrations.undoFailed(found);
    assertThat(engine.hasTable("tags")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void indexThatItsBuildLeftInvalid_isUndone(boolean rowsOfTheScript) {
    Engine engine = Engine.postgres();
    Scripts scripts = users();
    if (!rowsOfTheScript) {
      scripts.with("V1__users.sql", "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT);");
      engine.configuration(scripts).load().migrate();
      engine.execute("INSERT INTO users VALUES (1, 'susan'), (2, 'susan')");
    }
    scripts
        .with(
            "V2__more.sql",
            "CREATE INDEX CONCURRENTLY users_id ON users (id, name);"
                + " CREATE UNIQUE INDEX CONCURRENTLY users_name ON users (name);"
                + " CREATE INDEX CONCURRENTLY users_more ON users (name, id);")
        .with(
            "U2__more.sql",
            "DROP INDEX CONCURRENTLY users_more; DROP INDEX CONCURRENTLY users_name;"
                + " DROP INDEX CONCURRENTLY users_id;");
    Migrations migrations = Migrations.of(failed(engine, scripts));

    FailedMigration found = migrations.failed().orElseThrow();
    assertThat(found.problem()).isNull();
    assertThat(found.undo()).hasSize(2);
    assertThat(found.toString())
        .startsWith("V2__more.sql failed: 1 of its 3 statements ran")
        .endsWith("- statement 2 failed and left an invalid index");
    assertThat(found.transactional()).isFalse();
    migrations.undoFailed(found);

    assertThat(
            engine.query(
                "SELECT indexrelid::regclass::text FROM pg_index WHERE indrelid = 'users'::regclass"))
        .containsExactly("users_pkey");
    assertThat(engine.history()).containsExactly("1|SQL|V1__users.sql");
  }

  @Test
  void rowLeavesTheHistory_whenNothingRan() {
    Engine engine = Engine.sqlite(folder);
    Scripts scripts = failing("CREATE UNIQUE INDEX users_name ON users (name);", "SELECT 1;");
    Migrations migrations = Migrations.of(failed(engine, scripts));

    FailedMigration found = migrations.failed().orElseThrow();
    assertThat(found).hasToString("V2__more.sql failed: 0 of its 1 statements ran");
    assertThat(found.undo()).isEmpty();
    migrations.undoFailed(found);
    assertThat(engine.history()).containsExactly("1|SQL|V1__users.sql");
  }

  @Test
  void changedRows_cannotBeProved() {
    Engine engine = Engine.sqlite(folder);
    Scripts scripts =
        failing(
            "CREATE TABLE tags (id INTEGER); UPDATE users SET id = id + 10;"
                + " CREATE UNIQUE INDEX users_name ON users (name);",
            "DROP INDEX users_name; UPDATE users SET id = id - 10; DROP TABLE tags;");
    Migrations migrations = Migrations.of(failed(engine, scripts));

    FailedMigration found = migrations.failed().orElseThrow();
    assertThat(found)
        .hasToString(
            "V2__more.sql failed, and it cannot be proved how to undo it: the catalogue does not show whether this statement ran, or what it changed: UPDATE users SET id = id + 10\n"
                + "- table tags is left over");
    assertThatThrownBy(() -> migrations.undoFailed(found))
        .hasMessageContaining("Cannot undo: V2__more.sql failed");
    assertThat(engine.hasTable("tags")).isTrue();
    assertThat(engine.history()).hasSize(2);
  }

  /** CREATE TABLE IF NOT EXISTS does not make an older table the script's own. */
  @ParameterizedTest
  @ValueSource(strings = {"my table", "my.table", "kinrow_parked_table"})
  void changedRowsOfAnOlderTable_cannotBeProved_whateverItsName(String table) {
    Engine engine = Engine.sqlite(folder);
    Scripts scripts =
        failing(
            "CREATE TABLE IF NOT EXISTS \""
                + table
                + "\" (id INTEGER);"
                + " CREATE TABLE tags (id INTEGER);"
                + " DELETE FROM \""
                + table
                + "\";"
                + " CREATE UNIQUE INDEX users_name ON users (name);",
            "DROP TABLE tags;");
    scripts.with(
        "V1__users.sql",
        "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT);"
            + " INSERT INTO users VALUES (1, 'susan'), (2, 'susan');"
            + " CREATE TABLE \""
            + table
            + "\" (id INTEGER);");
    FailedMigration found = Migrations.of(failed(engine, scripts)).failed().orElseThrow();
    assertThat(found.problem())
        .isEqualTo(
            "the catalogue does not show whether this statement ran, or what it changed: DELETE FROM \""
                + table
                + "\"");
  }

  /** A statement of the undo script that changes rows undoes one that did not run. */
  @Test
  void rowsOfOlderTables_areNotTouched() {
    Engine engine = Engine.sqlite(folder);
    Scripts scripts = users().with("V1__users.sql", "CREATE TABLE users (id INTEGER, name TEXT);");
    engine.configuration(scripts).load().migrate();
    engine.execute("INSERT INTO users VALUES (11, 'susan'), (12, 'susan')");
    scripts
        .with(
            "V2__more.sql",
            "CREATE TABLE tags (id INTEGER); CREATE UNIQUE INDEX users_name ON users (name);"
                + " UPDATE users SET id = id + 10;")
        .with("V2__more.sql.conf", ALONE)
        .with(
            "U2__more.sql",
            "UPDATE users SET id = id - 10; DROP INDEX IF EXISTS users_name; DROP TABLE tags;");
    Migrations migrations = Migrations.of(failed(engine, scripts));

    FailedMigration found = migrations.failed().orElseThrow();
    assertThat(found.problem()).isNull();
    assertThat(found.undo()).containsExactly("DROP INDEX IF EXISTS users_name", "DROP TABLE tags");
    migrations.undoFailed(found);
    assertThat(engine.query("SELECT id FROM users ORDER BY id")).containsExactly("11", "12");
  }

  @Test
  void whatElseCannotBeProved_isSaid() {
    Engine engine = Engine.sqlite(folder);
    Scripts scripts =
        failing(
            "CREATE TABLE tags (id INTEGER); CREATE UNIQUE INDEX users_name ON users (name);",
            "DROP INDEX users_name; SELECT * FROM nowhere;");
    Migrations migrations = Migrations.of(failed(engine, scripts));
    assertThat(migrations.failed().orElseThrow().problem())
        .isEqualTo("no end of the undo script leads back from the current state");

    scripts.with("U2__more.sql", "DROP TABLE tags;");
    FailedMigration seen = migrations.failed().orElseThrow();
    assertThat(seen.problem()).isNull();
    engine.execute("CREATE TABLE by_hand (x)");
    assertThat(migrations.failed().orElseThrow().toString())
        .contains("the first statements of the script do not lead to its schema")
        .contains("table by_hand is left over");
    assertThatThrownBy(() -> migrations.undoFailed(seen))
        .hasMessageContaining("have changed since they were examined");
    assertThat(engine.hasTable("tags")).isTrue();

    engine.execute("DROP TABLE by_hand");
    scripts.without("U2__more.sql");
    assertThat(migrations.failed().orElseThrow().problem())
        .isEqualTo("version 2 has no undo script");
    scripts.with("V2__more.sql", "SELECT 1;");
    assertThat(migrations.failed().orElseThrow().problem())
        .isEqualTo("the script has been changed since");
  }

  @Test
  void flywaysOwnUndo_doesItWhenTheSettingSaysSo() {
    Engine engine = Engine.sqlite(folder);
    Scripts scripts =
        failing(
            "CREATE TABLE tags (id INTEGER); CREATE UNIQUE INDEX users_name ON users (name);",
            "DROP INDEX users_name; DROP TABLE tags;");
    failed(engine, scripts);

    FluentConfiguration configuration = engine.configuration(scripts);
    configuration.getConfigurationExtension(UndoConfiguration.class).setUndoFailed(true);
    Flyway flyway = configuration.load();
    flyway.undo();
    assertThat(engine.history()).containsExactly("1|SQL|V1__users.sql");
    assertThat(engine.hasTable("tags")).isFalse();
    flyway.undo(); // and then as ever
    assertThat(engine.hasTable("users")).isFalse();
  }
}
