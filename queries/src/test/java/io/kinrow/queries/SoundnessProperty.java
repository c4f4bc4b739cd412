package io.kinrow.queries;

import io.kinrow.queries.describe.Describer;
import io.kinrow.queries.describe.PostgresDescriber;
import io.kinrow.queries.describe.SqliteDescriber;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * No column is said to be never NULL that is NULL on some small database, and none to come from
 * another column than it does. {@code -Dkinrow.queries.tries} sets the number of random queries.
 */
class SoundnessProperty {

  private static final int TRIES = Integer.getInteger("kinrow.queries.tries", 500);
  private static final int DATABASES = 25;
  private static final long SEED = Long.getLong("kinrow.queries.seed", 20_261_129);

  @Test
  void nothingFalseIsClaimed_onSqlite() throws Exception {
    List<Connection> databases = new ArrayList<>();
    Random random = new Random(SEED);
    for (int i = 0; i < DATABASES; i++) {
      Connection database = DriverManager.getConnection("jdbc:sqlite::memory:");
      execute(database, RandomQueries.schema());
      if (i > 0) {
        execute(database, RandomQueries.rows(random));
      }
      databases.add(database);
    }
    try (Describer describer = new SqliteDescriber(databases.get(0))) {
      check(new Soundness(describer, databases, connection -> "[1,3]"), true);
    }
    for (Connection database : databases) {
      database.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingFalseIsClaimed_onPostgres(Postgres version) throws Exception {
    try (EmbeddedPostgres server = version.start()) {
      List<Connection> databases = new ArrayList<>();
      Random random = new Random(SEED);
      for (int i = 0; i < DATABASES; i++) {
        Connection database = server.getPostgresDatabase().getConnection();
        execute(database, List.of("create schema s" + i, "set search_path to s" + i));
        execute(database, RandomQueries.schema());
        execute(database, RandomQueries.rows(random));
        databases.add(database);
      }
      Connection connection = server.getPostgresDatabase().getConnection();
      try (Describer describer = new PostgresDescriber(connection, List.of("s0"))) {
        check(
            new Soundness(
                describer,
                databases,
                database -> database.createArrayOf("int4", new Object[] {1, 3})),
            false);
      }
    }
  }

  private static void check(Soundness soundness, boolean sqlite) throws SQLException {
    for (int i = 0; i < TRIES; i++) {
      soundness.check(new RandomQueries(SEED + i, sqlite).query());
    }
    soundness.assertWorthwhile();
  }

  private static void execute(Connection connection, List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }
}
