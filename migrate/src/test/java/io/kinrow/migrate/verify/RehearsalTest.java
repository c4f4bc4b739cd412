package io.kinrow.migrate.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.fixture.Engine;
import io.kinrow.migrate.fixture.Scripts;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RehearsalTest {
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
                "CREATE TABLE p (id INTEGER PRIMARY KEY);"
                    + "CREATE TABLE t (id INTEGER PRIMARY KEY, a, b TEXT, p INTEGER);");
    engine = Engine.sqlite(folder);
    migrations = Migrations.of(engine.url(), scripts.location());
    migrations.migrate();
    engine.execute(
        "INSERT INTO p VALUES (1)",
        "INSERT INTO t VALUES (1, 1, 'x', 1), (2, 'two', 'X', 7), (3, NULL, NULL, NULL),"
            + " (4, '4', 'y', 8), (5, 5.5, NULL, 9)");
  }

  private static String rebuild(String columns) {
    return "CREATE TABLE n ("
        + columns
        + "); INSERT INTO n SELECT * FROM t; DROP TABLE t; ALTER TABLE n RENAME TO t;";
  }

  private void assertCounted(String sql, String... rows) {
    scripts.with("V2__next.sql", sql).with("V3__more.sql", "CREATE TABLE more (id INTEGER);");
    List<String> before = engine.query("SELECT sql FROM sqlite_schema");
    Rehearsal rehearsal = migrations.rehearse();
    assertThat(rehearsal.failed()).isEqualTo("V2__next.sql");
    assertThat(rehearsal.problem()).isNotEmpty();
    assertThat(rehearsal.rows()).containsExactly(rows);
    assertThat(engine.query("SELECT sql FROM sqlite_schema")).isEqualTo(before);
    assertThat(migrations.history()).hasSize(1);
  }

  @Test
  void countsNulls() {
    assertCounted(
        rebuild("id INTEGER PRIMARY KEY, a, b TEXT NOT NULL, p INTEGER"),
        "2 rows of t have no b, which becomes NOT NULL");
  }

  @Test
  void countsRowsWithoutANewColumn() {
    assertCounted(
        "ALTER TABLE t ADD COLUMN c TEXT; ALTER TABLE t ALTER COLUMN c SET NOT NULL;",
        "5 rows of t have no c, which is new and NOT NULL");
  }

  @Test
  void countsDuplicates_asTheIndexComparesThem() {
    assertCounted(
        "CREATE UNIQUE INDEX i ON t (b COLLATE NOCASE) WHERE id < 4;",
        "2 rows of t have the same (b) as another row, but it becomes unique");
  }

  @Test
  void countsRowsWithoutParent() {
    assertCounted(
        rebuild("id INTEGER PRIMARY KEY, a, b TEXT, p INTEGER REFERENCES p (id)"),
        "3 rows of t reference by p rows of p that do not exist");
  }

  @Test
  void countsBrokenChecks() {
    assertCounted(
        rebuild("id INTEGER PRIMARY KEY, a, b TEXT, p INTEGER CHECK (p < 8)"),
        "2 rows of t violate the check (p < 8)");
  }

  @Test
  void countsValuesThatDoNotFit_afterSqlitesOwnConversion() {
    assertCounted(
        rebuild("id INTEGER PRIMARY KEY, a INTEGER, b TEXT, p INTEGER")
            .replace("); INSERT", ") STRICT; INSERT"),
        "2 rows of t have a value in a that is not valid for the type INTEGER");
  }

  @Test
  void passes_whenTheScriptMendsTheRowsFirst() {
    scripts
        .with(
            "V2__next.sql",
            "UPDATE t SET b = '' WHERE b IS NULL;"
                + rebuild("id INTEGER PRIMARY KEY, a, b TEXT NOT NULL, p INTEGER"))
        .with("R__v.sql", "CREATE VIEW v AS SELECT 1;");
    Rehearsal rehearsal = migrations.rehearse();
    assertThat(rehearsal.isPassed()).as(rehearsal.problem()).isTrue();
    assertThat(rehearsal.passed()).containsExactly("V2__next.sql", "R__v.sql");
    assertThat(engine.hasTable("v")).isFalse();
  }

  @Test
  void countsNothing_whenTheScriptFailsWithoutRowsToo() {
    assertCounted("DROP TABLE nowhere;");
  }
}
