package io.kinrow.migrate.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.fixture.Engine;
import io.kinrow.migrate.fixture.Scripts;
import io.kinrow.migrate.postgres.DatabaseObjects;
import io.kinrow.migrate.postgres.PlainReading;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.settings.RefusedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flyway itself, open source, runs on PostgreSQL what was squashed there. */
final class PostgresSquashTest {
  @TempDir Path folder;
  private Scripts scripts;
  private FlywaySettings settings;
  private Engine server;

  @BeforeEach
  void migrations() throws Exception {
    server = Engine.postgres();
    scripts = new Scripts(folder.resolve("sql"));
    settings = FlywaySettings.defaults().locations(scripts.location());
  }

  @AfterEach
  void leavesNothing() {
    assertThat(server.query("SELECT datname FROM pg_database WHERE datname LIKE 'kinrow_verify%'"))
        .isEmpty();
  }

  private Squash squash(String version) {
    return Squash.of(settings, version, server.url(), "postgres", "");
  }

  private Engine migrated(String target) {
    Engine engine = Engine.postgres();
    Migrations migrations = Migrations.of(engine.url(), "postgres", "", settings);
    if (target.equals("latest")) {
      migrations.migrate();
    } else {
      migrations.migrate(target);
    }
    return engine;
  }

  private static DatabaseObjects objects(Engine engine) throws Exception {
    try (Connection connection = engine.connect()) {
      return PlainReading.of(
          connection, statement -> DatabaseObjects.read(connection, "flyway_schema_history"));
    }
  }

  /** One of each kind that is written, and each needs another kind. */
  @Test
  void newDatabasesBeginWithIt_andOldOnesDoNotSeeIt() throws Exception {
    scripts
        .with("V1__all.sql", Files.readString(Path.of("src/test/resources/postgres/squash.sql")))
        .with("V1__all.sql.conf", "placeholderReplacement=false")
        .with("V2__more.sql", "ALTER TABLE shop.items ADD COLUMN more text DEFAULT 'none';")
        .with("R__w.sql", "CREATE OR REPLACE VIEW w AS SELECT name FROM shop.items;")
        .with("V3__later.sql", "INSERT INTO shop.items (name) VALUES ('later');");
    Engine old = migrated("2");
    Engine step = migrated("latest");

    Squash squash = squash("2");
    assertThat(squash.version()).isEqualTo("2");
    assertThat(squash.rows())
        .containsAllEntriesOf(Map.of("shop.items", 3L, "public.events_2026", 1L));
    assertThat(squash.write(scripts.folder())).hasFileName("B2__baseline.sql");
    assertThatThrownBy(() -> squash.write(scripts.folder())).isInstanceOf(RefusedException.class);

    Engine fresh = migrated("latest");
    assertThat(fresh.history().stream().map(row -> row.substring(row.lastIndexOf('|') + 1)))
        .containsExactly("B2__baseline.sql", "V3__later.sql", "R__w.sql");
    assertThat(objects(fresh).differences(objects(step))).isEmpty();
    String items = "SELECT id, name, price, code, tags, at, more FROM shop.items ORDER BY id";
    assertThat(fresh.query(items)).isEqualTo(step.query(items)).hasSize(4);
    assertThat(fresh.query("SELECT * FROM log")).isEqualTo(step.query("SELECT * FROM log"));
    assertThat(fresh.query("SELECT * FROM totals")).isEqualTo(step.query("SELECT * FROM totals"));

    String next =
        "SELECT nextval('later'), nextval('untouched'), nextval('shop.numbers'),"
            + " nextval('parts_id_seq'), nextval('shop.items_id_seq')";
    assertThat(fresh.query(next)).isEqualTo(step.query(next)).containsExactly("50|7|26|4|15");

    Migrations was = Migrations.of(old.url(), "postgres", "", settings);
    assertThat(was.validate().problems()).isEmpty();
    was.migrate();
    assertThat(objects(old).differences(objects(step))).isEmpty();
    assertThat(old.history()).noneMatch(row -> row.contains("B2__"));
  }

  @Test
  void isRefused_whenItWouldLackSomething() {
    scripts.with(
        "V1__a.sql", "CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int, INITCOND = '0');");
    assertThatThrownBy(() -> squash("latest"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("written as one script, they give a different result")
        .hasMessageContaining("aggregate public.total(integer) is missing");
  }

  /** As it was refreshed before the last row, and the baseline refreshes it after all rows. */
  @Test
  void isRefused_whenAMaterializedViewIsOutOfDate() {
    scripts.with(
        "V1__a.sql",
        "CREATE TABLE a (id int); CREATE MATERIALIZED VIEW n AS SELECT count(*) FROM a;"
            + " INSERT INTO a VALUES (1);");
    assertThatThrownBy(() -> squash("latest"))
        .isInstanceOf(RefusedException.class)
        .hasMessageEndingWith("- rows of materialized view public.n");
  }

  @Test
  void isRefused_whenAMigrationChangesTheWholeServer() {
    scripts.with("V1__a.sql", "CREATE ROLE kinrow_never;");
    assertThatThrownBy(() -> squash("latest"))
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith("V1__a.sql: \"CREATE ROLE\" changes the whole server");
  }

  @Test
  void isRefused_withoutAServer_withoutThatVersion_withoutMigrations() {
    assertThatThrownBy(() -> squash("latest")).hasMessageContaining("There are no migrations in");
    scripts.with("V1__a.sql", "CREATE TABLE a (id int);");
    assertThatThrownBy(() -> squash("7"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there is no migration with version 7; the versions are 1");
    assertThatThrownBy(() -> Squash.of(settings, "1", "jdbc:sqlite:a.db", "", ""))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("is not the URL of a PostgreSQL database");
  }

  @Test
  void schemaOfFlywayIsLeftToFlyway() {
    scripts.with("V1__a.sql", "CREATE TABLE a (id int);");
    settings = settings.with(Map.of("defaultSchema", "app"));
    squash("latest").write(scripts.folder());
    assertThat(migrated("latest").query("SELECT count(*) FROM app.a")).containsExactly("0");
  }
}
