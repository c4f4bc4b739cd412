package io.kinrow.migrate.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.fixture.Engine;
import io.kinrow.migrate.fixture.Scripts;
import io.kinrow.migrate.verify.VerifyReport.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real server, where a script that waits would never end. */
final class ConcurrentIndexesTest {
  private static final Duration LONG = Duration.ofSeconds(120);
  private static final String HELP = "Set flyway.postgresql.transactional.lock=false";

  @TempDir Path folder;

  private static FluentConfiguration withoutTransaction(FluentConfiguration configuration) {
    configuration
        .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
        .setTransactionalLock(false);
    return configuration;
  }

  @Test
  void isSaidBeforeItRuns_byMigrateUndoAndVerify() {
    Engine engine = Engine.postgres();
    Scripts scripts =
        new Scripts(folder)
            .with("V1__one.sql", "CREATE TABLE one (id int); CREATE INDEX i ON one (id);")
            .with("U1__one.sql", "DROP TABLE one;")
            .with("V2__drop.sql", "DROP INDEX CONCURRENTLY i;")
            .with("U2__drop.sql", "CREATE INDEX CONCURRENTLY i ON one (id);")
            .with("V3__build.sql", "CREATE UNIQUE INDEX CONCURRENTLY k ON one (id);")
            .with("U3__build.sql", "DROP INDEX CONCURRENTLY k;");
    Migrations migrations = Migrations.of(engine.configuration(scripts));

    assertTimeoutPreemptively(
        LONG,
        () -> {
          assertThatThrownBy(migrations::planMigrate)
              .hasMessageContaining("V3__build.sql: CREATE INDEX CONCURRENTLY would wait")
              .hasMessageContaining(HELP);
          assertThatThrownBy(migrations::migrate).hasMessageContaining(HELP);
          assertThat(engine.hasTable("one")).isFalse();

          migrations.migrate("2");
          assertThatThrownBy(migrations::planUndo)
              .hasMessageContaining("U2__drop.sql: CREATE INDEX CONCURRENTLY would wait")
              .hasMessageContaining(HELP);
          assertThat(migrations.verify(Engine.postgres().url(), "postgres", "").proofs())
              .filteredOn(proof -> proof.outcome() == Outcome.FAILED)
              .hasSize(2)
              .allMatch(proof -> proof.differences().get(0).contains(HELP));
        });
  }

  @Test
  void runs_withTheSetting() {
    Engine engine = Engine.postgres();
    Scripts scripts =
        new Scripts(folder)
            .with("V1__one.sql", "CREATE TABLE one (id int);")
            .with("U1__one.sql", "DROP TABLE one;")
            .with("V2__build.sql", "CREATE INDEX CONCURRENTLY i ON one (id);")
            .with("U2__build.sql", "DROP INDEX CONCURRENTLY i;");
    Migrations migrations = Migrations.of(withoutTransaction(engine.configuration(scripts)));

    assertTimeoutPreemptively(
        LONG,
        () -> {
          migrations.migrate();
          migrations.undo(migrations.planUndo());
          assertThat(migrations.verify(Engine.postgres().url(), "postgres", "").proofs())
              .extracting(proof -> proof.outcome())
              .containsExactly(Outcome.PROVED, Outcome.PROVED);
        });
  }

  @Test
  void onlyStatementsCount() {
    FluentConfiguration configuration = new FluentConfiguration();

    assertThat(found("create unique /* x */ index -- y\n concurrently i on t (a)")).isPresent();
    assertThat(found("REINDEX (VERBOSE) TABLE CONCURRENTLY t")).isPresent();
    assertThat(found("SELECT E'it\\'s'; CREATE INDEX CONCURRENTLY i ON t (a);")).isPresent();
    assertThat(found("-- CREATE INDEX CONCURRENTLY i\nSELECT 1;")).isEmpty();
    assertThat(found("SELECT 'CREATE INDEX CONCURRENTLY i';")).isEmpty();
    assertThat(found("DO $x$ CREATE INDEX CONCURRENTLY i $x$; SELECT $1")).isEmpty();
    assertThat(
            found(
                "DROP INDEX CONCURRENTLY i; REINDEX TABLE t; REFRESH MATERIALIZED VIEW"
                    + " CONCURRENTLY v"))
        .isEmpty();
    assertThat(
            ConcurrentIndexes.problem(
                withoutTransaction(configuration), "V1", "CREATE INDEX CONCURRENTLY i ON t (a)"))
        .isEmpty();
  }

  private static Optional<String> found(String sql) {
    return ConcurrentIndexes.problem(new FluentConfiguration(), "V1", sql);
  }
}
