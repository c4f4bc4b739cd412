package io.kinrow.maven;

import io.kinrow.migrate.sql.CreateTable;
import io.kinrow.migrate.sql.Names;
import io.kinrow.migrate.sql.SqlSyntaxException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The values of SQLite's text columns, where CHECK constraints list them. */
final class SqliteChecks {

  private static final String COLUMNS =
      """
      select t.name, t.sql, c.name, c.type
      from sqlite_master t join pragma_table_xinfo(t.name) c
      where t.type = 'table' and t.sql like 'create table%' and t.sql like '%check%' and c.hidden <> 1
      order by t.name, c.cid
      """;

  private SqliteChecks() {}

  /** By {@code table.column}. */
  static Map<String, Set<String>> of(Connection connection) throws SQLException {
    Map<String, Set<String>> found = new LinkedHashMap<>();
    Map<String, Optional<CreateTable>> tables = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(COLUMNS)) {
      while (rows.next()) {
        String sql = rows.getString(2);
        String column = rows.getString(3);
        if (isText(rows.getString(4))) {
          Optional<CreateTable> table = tables.computeIfAbsent(sql, SqliteChecks::parsed);
          if (table.isPresent()) {
            literals(table.get(), column).ifPresent(literals -> put(found, rows, column, literals));
          }
        }
      }
    }
    return found;
  }

  private static void put(
      Map<String, Set<String>> found, ResultSet rows, String column, Set<String> literals) {
    try {
      found.put(rows.getString(1) + "." + column, literals);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Numbers are no texts, and are turned into them only by the affinity of text. */
  private static boolean isText(String declared) {
    String type = declared.toUpperCase(Locale.ROOT);
    return !type.contains("INT")
        && (type.contains("CHAR") || type.contains("CLOB") || type.contains("TEXT"));
  }

  private static Optional<CreateTable> parsed(String sql) {
    try {
      return Optional.of(CreateTable.parse(sql));
    } catch (SqlSyntaxException e) {
      return Optional.empty();
    }
  }

  private static Optional<Set<String>> literals(CreateTable table, String column) {
    CreateTable.ColumnText text = table.column(column);
    if (text == null || !text.collation().equalsIgnoreCase("BINARY")) {
      return Optional.empty();
    }
    List<Set<String>> proved = new ArrayList<>();
    for (CreateTable.CheckText check : table.checks()) {
      CheckedLiterals.of(check.expression(), name -> Names.same(name, column))
          .ifPresent(proved::add);
    }
    return proved.stream().reduce(CheckedLiterals::both);
  }
}
