package io.kinrow.migrate.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.fixture.Engine;
import io.kinrow.migrate.fixture.Scripts;
import io.kinrow.migrate.verify.VerifyReport.Outcome;
import io.kinrow.migrate.verify.VerifyReport.Proof;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proofs on a real PostgreSQL server. */
final class PostgresProofTest {
  @TempDir Path folder;
  private Scripts scripts;

  @BeforeEach
  void users() {
    scripts =
        new Scripts(folder)
            .with(
                "V1__users.sql",
                "CREATE TABLE users (id serial PRIMARY KEY, name text NOT NULL UNIQUE,"
                    + " token uuid DEFAULT gen_random_uuid(), since timestamptz DEFAULT now());"
                    + " INSERT INTO users (name) VALUES ('susan'), ('john');")
            .with("U1__users.sql", "DROP TABLE users;");
  }

  private List<Proof> verify() {
    return Migrations.of(Engine.postgres().configuration(scripts))
        .verify(Engine.postgres().url(), "postgres", "")
        .proofs();
  }

  @Test
  void numbersTimesAndRandomValuesOfTheDatabaseAreNoDifference() {
    scripts
        .with("V2__eve.sql", "INSERT INTO users (name) VALUES ('eve');")
        .with("U2__eve.sql", "DELETE FROM users WHERE name = 'eve';")
        .with(
            "V3__roles.sql",
            "CREATE TABLE roles (user_id int REFERENCES users, made timestamptz, dice float8);"
                + " INSERT INTO roles VALUES (3, clock_timestamp(), random());")
        .with("U3__roles.sql", "DROP TABLE roles;")
        .with(
            "V4__ident.sql",
            "CREATE TABLE ident (id int GENERATED ALWAYS AS IDENTITY, n int);"
                + " INSERT INTO ident (n) SELECT generate_series(1, 3);")
        .with("U4__ident.sql", "DROP TABLE ident;")
        .with("V5__more.sql", "INSERT INTO ident (n) VALUES (4);")
        .with("U5__more.sql", "DELETE FROM ident WHERE n = 4;");

    List<Proof> proofs = verify();

    assertThat(proofs).extracting(Proof::outcome).containsOnly(Outcome.PROVED).hasSize(5);
    assertThat(proofs.get(0).notes())
        .containsExactly(
            "the database makes different values each time: public.users.since, public.users.token");
    assertThat(proofs.get(1).notes())
        .containsExactly(
            "after U, sequence public.users_id_seq would continue after 3 instead of after 2",
            "the database makes different values each time: public.users.since, public.users.token");
    assertThat(proofs.get(4).notes())
        .containsExactly(
            "after U, sequence public.ident_id_seq would continue after 4 instead of after 3");
  }

  @Test
  void otherValuesAreCompared() {
    scripts
        .with("V2__gone.sql", "DELETE FROM users WHERE name = 'john';")
        .with("U2__gone.sql", "INSERT INTO users (id, name) VALUES (2, 'john');")
        .with("V3__count.sql", "ALTER TABLE users ADD COLUMN n int; UPDATE users SET n = id;")
        .with("U3__count.sql", "UPDATE users SET id = id + 10; ALTER TABLE users DROP COLUMN n;")
        .with(
            "V4__some.sql",
            "CREATE TABLE IF NOT EXISTS few (i int);"
                + " INSERT INTO few SELECT 1 FROM generate_series(1, 1 + (SELECT count(*)::int FROM few));")
        .with("U4__some.sql", "DELETE FROM few WHERE i = 2;");

    List<Proof> proofs = verify();

    assertThat(proofs.get(1).outcome()).isEqualTo(Outcome.DIFFERS);
    assertThat(proofs.get(1).differences())
        .containsExactly("after U, rows of table public.users: different values in since, token");
    assertThat(proofs.get(2).outcome()).isEqualTo(Outcome.DIFFERS);
    assertThat(proofs.get(2).differences())
        .containsExactly(
            "after U, rows of table public.users: different values in id",
            "after V again, rows of table public.users: different values in id, n");
    assertThat(proofs.get(3).differences())
        .containsExactly(
            "after U, table public.few is left over",
            "after V again, rows of table public.few: 3 instead of 1");
  }

