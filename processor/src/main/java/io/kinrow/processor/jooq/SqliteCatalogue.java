package io.kinrow.processor.jooq;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.exception.DataAccessException;

/**
 * Reads SQLite's own catalogue through its pragmas, which know every table whatever its DDL looks
 * like; no DDL is parsed.
 */
final class SqliteCatalogue {

  private final Connection connection;
  private final Map<String, SqliteTableInfo> tables = new TreeMap<>();
  private final Map<String, String> unreadable = new TreeMap<>();
  private final Map<String, List<SqliteReference>> references = new TreeMap<>();

  SqliteCatalogue(Connection connection) {
    this.connection = connection;
    try {
      for (SqliteRow row :
          fetch("select name, type, wr, strict from pragma_table_list where schema = 'main'")) {
        String name = row.text("name");
        if (!row.text("type").equals("shadow")
            && !name.toLowerCase(Locale.ROOT).startsWith("sqlite_")) {
          read(name, row);
        }
      }
      for (SqliteTableInfo table : tables.values()) {
        references.put(
            table.name(),
            SqliteReferences.of(
                table, tables, fetch("select * from pragma_foreign_key_list(?)", table.name())));
      }
      tables.replaceAll((name, table) -> table.withMissingTypes(referredTypes(name)));
    } catch (SQLException e) {
      throw new DataAccessException("SQLite's catalogue cannot be read: " + e.getMessage(), e);
    }
  }

  /** By name, without SQLite's own and the shadow tables of virtual ones. */
  Map<String, SqliteTableInfo> tables() {
    return Collections.unmodifiableMap(tables);
  }

  /** Why SQLite itself cannot tell the columns of a table, by the table's name. */
  Map<String, String> unreadable() {
    return Collections.unmodifiableMap(unreadable);
  }

  /** In the order of declaration, without those that lead nowhere. */
  List<SqliteReference> references(String table) {
    return references.getOrDefault(table, List.of());
  }

  /** {@code author_id REFERENCES users} needs no type in SQLite: it holds what the key holds. */
  private Map<String, String> referredTypes(String table) {
    Map<String, String> types = new HashMap<>();
    for (SqliteReference reference : references(table)) {
      for (int i = 0; i < reference.columns().size(); i++) {
        SqliteTableInfo target = tables.get(reference.target());
        if (target != null) {
          types.put(reference.columns().get(i), target.type(reference.targetColumns().get(i)));
        }
      }
    }
    return types;
  }

  private void read(String name, SqliteRow row) throws SQLException {
    SqliteTableInfo.Kind kind =
        switch (row.text("type")) {
          case "view" -> SqliteTableInfo.Kind.VIEW;
          case "virtual" -> SqliteTableInfo.Kind.VIRTUAL;
          default -> SqliteTableInfo.Kind.TABLE;
        };
    try {
      tables.put(
          name,
          new SqliteTableInfo(
              name,
              kind,
              kind == SqliteTableInfo.Kind.TABLE && !row.flag("wr"),
              row.flag("strict"),
              hasTriggers(name),
              sql(name),
              columns(name),
              indexes(name)));
    } catch (SQLException e) {
      unreadable.put(name, e.getMessage());
    }
  }

  private boolean hasTriggers(String table) throws SQLException {
    return !fetch(
            "select 1 from sqlite_master where type = 'trigger' and tbl_name = ? collate nocase",
            table)
        .isEmpty();
  }

  private String sql(String table) throws SQLException {
    return fetch(
            "select sql from sqlite_master where type in ('table', 'view') and name = ?", table)
        .get(0)
        .text("sql");
  }

  private List<SqliteColumn> columns(String table) throws SQLException {
    return fetch("select * from pragma_table_xinfo(?) where hidden <> 1 order by cid", table)
        .stream()
        .map(
            row ->
                new SqliteColumn(
                    row.text("name"),
                    type(row),
                    row.flag("notnull"),
                    row.nullable("dflt_value"),
                    row.number("pk"),
                    row.number("hidden")))
        .toList();
  }

  /** A generated column without a type has its next words taken for one. */
  private static String type(SqliteRow row) {
    return row.text("type").replaceAll("(?i)\\s*generated\\s+always\\s*$", "").strip();
  }

  private List<SqliteIndex> indexes(String table) throws SQLException {
    List<SqliteIndex> indexes = new ArrayList<>();
    for (SqliteRow index :
        fetch("select * from pragma_index_list(?) where partial = 0 order by seq desc", table)) {
      List<SqliteRow> columns =
          fetch(
              "select * from pragma_index_xinfo(?) where key = 1 order by seqno",
              index.text("name"));
      if (columns.stream().allMatch(column -> column.number("cid") >= 0)) {
        indexes.add(
            new SqliteIndex(
                index.text("name"),
                index.flag("unique"),
                index.text("origin"),
                columns.stream().map(column -> column.text("name")).toList()));
      }
    }
    return indexes;
  }

  private List<SqliteRow> fetch(String sql, String... binds) throws SQLException {
    return SqliteRow.fetch(connection, sql, binds);
  }
}
