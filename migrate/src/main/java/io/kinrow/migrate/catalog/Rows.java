package io.kinrow.migrate.catalog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of a query, by column label in lower case. */
final class Rows {

  private Rows() {}

  static List<Map<String, Object>> of(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int width = result.getMetaData().getColumnCount();
      List<String> labels = new ArrayList<>();
      for (int i = 1; i <= width; i++) {
        labels.add(result.getMetaData().getColumnLabel(i));
      }
      List<Map<String, Object>> rows = new ArrayList<>();
      while (result.next()) {
        Map<String, Object> row = new HashMap<>();
        for (int i = 1; i <= width; i++) {
          Object value = result.getObject(i);
          if (value != null) {
            row.put(labels.get(i - 1), value);
          }
        }
        rows.add(row);
      }
      return rows;
    }
  }

  static String text(Map<String, Object> row, String column) {
    Object value = row.get(column);
    return value == null ? "" : value.toString();
  }

  static int number(Map<String, Object> row, String column) {
    return row.get(column) instanceof Number number ? number.intValue() : 0;
  }

  static boolean flag(Map<String, Object> row, String column) {
    return number(row, column) != 0;
  }
}