  @Test
  void everyVersionIsTried_whenAnUndoFailed() {
    scripts
        .with("V2__fails.sql", "CREATE TABLE two (id int);")
        .with("U2__fails.sql", "DROP TABLE nowhere;")
        .with("V3__right.sql", "CREATE TABLE three (id int);")
        .with("U3__right.sql", "DROP TABLE three;")
        .with("V4__forgets.sql", "CREATE TABLE four (id int); CREATE TYPE mood AS ENUM ('ok');")
        .with("U4__forgets.sql", "DROP TABLE four;")
        .with("V5__none.sql", "CREATE TABLE five (id int);")
        .with("V6__right.sql", "ALTER TABLE four ADD COLUMN m mood;")
        .with("U6__right.sql", "ALTER TABLE four DROP COLUMN m;");
    Engine scratch = Engine.postgres();

    List<Proof> proofs =
        Migrations.of(Engine.postgres().configuration(scripts))
            .verify(scratch.url(), "postgres", "")
            .proofs();

    assertThat(proofs)
        .extracting(Proof::outcome)
        .containsExactly(
            Outcome.PROVED,
            Outcome.FAILED,
            Outcome.PROVED,
            Outcome.FAILED,
            Outcome.NO_UNDO,
            Outcome.PROVED);
    assertThat(proofs.get(1).differences().get(0)).startsWith("U failed").contains("nowhere");
    assertThat(proofs.get(3).differences().get(0))
        .isEqualTo("after U, type public.mood is left over");
    assertThat(proofs.get(3).differences().get(1)).startsWith("V after U failed");
    assertThat(scratch.query("SELECT datname FROM pg_database WHERE datname LIKE 'kinrow_verify%'"))
        .isEmpty();
  }

  @Test
  void laterVersionsAreTried_whenAnUndoOutsideATransactionFailed() {
    scripts
        .with("V2__fails.sql", "CREATE INDEX i ON users (since);")
        .with("U2__fails.sql", "DROP INDEX CONCURRENTLY nowhere;")
        .with("U2__fails.sql.conf", "executeInTransaction=false")
        .with("V3__right.sql", "CREATE TABLE three (id int);")
        .with("U3__right.sql", "DROP TABLE three;")
        .with("V4__forgets.sql", "CREATE TABLE IF NOT EXISTS four (id int);")
        .with("U4__forgets.sql", "SELECT 1;");

    assertThat(verify())
        .extracting(Proof::outcome)
        .containsExactly(Outcome.PROVED, Outcome.FAILED, Outcome.PROVED, Outcome.DIFFERS);
  }

  /** On what U2 leaves, V3 would fail, and hide all later versions. */
  @Test
  void laterVersionsAreTriedWithoutWhatAnUndoSpoiled() {
    scripts
        .with("V2__count.sql", "ALTER TABLE users ADD COLUMN n int;")
        .with("U2__count.sql", "ALTER TABLE users DROP COLUMN n; UPDATE users SET id = id + 10;")
        .with(
            "V3__roles.sql",
            "CREATE TABLE roles (u int REFERENCES users); INSERT INTO roles VALUES (1);")
        .with("U3__roles.sql", "DROP TABLE roles;")
        .with("V4__right.sql", "CREATE TABLE four (id int);")
        .with("U4__right.sql", "DROP TABLE four;");

    assertThat(verify())
        .extracting(Proof::outcome)
        .containsExactly(Outcome.PROVED, Outcome.DIFFERS, Outcome.PROVED, Outcome.PROVED);
  }

  @Test
  void laterVersionsAreTriedOnWhatAnUndoSpoiled_whenTheUserMayNotMakeAnotherDatabase() {
    scripts
        .with("V1__users.sql", "CREATE TABLE users (id int); INSERT INTO users VALUES (1), (2);")
        .with("V2__count.sql", "ALTER TABLE users ADD COLUMN n int;")
        .with("U2__count.sql", "ALTER TABLE users DROP COLUMN n; UPDATE users SET id = id + 10;")
        .with("V3__right.sql", "CREATE TABLE three (id int);")
        .with("U3__right.sql", "DROP TABLE three;");

    List<Proof> proofs =
        Migrations.of(Engine.postgres().configuration(scripts))
            .verify(plain(Engine.postgres()), "kinrow_plain", "")
            .proofs();

    assertThat(proofs)
        .extracting(Proof::outcome)
        .containsExactly(Outcome.PROVED, Outcome.DIFFERS, Outcome.PROVED);
    assertThat(proofs.get(2).notes())
        .anySatisfy(
            note ->
                assertThat(note)
                    .startsWith("on what the undo of version 2 left behind; ")
                    .contains("permission denied to create database"));
  }

