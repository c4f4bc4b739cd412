package io.kinrow.migrate.catalog;

import io.kinrow.migrate.sql.Names;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the PRAGMAs say of all tables, read with a handful of statements however many there are. */
final class Facts {

  private final Map<Name, Map<String, Object>> tables = new HashMap<>();
  private final Map<Name, List<Map<String, Object>>> columns;
  private final Map<Name, List<Map<String, Object>>> foreignKeys;
  private final Map<Name, List<Map<String, Object>>> indexes;
  private final Map<Name, List<Map<String, Object>>> indexColumns;
  private final Map<Name, List<String>> labels = new HashMap<>();
  private final Set<String> names = new HashSet<>();

  private Facts(Connection connection, @Nullable Set<Name> only) throws SQLException {
    String some = condition("s.name", only);
    for (Map<String, Object> row :
        Rows.of(connection, "SELECT * FROM pragma_table_list WHERE schema = 'main'")) {
      tables.put(new Name(Rows.text(row, "name")), row);
    }
    columns =
        grouped(
            connection,
            """
            SELECT s.name AS owner, x.* FROM main.sqlite_schema s
            JOIN pragma_table_xinfo(s.name) x WHERE s.type = 'table' %s ORDER BY s.rowid, x.cid"""
                .formatted(some));
    foreignKeys =
        grouped(
            connection,
            """
            SELECT s.name AS owner, x.* FROM main.sqlite_schema s
            JOIN pragma_foreign_key_list(s.name) x WHERE s.type = 'table' %s
            ORDER BY s.rowid, x.id, x.seq"""
                .formatted(some));
    indexes =
        grouped(
            connection,
            """
            SELECT s.name AS owner, x.* FROM main.sqlite_schema s
            JOIN pragma_index_list(s.name) x WHERE s.type = 'table' %s ORDER BY s.rowid, x.name"""
                .formatted(some));
    indexColumns =
        grouped(
            connection,
            """
            SELECT l.name AS owner, x.* FROM main.sqlite_schema s
            JOIN pragma_index_list(s.name) l JOIN pragma_index_xinfo(l.name) x
            WHERE s.type = 'table' AND x.key = 1 %s ORDER BY l.name, x.seqno"""
                .formatted(some));
    if (only == null) {
      for (Map<String, Object> row :
          Rows.of(connection, "SELECT name FROM main.sqlite_schema WHERE type = 'view'")) {
        Name view = new Name(Rows.text(row, "name"));
        labels.put(view, labels(connection, view));
      }
    }
    columns.forEach(
        (table, list) -> {
          if (!table.key().startsWith(Catalog.PARKED)) {
            names.add(table.key());
            list.forEach(row -> names.add(new Name(Rows.text(row, "name")).key()));
          }
        });
  }

  /** A view whose tables are gone has none: SQLite says so with an error. */
  private static List<String> labels(Connection connection, Name view) {
    String name = Names.literal(view.text());
    try {
      return Rows.of(connection, "SELECT name FROM pragma_table_xinfo(" + name + ") ORDER BY cid")
          .stream()
          .map(row -> Rows.text(row, "name"))
          .toList();
    } catch (SQLException e) {
      return List.of();
    }
  }

  static Facts read(Connection connection, @Nullable Set<Name> only) throws SQLException {
    return new Facts(connection, only);
  }

  /** Restricts a query to some names, of one case of letters or the other. */
  static String condition(String column, @Nullable Set<Name> only) {
    return only == null
        ? ""
        : only.stream()
            .map(name -> Names.literal(name.text()))
            .collect(Collectors.joining(", ", " AND " + column + " COLLATE NOCASE IN (", ")"));
  }

  boolean isShadow(Name table) {
    return Rows.text(table(table), "type").equals("shadow");
  }

  Map<String, Object> table(Name table) {
    return tables.getOrDefault(table, Map.of());
  }

  List<Map<String, Object>> columns(Name table) {
    return columns.getOrDefault(table, List.of());
  }

  List<Map<String, Object>> foreignKeys(Name table) {
    return foreignKeys.getOrDefault(table, List.of());
  }

  List<Map<String, Object>> indexes(Name table) {
    return indexes.getOrDefault(table, List.of());
  }

  List<Map<String, Object>> indexColumns(Name index) {
    return indexColumns.getOrDefault(index, List.of());
  }

  /** The names of a view's columns as written. */
  List<String> labels(Name view) {
    return labels.getOrDefault(view, List.of());
  }

  /** The names, in lower case, of the tables and views among those given, and of their columns. */
  Set<String> namesIn(Collection<Name> mentioned) {
    Set<String> found = new HashSet<>();
    for (Name name : mentioned) {
      if (tables.containsKey(name)) {
        found.add(name.key());
        columns(name).forEach(row -> found.add(new Name(Rows.text(row, "name")).key()));
        labels(name).forEach(label -> found.add(new Name(label).key()));
      }
    }
    return found;
  }

  /** Whether a table or column anywhere has this name, in lower case. */
  boolean isName(String name) {
    return names.contains(name);
  }

  /** Whether the table has a column of this name, in lower case. */
  boolean isColumn(Name table, String name) {
    return columns(table).stream()
        .anyMatch(row -> new Name(Rows.text(row, "name")).key().equals(name));
  }

  private static Map<Name, List<Map<String, Object>>> grouped(Connection connection, String sql)
      throws SQLException {
    return Rows.of(connection, sql).stream()
        .collect(
            Collectors.groupingBy(
                row -> new Name(Rows.text(row, "owner")), LinkedHashMap::new, Collectors.toList()));
  }
}
