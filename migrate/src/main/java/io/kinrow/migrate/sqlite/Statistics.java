package io.kinrow.migrate.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What ANALYZE found out about tables: SQLite forgets it with a table that is dropped, also where a
 * script only makes the table anew.
 */
final class Statistics {

  private static final List<String> TABLES = List.of("sqlite_stat1", "sqlite_stat4");

  private record Row(String into, List<Object> values) {}

  private final List<Row> rows = new ArrayList<>();

  /** All that there is before a script. */
  static Statistics in(Connection connection) throws SQLException {
    Statistics statistics = new Statistics();
    for (String table : TABLES) {
      if (exists(connection, "SELECT 1 FROM sqlite_schema WHERE name = ?", table)) {
        statistics.read(connection, table);
      }
    }
    return statistics;
  }

  private void read(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT * FROM " + table)) {
      int width = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<Object> values = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
          values.add(result.getObject(i));
        }
        rows.add(new Row(table, values));
      }
    }
  }

  /** Gives tables that have none after the script what they had, for the indexes that are left. */
  void restore(Connection connection) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    Set<Object> tables = values(connection, "SELECT name FROM sqlite_schema WHERE type = 'table'");
    Set<Object> names = values(connection, "SELECT name FROM sqlite_schema");
    Map<String, Set<Object>> known = new HashMap<>();
    for (String into : TABLES) {
      if (tables.contains(into)) {
        known.put(into, values(connection, "SELECT tbl FROM " + into));
      }
    }
    List<Row> lost = new ArrayList<>();
    for (Row row : rows) {
      Object table = row.values.get(0);
      Object index = row.values.get(1);
      boolean stays =
          tables.contains(table) && (index == null || index.equals(table) || names.contains(index));
      Set<Object> has = known.get(row.into);
      if (stays && has != null && !has.contains(table)) {
        lost.add(row);
      }
    }
    for (Row row : lost) {
      String marks = String.join(", ", row.values.stream().map(value -> "?").toList());
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO " + row.into + " VALUES (" + marks + ")")) {
        for (int i = 0; i < row.values.size(); i++) {
          insert.setObject(i + 1, row.values.get(i));
        }
        insert.executeUpdate();
      }
    }
  }

  private static Set<Object> values(Connection connection, String sql) throws SQLException {
    Set<Object> values = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        values.add(result.getObject(1));
      }
    }
    return values;
  }

  private static boolean exists(Connection connection, String sql, Object value)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, value);
      try (ResultSet result = statement.executeQuery()) {
        return result.next();
      }
    }
  }
}
