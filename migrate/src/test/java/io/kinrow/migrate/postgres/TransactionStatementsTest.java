package io.kinrow.migrate.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.fixture.Engine;
import io.kinrow.migrate.fixture.Scripts;
import io.kinrow.migrate.undo.UndoTarget;
import io.kinrow.migrate.verify.VerifyReport.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** On a real server: a script that would end Flyway's transaction does not start. */
final class TransactionStatementsTest {
  @TempDir Path folder;
  private Scripts scripts;
  private Engine engine;

  @BeforeEach
  void oneTable() {
    scripts =
        new Scripts(folder)
            .with("V1__b.sql", "CREATE TABLE b (id int);")
            .with("U1__b.sql", "DROP TABLE b;");
    engine = Engine.postgres();
    migrations().migrate();
  }

  private Migrations migrations() {
    return Migrations.of(engine.configuration(scripts));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COMMIT",
        "commit and chain",
        "END",
        "End Transaction",
        "ROLLBACK",
        "Rollback Work",
        "ABORT",
        "BEGIN",
        "begin isolation level serializable",
        "START  TRANSACTION",
        "PREPARE TRANSACTION 'x'",
        "-- it's time\nCOMMIT",
        "/* a /* nested */ comment; */ COMMIT /* now */",
        "-- COPY b FROM STDIN;\nCOMMIT",
        "SELECT $$COPY b FROM STDIN;$$; COMMIT",
        "SELECT E'\\''; COMMIT",
        "SELECT name'\\'; COMMIT",
        "SELECT a$$.id FROM b AS a$$; COMMIT"
      })
  void isRefusedInBothDirections(String statement) {
    scripts.with("V2__c.sql", "DROP TABLE b;\n" + statement + ";\nDROP TABLE nosuch;");
    assertThatThrownBy(migrations()::planMigrate)
        .hasMessageContaining("Cannot migrate; nothing was changed")
        .hasMessageContaining("V2__c.sql, line ")
        .hasMessageContaining("one transaction");
    assertThatThrownBy(migrations()::migrate).hasMessageContaining("one transaction");
    assertThat(engine.hasTable("b")).isTrue();

    scripts.without("V2__c.sql");
    scripts.with("U1__b.sql", "DROP TABLE b;\n" + statement + ";\nDROP TABLE nosuch;");
    assertThatThrownBy(() -> migrations().undo(UndoTarget.steps(1)))
        .hasMessageContaining("Cannot undo; nothing was changed")
        .hasMessageContaining("U1__b.sql, line ")
        .hasMessageContaining("one transaction");
    assertThat(engine.hasTable("b")).isTrue();
  }

  @Test
  void theLineIsNamed_alsoBehindData() {
    scripts.with("V2__c.sql", "COPY b FROM STDIN;\n1\n2\n\\.\n\nBEGIN;\n");
    assertThatThrownBy(migrations()::migrate)
        .hasMessageContaining("V2__c.sql, line 6: remove \"BEGIN\"");
    scripts.without("V2__c.sql").with("U1__b.sql", "SELECT 1;\n\nSELECT\n'\n';\nCOMMIT;\n");
    assertThatThrownBy(migrations()::planUndo)
        .hasMessageContaining("U1__b.sql, line 6: remove \"COMMIT\"");
  }

  @Test
  void databaseThatNoUrlNames_isAsked() {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(engine.url());
    database.setUser("postgres");
    scripts.with("V2__c.sql", "COMMIT;");
    assertThatThrownBy(
            Migrations.of(
                    new FluentConfiguration().dataSource(database).locations(scripts.location()))
                ::migrate)
        .hasMessageContaining("V2__c.sql, line 1: remove \"COMMIT\"");
  }

  @Test
  void wordsInsideAnythingElse_areNotRefused() {
    scripts.with(
        "V2__c.sql",
        """
        CREATE TABLE c (id int, "commit" text DEFAULT 'COMMIT;', "end;" int);
        CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $f$
          BEGIN
            RETURN 1;
          END;
        $f$;
        CREATE FUNCTION g() RETURNS int LANGUAGE sql
          BEGIN ATOMIC
            SELECT CASE WHEN true THEN 1 ELSE 2 END;
            SELECT 2;
          END;
        SAVEPOINT s;
        INSERT INTO c (id) VALUES (1);
        ROLLBACK TO SAVEPOINT s;
        ROLLBACK WORK TO s;
        RELEASE s;
        PREPARE p AS SELECT 1;
        DEALLOCATE p;
        -- COMMIT;
        DO $$ BEGIN
          PERFORM 1;
        END $$;
        COPY c (id, "commit") FROM STDIN;
        2\tCOMMIT;
        \\.
        """);
    migrations().migrate();
    assertThat(engine.query("SELECT id, \"commit\" FROM c")).containsExactly("2|COMMIT;");
  }

  /** PostgreSQL refuses it itself, and nothing of the script stays. */
  @ParameterizedTest
  @ValueSource(
      strings = {"DO $$ BEGIN COMMIT; END $$", "CALL ends()", "DO $$ BEGIN CALL ends(); END $$"})
  void codeThatCommits_cannot(String statement) {
    engine.execute(
        "CREATE PROCEDURE ends() LANGUAGE plpgsql AS $$ BEGIN DROP TABLE b; COMMIT; END $$");
    scripts.with("V2__c.sql", "CREATE TABLE c (id int);\n" + statement + ";");
    assertThatThrownBy(migrations()::migrate)
        .hasMessageContaining("invalid transaction termination");
    assertThat(engine.hasTable("b")).isTrue();
    assertThat(engine.hasTable("c")).isFalse();
  }

  @Test
  void scriptWithoutFlywaysTransaction_mayHaveItsOwn() {
    scripts
        .with("V2__c.sql", "BEGIN; CREATE TABLE c (id int); COMMIT;")
        .with("V2__c.sql.conf", "executeInTransaction=false")
        .with("U2__c.sql", "BEGIN; DROP TABLE c; COMMIT;")
        .with("U2__c.sql.conf", "executeInTransaction=false");
    migrations().migrate();
    assertThat(engine.hasTable("c")).isTrue();
    migrations().undo(UndoTarget.steps(1));
    assertThat(engine.hasTable("c")).isFalse();
  }

  @Test
  void verifySaysSo_ofBothScripts() {
    scripts
        .with("U1__b.sql", "DROP TABLE b;\nCOMMIT;")
        .with("V2__c.sql", "CREATE TABLE c (id int);\nCOMMIT;");
    List<String> differences =
        migrations().verify(Engine.postgres().url(), "postgres", "").proofs().stream()
            .peek(proof -> assertThat(proof.outcome()).isEqualTo(Outcome.FAILED))
            .map(proof -> proof.differences().get(0))
            .toList();
    assertThat(differences.get(0)).contains("U1__b.sql, line 2: remove \"COMMIT\"");
    assertThat(differences.get(1)).contains("V2__c.sql, line 2: remove \"COMMIT\"");
  }
}
