package io.kinrow.migrate.verify;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.CatalogReader;
import io.kinrow.migrate.catalog.LeftOut;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.sql.Names;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads an SQLite database: its catalogue, and the rows of its tables. */
final class SqliteSnapshotReader implements SnapshotReader {
  @Override
  public Snapshot read(Connection connection, String historyTable) throws SQLException {
    Catalog catalog = CatalogReader.read(connection, LeftOut.table(historyTable));
    Snapshot snapshot = new Snapshot(new SqliteSchema(catalog));
    for (Table table : catalog.tables()) {
      addRows(
          connection,
          table.name(),
          table.columnNames().stream().map(Name::text).toList(),
          snapshot);
    }
    for (Name parked : catalog.parked()) {
      addRows(connection, parked, columns(connection, parked.text()), snapshot);
    }
    return snapshot;
  }

  private static void addRows(
      Connection connection, Name table, List<String> columns, Snapshot snapshot)
      throws SQLException {
    List<String> sorted = columns.stream().map(c -> new Name(c).key()).sorted().toList();
    if (sorted.isEmpty()) {
      return;
    }
    // quote() tells 1 from '1' and reads blobs
    String values =
        sorted.stream()
            .map(c -> "quote(" + Names.quoted(c) + ")")
            .collect(Collectors.joining(", "));
    try (Statement statement = connection.createStatement();
        ResultSet rs =
            statement.executeQuery("SELECT " + values + " FROM " + Names.quoted(table.text()))) {
      snapshot.addRows("table " + table.key(), columns, RowDigest.of(sorted, rs));
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
}
