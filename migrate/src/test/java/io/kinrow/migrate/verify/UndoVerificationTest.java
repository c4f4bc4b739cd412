package io.kinrow.migrate.verify;

import static io.kinrow.migrate.MigrationAssertions.assertUndoable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.fixture.Engine;
import io.kinrow.migrate.fixture.Scripts;
import io.kinrow.migrate.verify.VerifyReport.Outcome;
import io.kinrow.migrate.verify.VerifyReport.Proof;
import java.nio.file.Path;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UndoVerificationTest {
  private static final String SAMPLE = "filesystem:../schema/src/main/resources/db/migration";

  @TempDir Path folder;
  private Scripts scripts;
  private Engine engine;

  @BeforeEach
  void users() {
    engine = Engine.sqlite(folder);
    scripts =
        new Scripts(folder.resolve("sql"))
            .with(
                "V1__users.sql",
                "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL CHECK (name <> ''));"
                    + " INSERT INTO users VALUES (1, 'susan'), (2, 'john');")
            .with("U1__users.sql", "DROP TABLE users;");
  }

  private Proof proof(String version) {
    return Migrations.of(engine.url(), scripts.location()).verify().proofs().stream()
        .filter(p -> p.version().equals(version))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void sampleMigrationsAreUndoable() {
    assertUndoable(Migrations.of("jdbc:sqlite::memory:", SAMPLE));
  }

  @Test
  void sampleMigrationsAreUndoable_withData() {
    Migrations sample = Migrations.of(engine.url(), SAMPLE);
    sample.migrate("3");
    engine.execute(
        "INSERT INTO users (id, nickname, email) VALUES (1, 'susan', 's@x.org'), (2, 'john', 'j@x')",
        "INSERT INTO posts (body, user_id) VALUES ('one', 1), ('two', 2)",
        "INSERT INTO followers VALUES (1, 2)");

    VerifyReport report = sample.verify();

    assertThat(report.proofs()).extracting(Proof::outcome).containsOnly(Outcome.PROVED).hasSize(4);
    assertThat(report.proofs().get(1).notes())
        .anyMatch(
            n -> n.equals("data does not survive the undo: rows of table posts: 0 instead of 2"));
    assertThat(engine.query("SELECT count(*) FROM posts")).containsExactly("2");
  }

  @Test
  void forgottenIndexIsReported() {
    scripts
        .with(
            "V2__email.sql",
            "ALTER TABLE users ADD COLUMN email TEXT; CREATE INDEX e ON users (name);")
        .with("U2__email.sql", "ALTER TABLE users DROP COLUMN email;");

    assertThat(proof("2").outcome()).isEqualTo(Outcome.FAILED);
    assertThat(proof("2").differences())
        .anyMatch(d -> d.startsWith("V after U failed") && d.contains("index e already exists"));

    scripts.with(
        "V2__email.sql",
        "ALTER TABLE users ADD COLUMN email TEXT; CREATE INDEX IF NOT EXISTS e ON users (name);");
    assertThat(proof("2").outcome()).isEqualTo(Outcome.DIFFERS);
    assertThat(proof("2").differences()).containsExactly("after U, index e is left over");
  }

  /** On what U2 leaves, V3 would fail, and hide all later versions. */
  @Test
  void laterVersionsAreTriedWithoutWhatAnUndoSpoiled() {
    scripts
        .with("V2__email.sql", "ALTER TABLE users ADD COLUMN email TEXT;")
        .with("U2__email.sql", "ALTER TABLE users DROP COLUMN email; UPDATE users SET id = id + 9;")
        .with(
            "V3__roles.sql",
            "CREATE TABLE roles (u INTEGER REFERENCES users); INSERT INTO roles VALUES (1);")
        .with("U3__roles.sql", "DROP TABLE roles;")
        .with("V4__fails.sql", "CREATE TABLE four (id INTEGER);")
        .with("U4__fails.sql", "VACUUM nowhere;")
        .with("U4__fails.sql.conf", "executeInTransaction=false")
        .with("V5__right.sql", "CREATE TABLE five (id INTEGER);")
        .with("U5__right.sql", "DROP TABLE five;");

    assertThat(Migrations.of(engine.url(), scripts.location()).verify().proofs())
        .extracting(Proof::outcome)
        .containsExactly(
            Outcome.PROVED, Outcome.DIFFERS, Outcome.PROVED, Outcome.FAILED, Outcome.PROVED);
  }

  @Test
  void lostConstraintOfARebuiltTableIsReported() {
    scripts
        .with("V2__email.sql", "ALTER TABLE users ADD COLUMN email TEXT;")
        .with(
            "U2__email.sql",
            """
            CREATE TABLE u (id INTEGER PRIMARY KEY, name VARCHAR(20));
            INSERT INTO u SELECT id, name FROM users;
            DROP TABLE users;
            ALTER TABLE u RENAME TO users;
            """);

    assertThat(proof("2").outcome()).isEqualTo(Outcome.DIFFERS);
    assertThat(proof("2").differences())
        .contains(
            "after U, check users: (name <> '') is missing",
            "after U, column users.name is changed: type TEXT → VARCHAR(20)",
            "after U, column users.name is changed: NOT NULL → NULL");
  }

  @Test
  void lostAndChangedRowsAreReported() {
    scripts
        .with("V2__shout.sql", "UPDATE users SET name = upper(name);")
        .with(
            "U2__shout.sql",
            "UPDATE users SET name = upper(name) || '!'; DELETE FROM users WHERE id = 1;");
    assertThat(proof("2").differences()).contains("after U, rows of table users: 1 instead of 2");

    scripts.with("U2__shout.sql", "UPDATE users SET name = name || '!';");
    assertThat(proof("2").differences())
        .contains("after U, rows of table users: different values in name");

    scripts.with("U2__shout.sql", "UPDATE users SET name = lower(name);");
    assertThat(proof("2").outcome()).isEqualTo(Outcome.PROVED);
  }

  @Test
  void sameTableWrittenOtherwise_isNoDifference() {
    scripts
        .with("V2__email.sql", "ALTER TABLE users ADD COLUMN email TEXT;")
        .with(
            "U2__email.sql",
            """
            create table "u" ( -- as it was
              "name" text not null, [id] integer,
              check (`name` <> ''),
              primary key (id));
            INSERT INTO u (id, name) SELECT id, name FROM users;
            DROP TABLE users;
            ALTER TABLE u RENAME TO users;
            """);

    assertThat(proof("2").differences()).isEmpty();
    assertThat(proof("2").notes()).anyMatch(n -> n.contains("in a different order"));
  }

  @Test
  void failingScriptsAreReported_andTheRestIsTried() {
    scripts
        .with("V2__two.sql", "CREATE TABLE two (id INTEGER);")
        .with("U2__two.sql", "DROP TABLE three;")
        .with("V3__three.sql", "CREATE TABLE three (id INTEGER); CREATE INDEX i ON three (id);")
        .with("U3__three.sql", "ALTER TABLE three RENAME TO rest; DROP INDEX i;")
        .with("V4__four.sql", "ALTER TABLE three ADD COLUMN four TEXT;")
        .with("U4__four.sql", "ALTER TABLE three DROP COLUMN four;")
        .with("V5__five.sql", "DROP TABLE nowhere;")
        .with("V6__six.sql", "DROP TABLE three;");

    assertThat(proof("2").outcome()).isEqualTo(Outcome.FAILED);
    assertThat(proof("2").differences().get(0)).contains("U failed").contains("three");
    assertThat(proof("3").outcome()).isEqualTo(Outcome.DIFFERS);
    assertThat(proof("4").outcome()).isEqualTo(Outcome.PROVED);
    assertThat(proof("5").outcome()).isEqualTo(Outcome.FAILED);
    assertThat(proof("6")).hasToString("6 six: NOT_REACHED\n    not reached: V5 failed");
    assertThat(proof("1").outcome()).isEqualTo(Outcome.PROVED);
  }

  @Test
  void missingUndoScriptFailsTheAssertion_unlessItIsOlder() {
    scripts.without("U1__users.sql").with("V2__two.sql", "CREATE TABLE two (id INTEGER);");
    scripts.with("U2__two.sql", "DROP TABLE two;");
    Migrations migrations = Migrations.of(engine.url(), scripts.location());

    assertThatThrownBy(() -> assertUndoable(migrations))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("1 users: NO_UNDO");
    assertUndoable(migrations, "2");
    assertThat(migrations.verify().passed()).isTrue();
  }

  @Test
  void noMigrationsFailTheAssertion() {
    Scripts none = new Scripts(folder.resolve("none"));

    assertThatThrownBy(() -> assertUndoable(Migrations.of(engine.url(), none.location())))
        .hasMessageContaining("check the locations");
  }

  @Test
  void repeatablesDoNotDisturbTheProof() {
    scripts.with(
        "R__names.sql", "CREATE VIEW IF NOT EXISTS names AS SELECT name, email FROM users;");
    scripts.with("V2__email.sql", "ALTER TABLE users ADD COLUMN email TEXT;");
    scripts.with("U2__email.sql", "ALTER TABLE users DROP COLUMN email;");

    assertUndoable(Migrations.of(engine.url(), scripts.location()));
  }

  @Test
  void baselinedDatabaseIsProvedFromItsBaseline() {
    engine.execute("CREATE TABLE legacy (id INTEGER)");
    scripts.without("V1__users.sql").without("U1__users.sql");
    scripts.with("V2__two.sql", "ALTER TABLE legacy ADD COLUMN two TEXT;");
    scripts.with("U2__two.sql", "ALTER TABLE legacy DROP COLUMN two;");
    FluentConfiguration configuration = engine.configuration(scripts);
    configuration.load().baseline();

    assertUndoable(Migrations.of(configuration));
    configuration.load().migrate();
    assertUndoable(Migrations.of(configuration));
  }

  @Test
  void everyVersionIsListed_onABaselinedDatabase() {
    engine.execute("CREATE TABLE legacy (id INTEGER)");
    scripts.without("V1__users.sql").without("U1__users.sql");
    scripts.with("V2__two.sql", "ALTER TABLE legacy ADD COLUMN two TEXT;");
    scripts.with("U2__two.sql", "ALTER TABLE legacy DROP COLUMN two;");
    scripts.with("V3__three.sql", "ALTER TABLE legacy ADD COLUMN three TEXT;");
    scripts.with("V4__four.sql", "ALTER TABLE legacy ADD COLUMN four TEXT;");
    scripts.with("U4__four.sql", "ALTER TABLE legacy DROP COLUMN four;");
    scripts.with("V5__five.sql", "ALTER TABLE legacy ADD COLUMN five TEXT;");
    FluentConfiguration configuration = engine.configuration(scripts);
    configuration.load().baseline();
    configuration.target("4").load().migrate();

    VerifyReport report = Migrations.of(configuration.target("latest")).verify();

    assertThat(report.proofs())
        .extracting(Proof::version, Proof::outcome)
        .containsExactly(
            tuple("2", Outcome.NOT_REACHED),
            tuple("3", Outcome.NO_UNDO),
            tuple("4", Outcome.PROVED),
            tuple("5", Outcome.NO_UNDO));
    assertThat(report.proofs().get(0))
        .hasToString(
            "2 two: NOT_REACHED\n    not reached with the rows of the database: V3 above it has no"
                + " undo script");
  }

  @Test
  void everyVersionAboveABaselineIsListed() {
    engine.execute("CREATE TABLE legacy (id INTEGER)");
    scripts.without("V1__users.sql").without("U1__users.sql");
    scripts
        .with("V2__two.sql", "ALTER TABLE legacy ADD COLUMN two TEXT;")
        .with("U2__two.sql", "ALTER TABLE legacy DROP COLUMN two;")
        .with("V3__three.sql", "ALTER TABLE legacy ADD COLUMN three TEXT;")
        .with("V4__four.sql", "ALTER TABLE legacy ADD COLUMN four TEXT;")
        .with("U4__four.sql", "ALTER TABLE legacy DROP COLUMN four;")
        .with("V5__five.sql", "ALTER TABLE legacy ADD COLUMN five TEXT;");
    FluentConfiguration configuration = engine.configuration(scripts);
    configuration.load().baseline();
    Migrations.of(configuration).migrate("4");

    assertThat(Migrations.of(configuration).verify().proofs())
        .extracting(p -> p.version() + " " + p.outcome())
        .containsExactly("2 NOT_REACHED", "3 NO_UNDO", "4 PROVED", "5 NO_UNDO");
  }

  @Test
  void valuesThatTheDatabaseMakes_areToldFromThoseThatAnUndoSpoils() {
    scripts
        .with(
            "V2__seed.sql",
            """
            CREATE TABLE token (id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT DEFAULT CURRENT_TIMESTAMP,
              code TEXT, coin INT);
            INSERT INTO token (code, coin) VALUES (hex(randomblob(8)), abs(random() % 2)), ('x', 1);
            """)
        .with("U2__seed.sql", "DROP TABLE token;")
        .with(
            "V3__more.sql",
            """
            INSERT INTO token (code, coin) VALUES ('seed', 7);
            ALTER TABLE users ADD COLUMN token INT;
            UPDATE users SET token = (SELECT max(id) FROM token);
            """)
        .with(
            "U3__more.sql",
            "DELETE FROM token WHERE code = 'seed'; ALTER TABLE users DROP COLUMN token;");
    assertThat(proof("2").outcome()).isEqualTo(Outcome.PROVED);
    assertThat(proof("3").outcome()).isEqualTo(Outcome.PROVED);
    assertThat(proof("3").notes())
        .anyMatch(
            n ->
                n.startsWith("the database makes different values each time: ")
                    && n.contains("token.id")
                    && n.contains("users.token"));

    // what the undo leaves behind is in no table, and shows when V runs again
    scripts.with(
        "V2__seed.sql",
        "CREATE TABLE token (at INT); INSERT INTO token SELECT user_version FROM pragma_user_version;");
    scripts.with("U2__seed.sql", "DROP TABLE token; PRAGMA user_version = 7;");
    scripts.without("V3__more.sql").without("U3__more.sql");
    assertThat(proof("2").differences())
        .containsExactly("after V again, rows of table token: different values in at");
    assertThat(proof("2").outcome()).isEqualTo(Outcome.DIFFERS);
  }

  @Test
  void postgresIsProvedOnAnEmptyScratchDatabase() {
    Engine real = Engine.postgres();
    Engine scratch = Engine.postgres();
    scripts
        .with(
            "V2__mood.sql",
            "CREATE TYPE mood AS ENUM ('ok'); ALTER TABLE users ADD COLUMN mood mood;")
        .with("U2__mood.sql", "ALTER TABLE users DROP COLUMN mood;");
    Migrations migrations = Migrations.of(real.configuration(scripts));

    VerifyReport report = migrations.verify(scratch.url(), "postgres", "");

    assertThat(report.proofs().get(0).outcome()).isEqualTo(Outcome.PROVED);
    assertThat(report.proofs().get(1).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(report.proofs().get(1).differences())
        .hasSize(2)
        .contains("after U, type public.mood is left over")
        .anyMatch(d -> d.startsWith("V after U failed") && d.contains("\"mood\" already exists"));
    assertThatThrownBy(() -> migrations.verify(scratch.url(), "postgres", ""))
        .hasMessageContaining("not empty");
    assertThatThrownBy(migrations::verify).hasMessageContaining("empty scratch database");

    scripts.with(
        "V2__mood.sql",
        "CREATE TABLE moods (id INTEGER); CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';");
    scripts.with("U2__mood.sql", "DROP TABLE moods;");
    assertThat(
            migrations
                .verify(Engine.postgres().url(), "postgres", "")
                .proofs()
                .get(1)
                .differences())
        .anyMatch(d -> d.contains("already exists"));
    scripts.with(
        "V2__mood.sql",
        "CREATE TABLE moods (id INTEGER); CREATE OR REPLACE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';");
    assertThat(
            migrations
                .verify(Engine.postgres().url(), "postgres", "")
                .proofs()
                .get(1)
                .differences())
        .containsExactly("after U, function public.f() is left over");
  }
}
