package io.kinrow.migrate.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.fixture.Engine;
import io.kinrow.migrate.fixture.Scripts;
import io.kinrow.migrate.verify.VerifyReport.Outcome;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twice as many versions cost twice as much: what Flyway reads of scripts is counted. */
final class ProofCostTest {
  @TempDir Path folder;

  @Test
  void growsWithTheVersions_notWithTheirSquare() {
    int few = scriptsFor(Engine.sqlite(folder), 10);
    int many = scriptsFor(Engine.sqlite(folder), 20);

    assertThat(many).isBetween(few * 19 / 10, few * 2 + 5);
  }

  @Test
  void growsWithTheVersions_notWithTheirSquare_onPostgres() {
    int few = scriptsFor(Engine.postgres(), 4);
    int many = scriptsFor(Engine.postgres(), 8);

    assertThat(many).isBetween(few * 19 / 10, few * 2 + 5);
  }

  private int scriptsFor(Engine engine, int versions) {
    Scripts scripts = new Scripts(folder.resolve(engine + "-" + versions));
    for (int i = 1; i <= versions; i++) {
      scripts
          .with("V" + i + "__t.sql", "CREATE TABLE t" + i + " (id INTEGER);")
          .with("U" + i + "__t.sql", "DROP TABLE t" + i + ";");
    }
    AtomicInteger given = new AtomicInteger();
    FluentConfiguration configuration = engine.configuration(scripts);
    configuration.resourceProvider(Counted.all(configuration, given));
    VerifyReport report =
        engine.name().equals("sqlite")
            ? Migrations.of(configuration).verify()
            : Migrations.of(configuration).verify(Engine.postgres().url(), "postgres", "");
    assertThat(report.proofs())
        .hasSize(versions)
        .allMatch(proof -> proof.outcome() == Outcome.PROVED);
    return given.get();
  }
}
