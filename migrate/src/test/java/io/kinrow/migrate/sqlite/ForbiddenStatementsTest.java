package io.kinrow.migrate.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.diff.Schema;
import io.kinrow.migrate.drift.Drift;
import io.kinrow.migrate.fixture.Engine;
import io.kinrow.migrate.fixture.Scripts;
import io.kinrow.migrate.lint.Lint;
import io.kinrow.migrate.lint.Rule;
import io.kinrow.migrate.undo.UndoTarget;
import io.kinrow.migrate.verify.VerifyReport.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a script may not say is refused before any of it runs, whatever runs it. */
final class ForbiddenStatementsTest {

  @TempDir Path folder;
  private Scripts scripts;
  private Engine engine;

  @BeforeEach
  void oneTable() {
    scripts =
        new Scripts(folder.resolve("sql"))
            .with("V1__b.sql", "CREATE TABLE b (id INTEGER);")
            .with("U1__b.sql", "DROP TABLE b;");
    engine = Engine.sqlite(folder);
    migrations().migrate();
  }

  private Migrations migrations() {
    return Migrations.of(engine.configuration(scripts));
  }

  private List<String> tables() {
    return engine.query(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'flyway%'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COMMIT",
        "commit transaction",
        "END",
        "End Transaction",
        "ROLLBACK",
        "BEGIN",
        "begin immediate",
        "SAVEPOINT s",
        "RELEASE SAVEPOINT s",
        "ROLLBACK TO s",
        "-- it's time\nCOMMIT",
        "/* END; */ END /* now */",
        ";COMMIT"
      })
  void statementOfATransaction_isRefusedInBothDirections(String statement) {
    scripts.with("V2__c.sql", "DROP TABLE b;\n" + statement + ";\nDROP TABLE nosuch;");
    assertThatThrownBy(migrations()::migrate)
        .hasMessageContaining("V2__c.sql, line ")
        .hasMessageContaining("one transaction");
    assertThat(tables()).containsExactly("b");

    scripts.without("V2__c.sql");
    scripts.with("U1__b.sql", "DROP TABLE b;\n" + statement + ";\nDROP TABLE nosuch;");
    assertThatThrownBy(() -> migrations().undo(UndoTarget.steps(1)))
        .hasMessageContaining("Cannot undo; nothing was changed")
        .hasMessageContaining("U1__b.sql, line ")
        .hasMessageContaining("one transaction");
    assertThat(tables()).containsExactly("b");
  }

  @Test
  void transactionOfItsOwn_isRefused() {
    scripts.with("V2__c.sql", "BEGIN;\nCREATE TABLE c (id INTEGER);\nEND;\n");
    assertThatThrownBy(migrations()::migrate)
        .hasMessageContaining("V2__c.sql, line 1: remove \"BEGIN\"");
    assertThat(tables()).containsExactly("b");
  }

  @Test
  void wordsInsideTriggersTextsAndNames_areNotRefused() {
    scripts.with(
        "V2__c.sql",
        """
        CREATE TABLE c (id INTEGER, "commit" TEXT, begin INT, [end] INT);
        CREATE TRIGGER r AFTER INSERT ON c BEGIN
          UPDATE c SET "commit" = CASE WHEN NEW.id > 0 THEN 'COMMIT;' ELSE 'x' END;
          DELETE FROM c WHERE id < 0;
        END;
        -- COMMIT;
        INSERT INTO c (id, "commit") VALUES (1, '
        ROLLBACK;
        ');
        """);
    migrations().migrate();
    assertThat(engine.query("SELECT \"commit\" FROM c")).containsExactly("COMMIT;");
  }

  @Test
  void everyCommandThatRunsScripts_refusesThem() {
    scripts
        .with("V2__c.sql", "CREATE TABLE c (id INTEGER);\nCOMMIT;")
        .with("U2__c.sql", "DROP TABLE c;");
    refuses(() -> Schema.ofMigrations(scripts.location()));
    assertThat(Lint.of(scripts.folder()).run())
        .anyMatch(
            finding ->
                finding.rule() == Rule.TRANSACTION_STATEMENT
                    && finding.toString().contains("V2__c.sql")
                    && finding.toString().contains("COMMIT"));
    assertThat(migrations().verify().proofs().get(1).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(migrations().verify().proofs().get(1).differences().get(0))
        .contains("V2__c.sql, line 2: remove \"COMMIT\"");
    refuses(
        () -> Drift.check(engine.url(), write("CREATE TABLE b (id INTEGER);"), scripts.location()));

    scripts.with("V2__c.sql", "CREATE TABLE c (id INTEGER);").with("U2__c.sql", "COMMIT;");
    assertThat(migrations().verify().proofs().get(1).differences().get(0))
        .contains("U2__c.sql, line 1: remove \"COMMIT\"");
    assertThat(migrations().validate().problems()).anyMatch(p -> p.contains("remove \"COMMIT\""));
  }

  private Path write(String sql) {
    new Scripts(folder.resolve("desired")).with("desired.sql", sql);
    return folder.resolve("desired/desired.sql");
  }

  private static void refuses(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("V2__c.sql, line 2: remove \"COMMIT\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE c (id INTEGER, [Customer's name] TEXT);\nCREATE TABLE d (it TEXT DEFAULT 'x');",
        "CREATE TABLE c (id INTEGER, [Customer's name] TEXT);\nCREATE TABLE d (id INTEGER);",
        "CREATE TABLE c (id INTEGER, [12\" pipe] TEXT);\nCREATE TABLE d (id INTEGER, \"x\" INT);",
        "CREATE VIEW v AS SELECT 1 AS [a;b];",
        "CREATE TABLE c (id INTEGER, [/*] TEXT); CREATE TABLE d ([*/] INTEGER);"
      })
  void textOfWhichOnlyAPartWouldRun_isRefused(String sql) {
    scripts.with("V2__c.sql", sql);
    assertThatThrownBy(migrations()::migrate)
        .hasMessageContaining("V2__c.sql")
        .hasMessageContaining("write the name in double quotes");
    assertThat(tables()).containsExactly("b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE c (\"Customer's name\" TEXT, [plain name] INT); CREATE TABLE d (id INTEGER);",
        "CREATE TABLE c (`it's` TEXT, `a;b` TEXT); CREATE TABLE d (id INTEGER);",
        "CREATE TABLE c (id INTEGER, [a;b] TEXT); CREATE TABLE d (id INTEGER);",
        "CREATE TABLE c (id INTEGER, [a--b] TEXT, x INT\n); CREATE TABLE d (id INTEGER);",
        "CREATE TABLE c (id INT DEFAULT 'a;b'); /* it's; */ CREATE TABLE d (id INTEGER); -- it's",
        "CREATE TABLE c (\"a\"\"b\" TEXT DEFAULT 'it''s'); CREATE TABLE d (id INTEGER)"
      })
  void textThatRunsWhole_isNotRefused(String sql) {
    scripts.with("V2__c.sql", sql);
    migrations().migrate();
    assertThat(tables()).containsExactly("b", "c", "d");
  }
}
