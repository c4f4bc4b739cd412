package io.kinrow.migrate.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.diff.Schema;
import io.kinrow.migrate.fixture.Scripts;
import io.kinrow.migrate.prove.SampleRows;
import io.kinrow.migrate.verify.VerifyReport.Outcome;
import io.kinrow.migrate.verify.VerifyReport.Proof;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An undo that brings values back is tried on rows that were changed since the migration. */
final class SampleRowsTest {

  @TempDir Path folder;

  private Proof proof(String table, String migration, String undo) {
    Scripts scripts =
        new Scripts(folder.resolve("sql"))
            .with("V1__users.sql", table)
            .with("V2__drop.sql", migration)
            .with("U2__drop.sql", undo);
    return Migrations.of("jdbc:sqlite::memory:", scripts.location()).verify().proofs().get(1);
  }

  @Test
  void valuesKeptByRowId_areRefuted() {
    Proof proof =
        proof(
            "CREATE TABLE users (id TEXT PRIMARY KEY, name TEXT, email TEXT);",
            "CREATE TABLE kept AS SELECT rowid AS row, email FROM users;"
                + " ALTER TABLE users DROP COLUMN email;",
            "ALTER TABLE users ADD COLUMN email TEXT;"
                + " UPDATE users SET email = (SELECT email FROM kept WHERE row = users.rowid);"
                + " DROP TABLE kept;");
    assertThat(proof.outcome()).isEqualTo(Outcome.DIFFERS);
    assertThat(proof.differences())
        .anyMatch(
            d ->
                d.startsWith("after U on rows that had changed, table users: a row has the email"));
  }

  @Test
  void valuesKeptByRowIdWithoutAKey_areRefuted() {
    Proof proof =
        proof(
            "CREATE TABLE notes (body TEXT, tag TEXT);",
            "CREATE TABLE kept AS SELECT rowid AS row, tag FROM notes;"
                + " ALTER TABLE notes DROP COLUMN tag;",
            "ALTER TABLE notes ADD COLUMN tag TEXT;"
                + " UPDATE notes SET tag = (SELECT tag FROM kept WHERE row = notes.rowid);"
                + " DROP TABLE kept;");
    assertThat(proof.outcome()).isEqualTo(Outcome.DIFFERS);
  }

  @Test
  void valuesKeptByAKeyThatIsUsedAgain_areRefuted() {
    Proof proof =
        proof(
            "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, email TEXT);",
            "CREATE TABLE kept AS SELECT id, email FROM users;"
                + " ALTER TABLE users DROP COLUMN email;",
            "ALTER TABLE users ADD COLUMN email TEXT;"
                + " UPDATE users SET email = (SELECT email FROM kept WHERE id = users.id);"
                + " DROP TABLE kept;");
    assertThat(proof.differences())
        .singleElement()
        .asString()
        .startsWith(
            "after U on rows that had changed, table users: a row has the email of another");
  }

  @Test
  void rowsThatAreBackAfterTheyWereDeleted_areRefuted() {
    Proof proof =
        proof(
            "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, email TEXT);",
            "CREATE TABLE kept AS SELECT * FROM users; ALTER TABLE users DROP COLUMN email;",
            "DROP TABLE users;"
                + " CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, email TEXT);"
                + " INSERT INTO users SELECT * FROM kept; DROP TABLE kept;");
    assertThat(proof.differences()).anyMatch(d -> d.contains("a deleted row is back"));
  }

  @Test
  void valuesThatAreLost_andThoseKeptWithAWitness_areProved() {
    String table =
        "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, email TEXT DEFAULT 'x');";
    assertThat(
            proof(
                    table,
                    "ALTER TABLE users DROP COLUMN email;",
                    "ALTER TABLE users ADD COLUMN email TEXT DEFAULT 'x';")
                .outcome())
        .isEqualTo(Outcome.PROVED);
    Proof kept =
        proof(
            table,
            "CREATE TABLE kept AS SELECT id, name, email FROM users;"
                + " ALTER TABLE users DROP COLUMN email;",
            "ALTER TABLE users ADD COLUMN email TEXT DEFAULT 'x';"
                + " UPDATE users SET email = kept.email FROM kept"
                + " WHERE kept.id = users.id AND kept.name IS users.name; DROP TABLE kept;");
    assertThat(kept.differences()).isEmpty();
    assertThat(kept.notes()).isEmpty();
  }

  @Test
  void columnThatMovesToAnotherTable_isProved() {
    Proof proof =
        proof(
            "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL, email TEXT UNIQUE);",
            "CREATE TABLE emails (user_id INTEGER PRIMARY KEY REFERENCES users, email TEXT);"
                + " INSERT INTO emails SELECT id, email FROM users;"
                + " CREATE TABLE u (id INTEGER PRIMARY KEY, name TEXT NOT NULL);"
                + " INSERT INTO u SELECT id, name FROM users; DROP TABLE users;"
                + " ALTER TABLE u RENAME TO users;",
            "CREATE TABLE u (id INTEGER PRIMARY KEY, name TEXT NOT NULL, email TEXT UNIQUE);"
                + " INSERT INTO u SELECT id, name, (SELECT email FROM emails WHERE user_id = id)"
                + " FROM users; DROP TABLE users; ALTER TABLE u RENAME TO users;"
                + " DROP TABLE emails;");
    assertThat(proof.outcome()).isEqualTo(Outcome.PROVED);
  }

  @Test
  void tablesOfSixHundredColumns_getRowsToo() throws Exception {
    String columns =
        IntStream.rangeClosed(1, 600).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
    Catalog without =
        Schema.ofSql("CREATE TABLE wide (id TEXT PRIMARY KEY, " + columns + ");").catalog();
    Catalog with =
        Schema.ofSql("CREATE TABLE wide (id TEXT PRIMARY KEY, email TEXT, " + columns + ");")
            .catalog();
    assertThat(SampleRows.inserts(with, without))
        .isNotEmpty()
        .allMatch(insert -> insert.startsWith("INSERT INTO wide (id, email, c1, c2, "));
  }
}
