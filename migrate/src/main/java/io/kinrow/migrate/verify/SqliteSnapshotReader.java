package io.kinrow.migrate.verify;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.CatalogMemory;
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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads an SQLite database: its catalogue, and the rows of its tables. */
final class SqliteSnapshotReader implements SnapshotReader {

  /** How many tables one statement asks. */
  private static final int AT_ONCE = 100;

  private final CatalogMemory memory;

  /**
   * @param memory what was read of databases with the same tables
   */
  SqliteSnapshotReader(CatalogMemory memory) {
    this.memory = memory;
  }

  @Override
  public Snapshot read(Connection connection, String historyTable) throws SQLException {
    SqliteSchema schema = schema(connection, historyTable);
    Catalog catalog = schema.catalog();
    Snapshot snapshot = new Snapshot(schema);
    Set<Name> filled = filled(connection, catalog);
    for (Table table : catalog.tables()) {
      List<String> columns = table.columnNames().stream().map(Name::text).toList();
      if (filled.contains(table.name())) {
        addRows(connection, table.name(), columns, snapshot);
      } else if (!columns.isEmpty()) {
        snapshot.addRows("table " + table.name().key(), columns, RowDigest.none(sorted(columns)));
      }
    }
    for (Name parked : catalog.parked()) {
      addRows(connection, parked, columns(connection, parked.text()), snapshot);
    }
    return snapshot;
  }

  @Override
  public SqliteSchema schema(Connection connection, String historyTable) throws SQLException {
    return new SqliteSchema(CatalogReader.read(connection, LeftOut.table(historyTable), memory));
  }

  /** The tables that have rows. Most have none where migrations are proved on a new database. */
  private static Set<Name> filled(Connection connection, Catalog catalog) throws SQLException {
    Set<Name> filled = new HashSet<>();
    List<Name> tables = new ArrayList<>();
    for (Table table : catalog.tables()) {
      if (table.isVirtual()) {
        filled.add(table.name()); // to ask it may cost as much as to read it
      } else {
        tables.add(table.name());
      }
    }
    try (Statement statement = connection.createStatement()) {
      for (int from = 0; from < tables.size(); from += AT_ONCE) {
        List<Name> some = tables.subList(from, Math.min(from + AT_ONCE, tables.size()));
        String sql =
            some.stream()
                .map(table -> "EXISTS (SELECT 1 FROM main." + Names.quoted(table.text()) + ")")
                .collect(Collectors.joining(", ", "SELECT ", ""));
        try (ResultSet rs = statement.executeQuery(sql)) {
          for (int i = 0; i < some.size(); i++) {
            if (rs.getBoolean(i + 1)) {
              filled.add(some.get(i));
            }
          }
        }
      }
    }
    return filled;
  }

  private static List<String> sorted(List<String> columns) {
    return columns.stream().map(c -> new Name(c).key()).sorted().toList();
  }

  private static void addRows(
      Connection connection, Name table, List<String> columns, Snapshot snapshot)
      throws SQLException {
    List<String> sorted = sorted(columns);
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
