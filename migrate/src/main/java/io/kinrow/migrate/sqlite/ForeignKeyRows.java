package io.kinrow.migrate.sqlite;

import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.sql.Names;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one table whose one foreign key refers to nothing.
 *
 * @param key the foreign key
 * @param rows its dangling rows
 */
record ForeignKeyRows(Key key, List<Row> rows) {

  /** A foreign key, by what it is made of: its number changes when a table is rebuilt. */
  record Key(String child, String parent, List<String> columns) {

    /** One of its rows in words, {@code id = 7 (author_id = 1)}. */
    String describe(Row row) {
      List<String> values = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        values.add(columns.get(i) + " = " + row.values().get(i));
      }
      String is =
          row.identity().entrySet().stream()
              .map(value -> value.getKey() + " = " + value.getValue())
              .collect(Collectors.joining(", "));
      String refers = String.join(", ", values);
      return is.isEmpty() ? refers : is + " (" + refers + ")";
    }
  }

  /**
   * A dangling row.
   *
   * @param identity the values of its primary key by column; empty where the table has none
   * @param values what it refers to
   */
  record Row(Map<String, String> identity, List<String> values) {}

  static ForeignKeyRows read(Connection connection, String table, int id) throws SQLException {
    List<String> columns = new ArrayList<>();
    List<@Nullable String> parentColumns = new ArrayList<>();
    String parent = "";
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT \"table\", \"from\", \"to\" FROM pragma_foreign_key_list(?) WHERE id = ?"
                + " ORDER BY seq")) {
      statement.setString(1, table);
      statement.setInt(2, id);
      try (ResultSet rs = statement.executeQuery()) {
        while (rs.next()) {
          parent = rs.getString(1);
          columns.add(rs.getString(2));
          parentColumns.add(rs.getString(3));
        }
      }
    }
    List<String> identity = primaryKey(connection, table);
    List<String> to =
        parentColumns.contains(null) ? primaryKey(connection, parent) : List.copyOf(parentColumns);
    String from = dangling(connection, table, id, parent, columns, to);
    String values =
        Stream.concat(identity.stream(), columns.stream())
            .map(column -> "coalesce(CAST(c." + Names.quoted(column) + " AS TEXT), 'NULL')")
            .collect(Collectors.joining(", "));
    List<Row> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rs = statement.executeQuery("SELECT " + values + from)) {
      while (rs.next()) {
        Map<String, String> key = new LinkedHashMap<>();
        for (int i = 0; i < identity.size(); i++) {
          key.put(identity.get(i), rs.getString(i + 1));
        }
        List<String> refers = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
          refers.add(rs.getString(identity.size() + i + 1));
        }
        rows.add(new Row(key, refers));
      }
    }
    return new ForeignKeyRows(new Key(table, parent, columns), rows);
  }

  /** The dangling rows, as {@code c}; SQLite gives their row ids, where the table has any. */
  private static String dangling(
      Connection connection,
      String table,
      int id,
      String parent,
      List<String> columns,
      List<String> to)
      throws SQLException {
    List<String> names = names(connection, "SELECT name FROM pragma_table_xinfo(?)", table);
    boolean withoutRowid =
        !names(
                connection,
                "SELECT name FROM pragma_table_list WHERE schema = 'main' AND wr AND name = ?",
                table)
            .isEmpty();
    List<Name> taken = names.stream().map(Name::new).toList();
    List<String> free =
        Stream.of("rowid", "oid", "_rowid_").filter(n -> !taken.contains(new Name(n))).toList();
    if (!withoutRowid && !free.isEmpty()) {
      return " FROM pragma_foreign_key_check("
          + Names.literal(table)
          + ") v JOIN "
          + Names.quoted(table)
          + " c ON c."
          + free.get(0)
          + " = v.rowid WHERE v.fkid = "
          + id;
    }
    List<String> same = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      same.add("p." + Names.quoted(to.get(i)) + " = c." + Names.quoted(columns.get(i)));
    }
    boolean parentExists =
        !names(connection, "SELECT name FROM pragma_table_xinfo(?)", parent).isEmpty();
    return " FROM "
        + Names.quoted(table)
        + " c WHERE "
        + columns.stream()
            .map(column -> "c." + Names.quoted(column) + " IS NOT NULL")
            .collect(Collectors.joining(" AND "))
        + (parentExists
            ? " AND NOT EXISTS (SELECT 1 FROM "
                + Names.quoted(parent)
                + " p WHERE "
                + String.join(" AND ", same)
                + ")"
            : "");
  }

  private static List<String> primaryKey(Connection connection, String table) throws SQLException {
    return names(
        connection, "SELECT name FROM pragma_table_xinfo(?) WHERE pk > 0 ORDER BY pk", table);
  }

  private static List<String> names(Connection connection, String sql, String table)
      throws SQLException {
    List<String> names = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, table);
      try (ResultSet rs = statement.executeQuery()) {
        while (rs.next()) {
          names.add(rs.getString(1));
        }
      }
    }
    return names;
  }
}
