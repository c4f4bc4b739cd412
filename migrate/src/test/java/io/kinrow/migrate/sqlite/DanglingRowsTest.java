package io.kinrow.migrate.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.fixture.Engine;
import io.kinrow.migrate.fixture.Scripts;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that dangled before a script are told from those that it leaves, one by one. */
final class DanglingRowsTest {

  private static final String TABLES =
      """
      CREATE TABLE p (id INTEGER PRIMARY KEY, code TEXT UNIQUE);
      INSERT INTO p VALUES (1, 'a'), (2, 'b');
      CREATE TABLE c (id INTEGER PRIMARY KEY, p_id INT REFERENCES p);
      INSERT INTO c VALUES (10, 1), (11, 2);
      CREATE TABLE w (name TEXT PRIMARY KEY, code TEXT REFERENCES p (code)) WITHOUT ROWID;
      INSERT INTO w VALUES ('x', 'a'), ('y', 'b');
      CREATE TABLE k (p_id INT REFERENCES p);
      INSERT INTO k VALUES (1), (2);
      """;

  @TempDir Path folder;
  private Scripts scripts;
  private Engine engine;

  @BeforeEach
  void rowsThatDangle() {
    scripts = new Scripts(folder.resolve("sql")).with("V1__tables.sql", TABLES);
    engine = Engine.sqlite(folder);
    migrations().migrate();
    engine.execute(
        "INSERT INTO c VALUES (12, 98), (13, 98)",
        "INSERT INTO w VALUES ('z', 'none')",
        "INSERT INTO k VALUES (98), (98)");
  }

  private Migrations migrations() {
    return Migrations.of(engine.configuration(scripts));
  }

  private void refuses(String script, String... rows) {
    scripts.with("V2__change.sql", script);
    var refusal = assertThatThrownBy(migrations()::migrate);
    for (String row : rows) {
      refusal.hasMessageContaining(row);
    }
    assertThat(engine.query("SELECT count(*) FROM p")).containsExactly("2");
  }

  @Test
  void oneMendedAndAnotherMade_isRefusedAndNamed() {
    refuses(
        "DELETE FROM c WHERE id = 12; DELETE FROM k; DELETE FROM w; DELETE FROM p WHERE id = 1;",
        "1 row of table c (p_id) without a row in p: id = 10 (p_id = 1)");
  }

  @Test
  void oneMendedAndAnotherMadeWithoutRowId_isRefusedAndNamed() {
    refuses(
        "DELETE FROM w WHERE name = 'z'; DELETE FROM c; DELETE FROM k; DELETE FROM p WHERE id = 2;",
        "1 row of table w (code) without a row in p: name = y (code = b)");
  }

  @Test
  void oneMendedAndAnotherMadeWithoutAKey_isRefusedAndNamed() {
    refuses(
        "DELETE FROM k WHERE p_id = 98; DELETE FROM c; DELETE FROM w; DELETE FROM p WHERE id = 1;",
        "1 row of table k (p_id) without a row in p: p_id = 1");
  }

  @Test
  void rowThatDanglesElsewhereAfterwards_isRefused() {
    refuses("UPDATE c SET p_id = 99 WHERE id = 12;", "id = 12 (p_id = 99)");
  }

  @Test
  void rowWithTheKeyOfADeletedOne_isRefusedWhenItRefersToSomethingElse() {
    refuses("DELETE FROM c WHERE id = 12; INSERT INTO c VALUES (12, 97);", "id = 12 (p_id = 97)");
  }

  @Test
  void manyRows_areCountedAndTheFirstOnesNamed() {
    refuses(
        "INSERT INTO c WITH RECURSIVE n (i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i"
            + " < 120) SELECT i, 50 FROM n;",
        "21 rows of table c",
        "id = 100 (p_id = 50)",
        "and 16 more");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE c SET id = id WHERE id = 12;",
        "DELETE FROM c WHERE id = 12;",
        "CREATE TABLE c2 (id INTEGER PRIMARY KEY, note TEXT, p_id INT REFERENCES p);"
            + " INSERT INTO c2 (id, p_id) SELECT id, p_id FROM c; DROP TABLE c;"
            + " ALTER TABLE c2 RENAME TO c;",
        "CREATE TABLE k2 (n INTEGER PRIMARY KEY, p_id INT REFERENCES p);"
            + " INSERT INTO k2 (p_id) SELECT p_id FROM k ORDER BY p_id DESC; DROP TABLE k;"
            + " ALTER TABLE k2 RENAME TO k;",
        "ALTER TABLE c RENAME TO children;",
        "ALTER TABLE c RENAME COLUMN p_id TO parent_id;",
        "ALTER TABLE p RENAME TO parents;",
        "CREATE TABLE w2 (name TEXT PRIMARY KEY, code TEXT REFERENCES p (code));"
            + " INSERT INTO w2 SELECT * FROM w; DROP TABLE w; ALTER TABLE w2 RENAME TO w;"
      })
  void rowsThatDangledBefore_areTakenAlong(String script) {
    scripts.with("V2__change.sql", script);
    assertThat(migrations().migrate().version()).isEqualTo("2");
  }
}
