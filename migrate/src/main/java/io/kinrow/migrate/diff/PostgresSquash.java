package io.kinrow.migrate.diff;

import io.kinrow.migrate.postgres.DatabaseObjects;
import io.kinrow.migrate.postgres.DatabaseScript;
import io.kinrow.migrate.postgres.PlainReading;
import io.kinrow.migrate.postgres.ServerDatabases;
import io.kinrow.migrate.postgres.ServerStatements;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.settings.RefusedException;
import io.kinrow.migrate.settings.ScriptText;
import io.kinrow.migrate.settings.SilentFlyway;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Squashes on databases that are created on a PostgreSQL server. */
final class PostgresSquash implements SquashEngine {
  private final ServerDatabases databases;
  private final String user;
  private final String password;

  PostgresSquash(String url, String user, String password) {
    this.databases = new ServerDatabases(url, user, password);
    this.user = user;
    this.password = password;
  }

  @Override
  public FluentConfiguration empty(FlywaySettings settings) {
    return SilentFlyway.in(settings.on(databases.empty(), user, password));
  }

  @Override
  public void refuse(FlywaySettings settings, List<String> scripts) {
    ScriptText texts = new ScriptText(settings);
    for (String script : scripts) {
      ServerStatements.first(texts.of(script))
          .ifPresent(
              statement -> {
                throw RefusedException.because(
                    "%s: \"%s\" changes the whole server, and a baseline contains only what belongs to one database. Move the statement out of the migrations"
                        .formatted(script, statement));
              });
    }
  }

  @Override
  public Content read(FluentConfiguration database, FlywaySettings settings) throws SQLException {
    String history = settings.table();
    try (Connection connection = database.getDataSource().getConnection()) {
      return PlainReading.of(
          connection,
          statement ->
              new PostgresContent(
                  DatabaseObjects.read(connection, history),
                  DatabaseScript.read(statement, history)));
    }
  }

  @Override
  public void close() {
    databases.close();
  }

  private record PostgresContent(DatabaseObjects objects, DatabaseScript script)
      implements Content {

    @Override
    public List<String> statements() {
      List<String> statements = new ArrayList<>();
      // a function may be older than a table that its body names
      statements.add("SET LOCAL check_function_bodies = false");
      statements.addAll(script.objects());
      script.rows().values().forEach(statements::addAll);
      statements.addAll(script.positions());
      statements.addAll(script.rest());
      return statements;
    }

    @Override
    public Map<String, Long> rows() {
      Map<String, Long> counts = new LinkedHashMap<>();
      script.rows().forEach((table, rows) -> counts.put(table, (long) rows.size()));
      return counts;
    }

    @Override
    public List<String> differences(Content other) {
      PostgresContent actual = (PostgresContent) other;
      List<String> differences = new ArrayList<>(objects.differences(actual.objects));
      rowDifferences(script.rows(), actual.script.rows(), differences);
      rowDifferences(script.otherRows(), actual.script.otherRows(), differences);
      if (!script.positions().equals(actual.script.positions())) {
        differences.add("the positions of sequences");
      }
      return differences;
    }

    private static void rowDifferences(
        Map<String, List<String>> wanted,
        Map<String, List<String>> actual,
        List<String> differences) {
      wanted.forEach(
          (name, rows) -> {
            if (!rows.equals(actual.get(name))) {
              differences.add("rows of " + name);
            }
          });
    }
  }
}
