package io.kinrow.migrate.lint;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.CatalogReader;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads the tables of a database again and again, each only when it has changed. */
final class TablesReader {

  private final Set<String> leftOut;
  private Map<Name, String> texts = new HashMap<>();
  private Map<Name, Table> tables = new HashMap<>();
  private Set<Name> parked = Set.of();

  /**
   * @param leftOut such as Flyway's history
   */
  TablesReader(Set<String> leftOut) {
    this.leftOut = leftOut;
  }

  Tables read(Connection connection) throws SQLException {
    Map<Name, String> now = texts(connection);
    Set<Name> changed = new HashSet<>();
    now.forEach(
        (name, text) -> {
          if (!text.equals(texts.get(name))) {
            changed.add(name);
          }
        });
    if (!changed.isEmpty() || now.size() != texts.size()) {
      Catalog read = CatalogReader.read(connection, leftOut, changed);
      tables = new TreeMap<>(tables);
      tables.keySet().removeIf(name -> !now.containsKey(name) || changed.contains(name));
      read.tables().forEach(table -> tables.put(table.name(), table));
      parked = new HashSet<>();
      now.keySet().stream()
          .filter(name -> name.key().startsWith(Catalog.PARKED))
          .forEach(parked::add);
      texts = now;
    }
    return new Tables(tables, parked);
  }

  /** What makes up each table: its own text and those of its indexes. */
  private static Map<Name, String> texts(Connection connection) throws SQLException {
    Map<Name, String> texts = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT tbl_name, name || ' ' || sql FROM main.sqlite_schema"
                    + " WHERE type IN ('table', 'index') AND sql IS NOT NULL"
                    + " ORDER BY type DESC, name")) {
      while (rows.next()) {
        texts.merge(new Name(rows.getString(1)), rows.getString(2), (a, b) -> a + ";" + b);
      }
    }
    return texts;
  }
}