  /** The URL of a database, for a user who may not create others. */
  private static String plain(Engine scratch) {
    scratch.execute(
        "DO $$ BEGIN CREATE ROLE kinrow_plain LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
    return scratch.url().replaceFirst("\\?.*", ""); // which names the superuser
  }

  @Test
  void laterVersionsSayWhyTheyAreNotReached() {
    scripts
        .with("V2__fails.sql", "CREATE TABLE users (id int);")
        .with("U2__fails.sql", "DROP TABLE users;")
        .with("V3__three.sql", "CREATE TABLE three (id int);");

    List<Proof> proofs = verify();

    assertThat(proofs.get(1).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(proofs.get(2)).hasToString("3 three: NOT_REACHED\n    not reached: V2 failed");
  }

  @Test
  void otherDatabasesAreNotMade_whenTheUserMayNot() {
    scripts
        .with("V2__forgets.sql", "CREATE TABLE two (id int); CREATE TYPE mood AS ENUM ('ok');")
        .with("U2__forgets.sql", "DROP TABLE two;")
        .with("V3__three.sql", "CREATE TABLE three (id int);")
        .with("U3__three.sql", "DROP TABLE three;");
    List<Proof> proofs =
        Migrations.of(Engine.postgres().configuration(scripts))
            .verify(plain(Engine.postgres()), "kinrow_plain", "")
            .proofs();

    assertThat(proofs)
        .extracting(Proof::outcome)
        .containsExactly(Outcome.PROVED, Outcome.FAILED, Outcome.NOT_REACHED);
    assertThat(proofs.get(2).notes().get(0))
        .contains(
            "the undo of version 2 failed, and there is no other scratch database to continue on")
        .contains("permission denied to create database");
    assertThat(proofs.get(0).notes()).contains("not compared: pg_user_mapping");
  }

  /** As a real undo meets them: they stand there when a versioned script runs. */
  @Test
  void undoIsTriedBesideRepeatables() {
    scripts
        .with("V2__mail.sql", "ALTER TABLE users ADD COLUMN mail text;")
        .with("U2__mail.sql", "ALTER TABLE users DROP COLUMN mail;")
        .with("V3__roles.sql", "CREATE TABLE roles (id int);")
        .with("U3__roles.sql", "DROP TABLE roles;")
        .with("R__mails.sql", "CREATE OR REPLACE VIEW mails AS SELECT mail FROM users;");

    List<Proof> proofs = verify();

    assertThat(proofs)
        .extracting(Proof::outcome)
        .containsExactly(Outcome.PROVED, Outcome.FAILED, Outcome.PROVED);
    assertThat(proofs.get(1).differences().get(0))
        .startsWith("U failed")
        .contains("view mails depends on column mail");
    assertThat(proofs.get(0).notes())
        .anyMatch(
            note ->
                note.equals(
                    "not reached with repeatable migrations in place: the undo of version 2 above"
                        + " it failed"));
  }

  @Test
  void undoThatDropsWhatRepeatablesMade_isProvedWithANote() {
    scripts
        .with("V2__mail.sql", "ALTER TABLE users ADD COLUMN mail text;")
        .with("U2__mail.sql", "DROP VIEW IF EXISTS mails; ALTER TABLE users DROP COLUMN mail;")
        .with("R__mails.sql", "CREATE OR REPLACE VIEW mails AS SELECT mail FROM users;");

    List<Proof> proofs = verify();

    assertThat(proofs).extracting(Proof::outcome).containsOnly(Outcome.PROVED).hasSize(2);
    assertThat(proofs.get(1).notes())
        .contains(
            "the database differs from the result of the script: view public.mails is missing");
  }

  @Test
  void repeatableThatFails_isSaid() {
    scripts.with("R__none.sql", "CREATE OR REPLACE VIEW mails AS SELECT mail FROM users;");

    assertThat(verify().get(0).differences().get(0))
        .startsWith("repeatable migrations failed")
        .contains("column \"mail\" does not exist");
  }

  @Test
  void schemaOfFlywayIsNoDifference() {
    scripts
        .with("V1__users.sql", "CREATE TABLE users (id int);")
        .with("V2__own.sql", "CREATE SCHEMA own;")
        .with("U2__own.sql", "SELECT 1;");

    List<Proof> proofs =
        Migrations.of(Engine.postgres().configuration(scripts).defaultSchema("app"))
            .verify(Engine.postgres().url(), "postgres", "")
            .proofs();

    assertThat(proofs.get(0).outcome()).isEqualTo(Outcome.PROVED);
    assertThat(proofs.get(1).differences().get(0)).isEqualTo("after U, schema own is left over");
  }
}
