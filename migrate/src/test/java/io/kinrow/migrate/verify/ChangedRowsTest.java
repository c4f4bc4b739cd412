package io.kinrow.migrate.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.fixture.Engine;
import io.kinrow.migrate.fixture.Scripts;
import io.kinrow.migrate.verify.VerifyReport.Outcome;
import io.kinrow.migrate.verify.VerifyReport.Proof;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An undo that brings back what it kept, on rows that changed in between. */
final class ChangedRowsTest {
  private static final String ROWS =
      " VALUES ('a', 'Al', 'al@x'), ('b', 'Bob', 'bob@x')," + " ('c', 'Cy', 'cy@x');";

  @TempDir Path folder;

  private Proof proof(String create, String insert, String park, String restore) {
    Scripts scripts =
        new Scripts(folder.resolve("sql"))
            .with("V1__users.sql", create + insert)
            .with("U1__users.sql", "DROP TABLE users;")
            .with("V2__email.sql", park + "ALTER TABLE users DROP COLUMN email;")
            .with("U2__email.sql", "ALTER TABLE users ADD COLUMN email TEXT;" + restore);
    Engine engine = Engine.sqlite(folder);
    return Migrations.of(engine.url(), scripts.location()).verify().proofs().get(1);
  }

  private static String parkedBy(String key) {
    return "CREATE TABLE parked AS SELECT " + key + " AS k, email FROM users;";
  }

  private static String restoredBy(String key) {
    return "UPDATE users SET email = (SELECT email FROM parked WHERE k = users."
        + key
        + "); DROP TABLE parked;";
  }

  @Test
  void parkedByRowIdOfAnotherKey_isRefuted() {
    Proof proof =
        proof(
            "CREATE TABLE users (id TEXT PRIMARY KEY, name TEXT, email TEXT);",
            "INSERT INTO users" + ROWS,
            parkedBy("rowid"),
            restoredBy("rowid"));

    assertThat(proof.outcome()).as(proof.notes().toString()).isEqualTo(Outcome.DIFFERS);
    assertThat(proof.differences())
        .containsExactly(
            "after U on rows that had changed, table users: a row has the email of another one,"
                + " 'bob@x' (id = 'c', name = 'Cy (other)')");
  }

  @Test
  void parkedByRowIdWithoutKey_isRefuted() {
    Proof proof =
        proof(
            "CREATE TABLE users (id TEXT, name TEXT, email TEXT);",
            "INSERT INTO users" + ROWS,
            parkedBy("rowid"),
            restoredBy("rowid"));

    assertThat(proof.outcome()).as(proof.notes().toString()).isEqualTo(Outcome.DIFFERS);
  }

  @Test
  void parkedByAnIdThatIsGivenOutAgain_isRefuted() {
    Proof proof =
        proof(
            "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, email TEXT);",
            "INSERT INTO users VALUES (1, 'Al', 'al@x'), (2, 'Bob', 'bob@x');",
            parkedBy("id"),
            restoredBy("id"));

    assertThat(proof.outcome()).as(proof.notes().toString()).isEqualTo(Outcome.DIFFERS);
    assertThat(proof.differences())
        .allMatch(d -> d.contains("email of another one, 'bob@x' (id = 2"));
  }

  @Test
  void parkedWithAWitness_isProved() {
    Proof proof =
        proof(
            "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, email TEXT);",
            "INSERT INTO users VALUES (1, 'Al', 'al@x'), (2, 'Bob', 'bob@x');",
            "CREATE TABLE parked AS SELECT id, name, email FROM users;",
            "UPDATE users SET email = (SELECT email FROM parked p WHERE p.id = users.id"
                + " AND p.name IS users.name); DROP TABLE parked;");

    assertThat(proof.outcome()).as(proof.toString()).isEqualTo(Outcome.PROVED);
  }

  @Test
  void valuesThatTheUndoComputes_areProved() {
    Proof proof =
        proof(
            "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, email TEXT);",
            "INSERT INTO users VALUES (1, 'Al', 'u1@x'), (2, 'Bob', 'u2@x');",
            "",
            "UPDATE users SET email = 'u' || id || '@x';");

    assertThat(proof.outcome()).as(proof.toString()).isEqualTo(Outcome.PROVED);
  }

  @Test
  void undoThatFailsOnNewRows_isNoted() {
    Proof proof =
        proof(
            "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, email TEXT);",
            "INSERT INTO users VALUES (1, 'Al', 'al@x'), (2, 'Bob', 'bob@x');",
            parkedBy("id"),
            "CREATE TABLE strictly (email TEXT NOT NULL); INSERT INTO strictly SELECT (SELECT email"
                + " FROM parked WHERE k = users.id) FROM users; DROP TABLE strictly;"
                + restoredBy("id"));

    assertThat(proof.outcome()).isEqualTo(Outcome.PROVED);
    assertThat(proof.notes()).anyMatch(n -> n.contains("U fails on rows that were deleted"));
  }
}
