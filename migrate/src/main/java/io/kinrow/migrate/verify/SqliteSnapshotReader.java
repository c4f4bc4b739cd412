package io.kinrow.migrate.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads an SQLite database through {@code sqlite_master} and the table pragmas. */
final class SqliteSnapshotReader implements SnapshotReader {
  @Override
  public Snapshot read(Connection connection, String historyTable) throws SQLException {
    SchemaParts schema = new SchemaParts();
    Snapshot snapshot = new Snapshot(schema);
    for (Master object : objects(connection, historyTable)) {
      String name = object.type() + " " + object.name();
      if (object.type().equals("table")) {
        new SqliteTableParts(connection, object.name(), object.sql())
            .list()
            .forEach(part -> schema.addPart(name, part));
        addRows(connection, object.name(), snapshot);
      } else {
        schema.addPart(name, SqlTokens.text(object.sql()));
      }
    }
    return snapshot;
  }

  private record Master(String type, String name, String sql) {}

  /** Without what SQLite makes by itself: automatic indexes, sequences, shadow tables. */
  private static List<Master> objects(Connection connection, String historyTable)
      throws SQLException {
    List<Master> objects = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT type, name, sql FROM main.sqlite_master WHERE sql IS NOT NULL"
                + " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND tbl_name <> ?"
                + " AND name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow')"
                + " ORDER BY name")) {
      statement.setString(1, historyTable);
      try (ResultSet rs = statement.executeQuery()) {
        while (rs.next()) {
          objects.add(new Master(rs.getString(1), rs.getString(2), rs.getString(3)));
        }
      }
    }
    return objects;
  }

  private static void addRows(Connection connection, String table, Snapshot snapshot)
      throws SQLException {
    List<String> columns = columns(connection, table);
    List<String> sorted = columns.stream().sorted().toList();
    if (sorted.isEmpty()) {
      return;
    }
    // quote() tells 1 from '1' and reads blobs
    String values =
        sorted.stream().map(c -> "quote(" + quoted(c) + ")").collect(Collectors.joining(", "));
    try (Statement statement = connection.createStatement();
        ResultSet rs = statement.executeQuery("SELECT " + values + " FROM " + quoted(table))) {
      snapshot.addRows("table " + table, columns, RowDigest.of(sorted, rs));
    }
  }

  private static List<String> columns(Connection connection, String table) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT name FROM pragma_table_xinfo(?) WHERE hidden <> 1 ORDER BY cid")) {
      statement.setString(1, table);
      try (ResultSet rs = statement.executeQuery()) {
        while (rs.next()) {
          columns.add(rs.getString(1));
        }
      }
    }
    return columns;
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
