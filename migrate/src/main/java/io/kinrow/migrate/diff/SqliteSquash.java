package io.kinrow.migrate.diff;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.CatalogReader;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.compare.ColumnOrder;
import io.kinrow.migrate.compare.Comparison;
import io.kinrow.migrate.plan.Inserts;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.settings.RefusedException;
import io.kinrow.migrate.settings.ScratchFolder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Squashes on SQLite files. */
final class SqliteSquash implements SquashEngine {
  private final ScratchFolder folder = new ScratchFolder();
  private int made;

  @Override
  public FluentConfiguration empty(FlywaySettings settings) {
    return settings.onScratch(folder.url("squash" + ++made + ".db"));
  }

  @Override
  public void refuse(FlywaySettings settings, List<String> scripts) {
    // all that a script can do is in its file
  }

  @Override
  public Content read(FluentConfiguration database, FlywaySettings settings) throws SQLException {
    try (Connection connection = database.getDataSource().getConnection()) {
      Catalog catalog = CatalogReader.read(connection, settings.leftOut());
      return new SqliteContent(
          catalog, inserts(connection, catalog), counters(connection, catalog));
    }
  }

  @Override
  public void close() {
    folder.close();
  }

  private record SqliteContent(
      Catalog catalog, Map<String, List<String>> inserts, List<String> counters)
      implements Content {

    /** Rows stand between tables and triggers, so that no trigger fires. */
    @Override
    public List<String> statements() {
      List<String> statements = new ArrayList<>(Ddl.tables(catalog));
      inserts.values().forEach(statements::addAll);
      statements.addAll(counters);
      statements.addAll(Ddl.viewsAndTriggers(catalog));
      return statements;
    }

    @Override
    public Map<String, Long> rows() {
      Map<String, Long> counts = new LinkedHashMap<>();
      inserts.forEach((table, rows) -> counts.put(table, (long) rows.size()));
      return counts;
    }

    @Override
    public List<String> differences(Content other) {
      SqliteContent actual = (SqliteContent) other;
      List<String> differences = new ArrayList<>();
      Comparison.of(catalog, actual.catalog, ColumnOrder.EXACT)
          .forEach(difference -> differences.add(difference.toString()));
      if (differences.isEmpty() && !catalog.equals(actual.catalog)) {
        differences.add("the schema");
      }
      inserts.forEach(
          (table, rows) -> {
            if (!rows.equals(actual.inserts.get(table))) {
              differences.add("rows of " + table);
            }
          });
      if (!counters.equals(actual.counters)) {
        differences.add("the counters of AUTOINCREMENT");
      }
      return differences;
    }
  }

  /** The rows of each table as statements, in the order of the tables. */
  private static Map<String, List<String>> inserts(Connection connection, Catalog catalog)
      throws SQLException {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (Table table : Ddl.inOrder(catalog)) {
      List<String> inserts = Inserts.of(connection, table);
      if (table.isVirtual() && !inserts.isEmpty()) {
        throw RefusedException.because(
            "The virtual table %s has rows, which a baseline cannot contain"
                .formatted(table.name()));
      }
      rows.put(table.name().text(), inserts);
    }
    return rows;
  }

  /** The counters of AUTOINCREMENT, which may stand above the highest key. */
  private static List<String> counters(Connection connection, Catalog catalog) throws SQLException {
    if (catalog.tables().stream().noneMatch(Table::autoincrement)) {
      return List.of();
    }
    return texts(
            connection,
            "SELECT 'DELETE FROM sqlite_sequence WHERE name = ' || quote(name) || char(10)"
                + " || 'INSERT INTO sqlite_sequence VALUES (' || quote(name) || ', ' || seq || ')'"
                + " FROM sqlite_sequence ORDER BY name")
        .flatMap(row -> row.lines())
        .toList();
  }

  private static Stream<String> texts(Connection connection, String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        texts.add(result.getString(1));
      }
    }
    return texts.stream();
  }
}
