package io.kinrow.migrate.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.migrate.diff.Difference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
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

  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}
