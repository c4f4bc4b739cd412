package io.kinrow.processor.jooq;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a pragma. Read by JDBC alone: SQLite tells the type of a pragma's column by its first
 * row, and jOOQ reads the whole column as NULL when that is NULL.
 */
record SqliteRow(Map<String, @Nullable String> values) {

  static List<SqliteRow> fetch(Connection connection, String sql, String... binds)
      throws SQLException {
    List<SqliteRow> rows = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < binds.length; i++) {
        statement.setString(i + 1, binds[i]);
      }
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows.add(read(result));
        }
      }
    }
    return rows;
  }

  private static SqliteRow read(ResultSet result) throws SQLException {
    Map<String, @Nullable String> values = new HashMap<>();
    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
      values.put(result.getMetaData().getColumnLabel(i), result.getString(i));
    }
    return new SqliteRow(values);
  }

  @Nullable String nullable(String column) {
    return values.get(column);
  }

  String text(String column) {
    String value = values.get(column);
    return value == null ? "" : value;
  }

  int number(String column) {
    return Integer.parseInt(text(column));
  }

  boolean flag(String column) {
    return number(column) != 0;
  }
}
