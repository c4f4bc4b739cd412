package io.kinrow.migrate.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.migrate.compare.Difference;
import io.kinrow.migrate.undo.Undo;
import io.kinrow.migrate.undo.UndoTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DriftTest {

  @TempDir Path folder;

  private String url;
  private String location;

  @BeforeEach
  void migratedDatabase() throws IOException {
    url = "jdbc:sqlite:" + folder.resolve("live.db");
    location = "filesystem:" + folder.resolve("migration");
    Files.createDirectories(folder.resolve("migration"));
    Files.writeString(folder.resolve("migration/V1__a.sql"), "CREATE TABLE a (id INT, x TEXT);");
    Flyway.configure().dataSource(url, null, null).locations(location).load().migrate();
    Files.writeString(folder.resolve("migration/V2__b.sql"), "CREATE TABLE b (id INT);");
  }

  @Test
  void untouchedDatabase_hasNoDriftAndOnePending() {
    Drift drift = Drift.check(url, location);
    assertThat(drift.isFound()).isFalse();
    assertThat(drift.version()).isEqualTo("1");
    assertThat(drift.pending()).containsExactly("V2__b.sql");
  }

  @Test
  void changesByHand_areListed() throws SQLException {
    execute("CREATE INDEX a_x ON a (x)");
    execute("ALTER TABLE a ADD COLUMN y INT DEFAULT 3");
    Drift drift = Drift.check(url, location);
    assertThat(drift.isFound()).isTrue();
    assertThat(drift.fromMigrations())
        .extracting(Difference::toString)
        .containsExactly("+ column a.y: INT DEFAULT 3", "+ index a_x: ON a (x)");
  }

  @Test
  void desiredSchemaAheadOfMigrations_isListed() throws IOException {
    Path desired = folder.resolve("desired.sql");
    Files.writeString(
        desired, "CREATE TABLE a (id INT, x TEXT NOT NULL); CREATE TABLE b (id INT);");
    Drift drift = Drift.check(url, desired, location);
    assertThat(drift.fromMigrations()).isEmpty();
    assertThat(drift.fromDesired())
        .extracting(Difference::toString)
        .containsExactly("~ column a.x: NULL → NOT NULL");
  }

  @Test
  void databaseThatFlywayNeverSaw_isAllDrift() throws SQLException {
    url = "jdbc:sqlite:" + folder.resolve("other.db");
    execute("CREATE TABLE a (id INT, x TEXT)");
    Drift drift = Drift.check(url, location);
    assertThat(drift.version()).isEmpty();
    assertThat(drift.fromMigrations())
        .extracting(Difference::toString)
        .containsExactly("+ table a");
    assertThat(drift.pending()).hasSize(2);
  }

  @Test
  void passedOverMigration_isNotExpected() throws Exception {
    write("V3__c.sql", "CREATE TABLE c (id INT); ALTER TABLE a ADD COLUMN y INT;");
    Files.delete(folder.resolve("migration/V2__b.sql"));
    migrate();
    write("V2__b.sql", "CREATE TABLE b (id INT); ALTER TABLE a DROP COLUMN x;");

    Drift drift = Drift.check(url, location);
    assertThat(drift.fromMigrations()).isEmpty();
    assertThat(drift.version()).isEqualTo("3");
    assertThat(drift.notes())
        .singleElement()
        .asString()
        .startsWith("V2__b.sql is older than the latest applied version and was skipped");
    execute("CREATE TABLE b (id INT)");
    assertThat(texts(Drift.check(url, location))).containsExactly("+ table b");
  }

  @Test
  void migrationsAppliedOutOfOrder_areRunInThatOrder() throws Exception {
    write("V3__c.sql", "CREATE TABLE b (id INT, of_3 INT)");
    Files.delete(folder.resolve("migration/V2__b.sql"));
    migrate();
    write("V2__b.sql", "ALTER TABLE b ADD COLUMN of_2 INT");
    flyway().outOfOrder(true).load().migrate();

    assertThat(Drift.check(url, location).fromMigrations()).isEmpty();
    execute("ALTER TABLE b DROP COLUMN of_2");
    assertThat(texts(Drift.check(url, location))).containsExactly("- column b.of_2");
  }

  @Test
  void undoneMigration_isNotExpected() throws Exception {
    write("U2__b.sql", "DROP TABLE b");
    migrate();
    new Undo(flyway(), UndoTarget.steps(1)).run();

    assertThat(Drift.check(url, location).fromMigrations()).isEmpty();
    assertThat(Drift.check(url, location).version()).isEqualTo("1");
  }

  @Test
  void pendingRepeatable_isNotExpected() throws Exception {
    write("R__v.sql", "DROP VIEW IF EXISTS v; CREATE VIEW v AS SELECT id FROM a");
    Drift drift = Drift.check(url, location);
    assertThat(drift.fromMigrations()).isEmpty();
    assertThat(drift.pending()).containsExactly("V2__b.sql", "R__v.sql");

    migrate();
    assertThat(Drift.check(url, location).fromMigrations()).isEmpty();
    execute("DROP VIEW v");
    assertThat(texts(Drift.check(url, location))).containsExactly("- view v");
  }

  @Test
  void changedOrMissingRepeatable_isNotCompared_theRestIs() throws Exception {
    write("R__v.sql", "DROP VIEW IF EXISTS v; CREATE VIEW v AS SELECT id FROM a");
    write("R__w.sql", "CREATE VIEW IF NOT EXISTS w AS SELECT id FROM a");
    migrate();
    write("R__v.sql", "DROP VIEW IF EXISTS v; CREATE VIEW v AS SELECT x FROM a");
    execute("ALTER TABLE a ADD COLUMN y INT");
    Drift drift = Drift.check(url, location);
    assertThat(texts(drift)).containsExactly("+ column a.y: INT");
    assertThat(drift.notes())
        .containsExactly(
            "Not compared, as they were created by repeatable migrations that have changed since: v");

    Files.delete(folder.resolve("migration/R__v.sql"));
    execute("DROP VIEW w");
    execute("CREATE TABLE z (id INT)");
    assertThat(texts(Drift.check(url, location)))
        .contains("+ column a.y: INT", "+ table z")
        .doesNotContain("+ view v");
  }

  @Test
  void whatStoodBelowTheBaseline_isNotCompared_whatIsAboveIs() throws Exception {
    legacy();
    write("V2__b.sql", "CREATE TABLE b (id INT)");
    migrate();
    Drift drift = Drift.check(url, location);
    assertThat(drift.fromMigrations()).isEmpty();
    assertThat(drift.notes())
        .containsExactly(
            "Not compared, as they were not created by a migration above the baseline: customers, names,"
                + " orders, orders_counted");
    execute("ALTER TABLE b ADD COLUMN x INT");
    assertThat(texts(Drift.check(url, location))).containsExactly("+ column b.x: INT");
  }

  @Test
  void migrationsThatChangeWhatStoodBelowTheBaseline_areComparedByTheirUndo() throws Exception {
    legacy();
    write("V2__b.sql", "ALTER TABLE orders ADD COLUMN paid INT; CREATE INDEX o ON orders (paid)");
    write("U2__b.sql", "DROP INDEX o; ALTER TABLE orders DROP COLUMN paid");
    migrate();
    assertThat(Drift.check(url, location).fromMigrations()).isEmpty();
    execute("DROP INDEX o");
    execute("CREATE INDEX o ON orders (id, paid)");
    assertThat(texts(Drift.check(url, location)))
        .containsExactly("~ index o: ON orders (paid) → ON orders (id, paid)");

    Files.delete(folder.resolve("migration/U2__b.sql"));
    Drift drift = Drift.check(url, location);
    assertThat(drift.isFound()).isFalse();
    assertThat(drift.notes())
        .singleElement()
        .asString()
        .startsWith(
            "Nothing was compared: the migrations change objects that existed below the baseline");
  }

  /** Tables that Flyway did not make, at version 1; the files have a V1 for new databases. */
  private void legacy() throws Exception {
    url = "jdbc:sqlite:" + folder.resolve("legacy.db");
    Files.delete(folder.resolve("migration/V1__a.sql"));
    execute("CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT)");
    execute("CREATE TABLE orders (id INTEGER PRIMARY KEY, customer INT REFERENCES customers)");
    execute("CREATE VIEW names AS SELECT name FROM customers");
    execute("CREATE TRIGGER orders_counted AFTER INSERT ON orders BEGIN SELECT 1; END");
    flyway().baselineVersion("1").load().baseline();
  }

  private void write(String name, String sql) throws IOException {
    Files.writeString(folder.resolve("migration").resolve(name), sql);
  }

  private FluentConfiguration flyway() {
    return Flyway.configure().dataSource(url, null, null).locations(location);
  }

  private void migrate() {
    flyway().ignoreMigrationPatterns("*:missing", "*:ignored").load().migrate();
  }

  private static List<String> texts(Drift drift) {
    return drift.fromMigrations().stream().map(Difference::toString).toList();
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}
