package io.kinrow.migrate.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.fixture.Engine;
import io.kinrow.migrate.fixture.Scripts;
import io.kinrow.migrate.postgres.DatabaseObjects;
import io.kinrow.migrate.verify.VerifyReport.Outcome;
import io.kinrow.migrate.verify.VerifyReport.Proof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code properties.sql}, case by case: a change that is taken back leaves no difference, and each
 * that stays is told. In one transaction; every n-th case through Flyway too.
 */
final class PostgresPropertiesTest {
  private static final Path FILE = Path.of("src/test/resources/postgres/properties.sql");

  /** {@code -Dkinrow.properties.every=1}: all of them. */
  private static final int EVERY = Integer.getInteger("kinrow.properties.every", 12);

  /**
   * One property.
   *
   * @param back takes the property back, for which the expected words stand
   * @param undo takes everything back
   */
  private record Case(String name, String expected, String change, String back, String undo) {
    static Case of(String text) {
      String title = text.lines().findFirst().orElseThrow().substring(3);
      String[] scripts = text.split("(?m)^-- (really )?undo$");
      return new Case(
          title.substring(0, title.indexOf(':')),
          title.substring(title.indexOf(':') + 1).strip(),
          scripts[0],
          scripts[1],
          scripts[scripts.length - 1]);
    }
  }

  private static String[] texts() throws IOException {
    return Files.readString(FILE).split("\\n\\n(?=-- )");
  }

  private static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    String[] texts = texts();
    for (int i = 1; i < texts.length; i++) {
      cases.add(Case.of(texts[i]));
    }
    return cases;
  }

  private static Engine engine() {
    Engine engine = Engine.postgres();
    engine.execute(
        "DO $$ BEGIN CREATE ROLE kinrow_reader; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
    return engine;
  }

  @TestFactory
  List<DynamicTest> everyPropertyIsCompared() throws IOException, SQLException {
    Connection connection = engine().connect();
    connection.setAutoCommit(false);
    execute(connection, texts()[0]);
    DatabaseObjects base = read(connection);
    List<DynamicTest> tests = new ArrayList<>();
    for (Case one : cases()) {
      tests.add(DynamicTest.dynamicTest(one.name(), () -> check(one, connection, base)));
    }
    tests.add(DynamicTest.dynamicTest("enough", () -> assertThat(tests.size()).isGreaterThan(100)));
    tests.add(DynamicTest.dynamicTest("end", connection::close));
    return tests;
  }

  private static void check(Case one, Connection connection, DatabaseObjects base)
      throws SQLException {
    execute(connection, "SAVEPOINT one");
    execute(connection, one.change());
    DatabaseObjects changed = read(connection);
    assertThat(base.differences(changed)).isNotEmpty();
    execute(connection, one.back());
    DatabaseObjects back = read(connection);
    assertThat(String.join("\n", changed.differences(back))).contains(one.expected());
    if (!one.back().equals(one.undo())) {
      execute(connection, one.undo());
      back = read(connection);
    }
    assertThat(base.differences(back)).isEmpty();
    execute(connection, "ROLLBACK TO SAVEPOINT one");
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static DatabaseObjects read(Connection connection) throws SQLException {
    execute(connection, "SET LOCAL search_path = ''");
    DatabaseObjects objects = DatabaseObjects.read(connection, "flyway_schema_history");
    assertThat(objects.notCompared()).isEmpty();
    execute(connection, "SET LOCAL search_path = public");
    return objects;
  }

  @Test
  void verifyTellsChangesThatStay_andNoOthers(@TempDir Path folder) throws IOException {
    Scripts scripts = new Scripts(folder).with("V0__base.sql", texts()[0]);
    List<Case> cases = cases();
    for (int i = 0; i < cases.size(); i += EVERY) {
      Case one = cases.get(i);
      scripts
          .with("V" + (i + 1) + ".1__change.sql", one.change())
          .with("U" + (i + 1) + ".1__change.sql", one.undo())
          .with("V" + (i + 1) + ".2__stays.sql", again(one.back()))
          .with("U" + (i + 1) + ".2__stays.sql", "SELECT 1;")
          .with("V" + (i + 1) + ".3__rest.sql", again(one.undo()));
    }
    Map<String, Proof> proofs =
        Migrations.of(engine().configuration(scripts))
            .verify(Engine.postgres().url(), "postgres", "")
            .proofs()
            .stream()
            .collect(Collectors.toMap(Proof::version, proof -> proof));

    for (int i = 0; i < cases.size(); i += EVERY) {
      assertThat(proofs.get((i + 1) + ".1").outcome()).isEqualTo(Outcome.PROVED);
      assertThat(proofs.get((i + 1) + ".2").outcome()).isEqualTo(Outcome.DIFFERS);
      assertThat(String.join("\n", proofs.get((i + 1) + ".2").differences()))
          .contains(cases.get(i).expected());
    }
  }

  /** As it stays, it is run once more, when some of it already exists. */
  private static String again(String script) {
    return "DO $again$ BEGIN " + script + " EXCEPTION WHEN OTHERS THEN NULL; END $again$;\n";
  }
}
