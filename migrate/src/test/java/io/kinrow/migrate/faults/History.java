package io.kinrow.migrate.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.migrate.HistoryEntry;
import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.fixture.Engine;
import io.kinrow.migrate.fixture.Scripts;
import java.util.Set;
import java.util.TreeSet;

/**
 * Migrations that do enough to be caught in the middle, and the check that nothing is half done.
 */
final class History {
  static final int VERSIONS = 6;
  private static final int ROWS = 3000;

  private History() {}

  /**
   * Version 1 makes a parent and a cascading child; each later one adds a table with rows and
   * rebuilds the parent with one more column.
   */
  static Scripts write(Scripts scripts) {
    scripts
        .with(
            "V1__parent.sql",
            """
            CREATE TABLE parent (id INTEGER PRIMARY KEY, c1 TEXT);
            CREATE TABLE child (
              id INTEGER PRIMARY KEY, parent_id INTEGER NOT NULL REFERENCES parent ON DELETE CASCADE);
            WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < %1$d)
              INSERT INTO parent SELECT x, 'row ' || x FROM n;
            INSERT INTO child SELECT id, id FROM parent;
            """
                .formatted(ROWS))
        .with("U1__parent.sql", "DROP TABLE child; DROP TABLE parent;");
    for (int version = 2; version <= VERSIONS; version++) {
      scripts
          .with("V" + version + "__step.sql", up(version))
          .with("U" + version + "__step.sql", down(version));
    }
    return scripts;
  }

  private static String up(int version) {
    return """
        CREATE TABLE t%1$d AS SELECT id, c1 || ' in %1$d' AS text FROM parent;
        CREATE INDEX t%1$d_text ON t%1$d (text);
        CREATE TABLE parent_new (id INTEGER PRIMARY KEY, %2$s);
        INSERT INTO parent_new SELECT *, 'new in %1$d' FROM parent;
        DROP TABLE parent;
        ALTER TABLE parent_new RENAME TO parent;
        """
        .formatted(version, columns(version));
  }

  private static String down(int version) {
    return """
        CREATE TABLE parent_old (id INTEGER PRIMARY KEY, %2$s);
        INSERT INTO parent_old SELECT id, %3$s FROM parent;
        DROP TABLE parent;
        ALTER TABLE parent_old RENAME TO parent;
        DROP TABLE t%1$d;
        """
        .formatted(version, columns(version - 1), columns(version - 1).replace(" TEXT", ""));
  }

  private static String columns(int version) {
    StringBuilder columns = new StringBuilder("c1 TEXT");
    for (int i = 2; i <= version; i++) {
      columns.append(", c").append(i).append(" TEXT");
    }
    return columns.toString();
  }

  /** The history, read row by row, allows each step only once, and the schema is what it says. */
  static int requireAgreement(Engine engine, Migrations migrations) {
    Set<Integer> applied = new TreeSet<>();
    if (engine.hasTable("flyway_schema_history")) {
      for (HistoryEntry entry : migrations.history()) {
        int version = Integer.parseInt(entry.version());
        assertThat(entry.success()).isTrue();
        if (entry.action() == HistoryEntry.Action.UNDO) {
          assertThat(applied.remove(version)).as("undone once: %s", entry).isTrue();
        } else {
          assertThat(applied.add(version)).as("applied once: %s", entry).isTrue();
        }
      }
    }
    int latest = applied.size();
    for (int version = 1; version <= latest; version++) {
      assertThat(applied).contains(version);
    }
    requireSchema(engine, latest);
    return latest;
  }

  private static void requireSchema(Engine engine, int latest) {
    assertThat(engine.hasTable("parent")).isEqualTo(latest >= 1);
    assertThat(engine.hasTable("parent_new")).isFalse();
    assertThat(engine.hasTable("parent_old")).isFalse();
    for (int version = 2; version <= VERSIONS; version++) {
      assertThat(engine.hasTable("t" + version)).isEqualTo(version <= latest);
      if (version <= latest) {
        assertThat(engine.query("SELECT count(*) FROM t" + version)).containsExactly("" + ROWS);
      }
    }
    if (latest >= 1) {
      assertThat(engine.query("SELECT count(*) FROM child")).containsExactly("" + ROWS);
      assertThat(engine.query("SELECT count(*) FROM pragma_table_info('parent')"))
          .containsExactly("" + (latest + 1));
    }
    assertThat(engine.query("PRAGMA integrity_check")).containsExactly("ok");
    assertThat(engine.query("PRAGMA foreign_key_check")).isEmpty();
  }
}
