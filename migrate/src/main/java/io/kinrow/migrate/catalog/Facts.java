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

/**
 * What the PRAGMAs say of the tables and views of one reading, those that are known already
 * included.
 */
final class Facts {

  /** The name under which a database's own catalogue can be asked, which it does not list. */
  private static final Name SCHEMA = new Name("sqlite_schema");

  private final Map<Name, TablePragmas> tables = new HashMap<>();
  private final Map<Name, List<String>> labels = new HashMap<>();
  private @Nullable Set<String> names;

  void add(Name table, TablePragmas facts) {
    tables.put(table, facts);
  }

  void add(Name view, List<String> columns) {
    labels.put(view, columns);
  }

  /**
   * Asks about some tables, with a handful of statements however many they are.
   *
   * @param some null for all
   */
  static Map<Name, TablePragmas> read(Connection connection, @Nullable Set<Name> some)
      throws SQLException {
    String which = source(some);
    Map<Name, List<Map<String, Object>>> rows =
        grouped(
            connection,
            """
            SELECT s.name AS owner, x.* FROM %s s
            JOIN pragma_table_list(s.name) x ON x.schema = 'main'"""
                .formatted(which));
    Map<Name, List<Map<String, Object>>> columns =
        grouped(
            connection,
            """
            SELECT s.name AS owner, x.* FROM %s s
            JOIN pragma_table_xinfo(s.name) x ORDER BY s.number, x.cid"""
                .formatted(which));
    Map<Name, List<Map<String, Object>>> foreignKeys =
        grouped(
            connection,
            """
            SELECT s.name AS owner, x.* FROM %s s
            JOIN pragma_foreign_key_list(s.name) x ORDER BY s.number, x.id, x.seq"""
                .formatted(which));
    Map<Name, List<Map<String, Object>>> indexes =
        grouped(
            connection,
            """
            SELECT s.name AS owner, x.* FROM %s s
            JOIN pragma_index_list(s.name) x ORDER BY s.number, x.name"""
                .formatted(which));
    Map<Name, List<Map<String, Object>>> indexColumns =
        grouped(
            connection,
            """
            SELECT l.name AS owner, x.* FROM %s s
            JOIN pragma_index_list(s.name) l JOIN pragma_index_xinfo(l.name) x
            WHERE x.key = 1 ORDER BY l.name, x.seqno"""
                .formatted(which));
    Map<Name, TablePragmas> read = new HashMap<>();
    rows.forEach(
        (table, row) -> {
          List<Map<String, Object>> own = indexes.getOrDefault(table, List.of());
          Map<Name, List<Map<String, Object>>> ofIndexes = new HashMap<>();
          for (Map<String, Object> index : own) {
            Name name = new Name(Rows.text(index, "name"));
            ofIndexes.put(name, indexColumns.getOrDefault(name, List.of()));
          }
          read.put(
              table,
              new TablePragmas(
                  row.get(0),
                  columns.getOrDefault(table, List.of()),
                  foreignKeys.getOrDefault(table, List.of()),
                  own,
                  ofIndexes));
        });
    return read;
  }

  /** The tables in which virtual ones keep their rows. */
  static Set<Name> shadows(Connection connection) throws SQLException {
    Set<Name> shadows = new HashSet<>();
    for (Map<String, Object> row :
        Rows.of(
            connection,
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow'")) {
      shadows.add(new Name(Rows.text(row, "name")));
    }
    return shadows;
  }

  /** The columns of a view as written; one whose tables are gone has none: SQLite says so. */
  static List<String> labels(Connection connection, Name view) {
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

  /** The tables that a query asks about, by name and number; some without a look at all others. */
  private static String source(@Nullable Set<Name> some) {
    return some == null
        ? "(SELECT name, rowid AS number FROM main.sqlite_schema WHERE type = 'table')"
        : some.stream()
            .map(name -> "(" + Names.literal(name.text()) + ", 1)")
            .collect(
                Collectors.joining(
                    ", ", "(SELECT column1 AS name, column2 AS number FROM (VALUES ", "))"));
  }

  private TablePragmas of(Name table) {
    return tables.getOrDefault(table, TablePragmas.NONE);
  }

  Map<String, Object> table(Name table) {
    return of(table).row();
  }

  List<Map<String, Object>> columns(Name table) {
    return of(table).columns();
  }

  List<Map<String, Object>> foreignKeys(Name table) {
    return of(table).foreignKeys();
  }

  List<Map<String, Object>> indexes(Name table) {
    return of(table).indexes();
  }

  List<Map<String, Object>> indexColumns(Name table, Name index) {
    return of(table).indexColumns().getOrDefault(index, List.of());
  }

  /** The names of a view's columns as written. */
  List<String> labels(Name view) {
    return labels.getOrDefault(view, List.of());
  }

  /** The names, in lower case, of the tables and views among those given, and of their columns. */
  Set<String> namesIn(Collection<Name> mentioned) {
    Set<String> found = new HashSet<>();
    for (Name name : mentioned) {
      if (tables.containsKey(name) || labels.containsKey(name) || name.equals(SCHEMA)) {
        found.add(name.key());
        addColumns(name, found);
      }
    }
    return found;
  }

  private void addColumns(Name name, Set<String> found) {
    columns(name).forEach(row -> found.add(new Name(Rows.text(row, "name")).key()));
    labels(name).forEach(label -> found.add(new Name(label).key()));
  }

  /** Whether a table or column anywhere has this name, in lower case. */
  boolean isName(String name) {
    if (names == null) {
      names = new HashSet<>();
      for (Name table : tables.keySet()) {
        if (!table.key().startsWith(Catalog.PARKED)) {
          names.add(table.key());
          columns(table).forEach(row -> names.add(new Name(Rows.text(row, "name")).key()));
        }
      }
    }
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
