package io.kinrow.migrate.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.fixture.Engine;
import io.kinrow.migrate.fixture.Scripts;
import java.nio.file.Path;
import java.sql.Connection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pending migrations on a copy of a real PostgreSQL database. */
final class PostgresRehearsalTest {
  @TempDir Path folder;
  private Scripts scripts;
  private Engine engine;
  private Migrations migrations;

  @BeforeEach
  void rows() {
    scripts =
        new Scripts(folder.resolve("sql"))
            .with(
                "V1__t.sql",
                "CREATE TABLE p (id int PRIMARY KEY);"
                    + "CREATE TABLE t (id int PRIMARY KEY, a text, b text, p int);");
    engine = Engine.postgres();
    migrations = Migrations.of(engine.configuration(scripts));
    migrations.migrate();
    engine.execute(
        "INSERT INTO p VALUES (1)",
        "INSERT INTO t VALUES (1, '1', 'x', 1), (2, 'two', 'X', 7), (3, NULL, NULL, NULL),"
            + " (4, '4', 'y', 8), (5, '5.5', NULL, 9)");
  }

  @AfterEach
  void leavesNothing() {
    assertThat(engine.query("SELECT datname FROM pg_database WHERE datname LIKE 'kinrow_verify%'"))
        .isEmpty();
  }

  private void assertCounted(String sql, String... rows) {
    scripts.with("V2__next.sql", sql).with("V3__more.sql", "CREATE TABLE more (id int);");
    Rehearsal rehearsal = migrations.rehearse();
    assertThat(rehearsal.failed()).isEqualTo("V2__next.sql");
    assertThat(rehearsal.problem()).isNotEmpty();
    assertThat(rehearsal.rows()).containsExactly(rows);
    assertThat(engine.query("SELECT count(*) FROM t WHERE a IS NOT NULL")).containsExactly("4");
    assertThat(engine.hasTable("more")).isFalse();
    assertThat(migrations.history()).hasSize(1);
  }

  @Test
  void countsNulls() {
    assertCounted(
        "ALTER TABLE t ALTER b SET NOT NULL;",
        "2 rows of public.t have no b, which becomes NOT NULL");
  }

  @Test
  void countsRowsWithoutANewColumn() {
    assertCounted(
        "ALTER TABLE t ADD COLUMN c text NOT NULL;",
        "5 rows of public.t have no c, which is new and NOT NULL");
  }

  @Test
  void countsDuplicates_asTheIndexComparesThem() {
    assertCounted(
        "CREATE UNIQUE INDEX i ON t (lower(b)) WHERE id < 4;",
        "2 rows of public.t have the same (lower(b)) as another row, but it becomes unique");
  }

  @Test
  void countsRowsWithoutParent() {
    assertCounted(
        "ALTER TABLE t ADD FOREIGN KEY (p) REFERENCES p (id);",
        "3 rows of public.t reference by p rows of public.p that do not exist");
  }

  @Test
  void countsBrokenChecks() {
    assertCounted(
        "ALTER TABLE t ADD CHECK (p < 8);", "2 rows of public.t violate the check (p < 8)");
  }

  @Test
  void countsValuesThatAreNotValidForANewType() {
    assertCounted(
        "ALTER TABLE t ALTER a TYPE int USING a::int;",
        "2 rows of public.t have a value in a that is not valid for the type integer");
  }

  @Test
  void countsValuesThatAreTooLong() {
    assertCounted(
        "ALTER TABLE t ALTER a TYPE varchar(2);",
        "2 rows of public.t have a value in a that is not valid for the type character varying(2)");
  }

  @Test
  void countsNothing_whenTheScriptFailsWithoutRowsToo() {
    assertCounted("DROP TABLE nowhere;");
  }

  @Test
  void passes_whenTheScriptMendsTheRowsFirst() {
    scripts
        .with(
            "V2__next.sql",
            "UPDATE t SET b = '' WHERE b IS NULL; ALTER TABLE t ALTER b SET NOT NULL;")
        .with("R__v.sql", "CREATE OR REPLACE VIEW v AS SELECT 1 AS one;");
    Rehearsal rehearsal = migrations.rehearse();
    assertThat(rehearsal.isPassed()).as(rehearsal.problem()).isTrue();
    assertThat(rehearsal.passed()).containsExactly("V2__next.sql", "R__v.sql");
    assertThat(engine.hasTable("v")).isFalse();
  }

  /** A database has settings that no copy has by itself, and that scripts depend on. */
  @Test
  void copyHasTheSettingsOfTheDatabase() {
    String name = engine.query("SELECT current_database()").get(0);
    engine.execute(
        "CREATE SCHEMA app",
        "CREATE TABLE app.own (id int)",
        "ALTER DATABASE " + name + " SET search_path = public, app",
        "ALTER DATABASE " + name + " SET DateStyle = 'German'",
        "ALTER ROLE postgres IN DATABASE " + name + " SET kinrow.divisor = '1'");
    scripts.with(
        "V2__next.sql",
        "INSERT INTO own VALUES (1); SELECT 1 / current_setting('kinrow.divisor')::int;");
    Rehearsal rehearsal = migrations.rehearse();
    assertThat(rehearsal.isPassed()).as(rehearsal.problem()).isTrue();
    assertThat(engine.query("SELECT * FROM app.own")).isEmpty();
  }

  @Test
  void isRefused_whenAnotherProgramIsConnected() throws Exception {
    scripts.with("V2__next.sql", "SELECT 1;");
    try (Connection other = engine.connect()) {
      assertThat(other.isValid(1)).isTrue();
      assertThatThrownBy(migrations::rehearse)
          .hasMessageContaining("only if no other program is connected to it")
          .hasMessageContaining("Connected: 1 (PostgreSQL JDBC Driver).")
          .hasMessageContaining("restored backup");
    }
  }

  @Test
  void isRefused_whenAScriptChangesTheWholeServer() {
    scripts.with("V2__role.sql", "DO $$ BEGIN CREATE ROLE kinrow_never; END $$;");
    assertThatThrownBy(migrations::rehearse)
        .hasMessageStartingWith("V2__role.sql: \"CREATE ROLE\" changes the whole server");
    assertThat(engine.query("SELECT rolname FROM pg_roles WHERE rolname = 'kinrow_never'"))
        .isEmpty();
  }

  @Test
  void isRefused_whenAScriptWouldWaitForFlyway() {
    scripts.with("V2__index.sql", "CREATE INDEX CONCURRENTLY i ON t (a);");
    assertThatThrownBy(migrations::rehearse)
        .hasMessageContaining("flyway.postgresql.transactional.lock=false");
  }

  @Test
  void isRefused_whenTheDatabaseIsGivenByADataSource() {
    assertThatThrownBy(
            Migrations.of(engine.configuration(scripts).getDataSource(), scripts.location())
                ::rehearse)
        .hasMessageContaining("a PostgreSQL database that is given by its URL");
  }
}
