package io.kinrow.queries.describe;

import io.kinrow.migrate.sql.CreateTable;
import io.kinrow.migrate.sql.Names;
import io.kinrow.queries.facts.ColumnOrigin;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.sqlite.JDBC;

/**
 * An empty copy of a SQLite database in memory, whose columns have unique types. SQLite passes the
 * declared type of a column on through aliases, views and subqueries: the type of a result's column
 * tells which column it comes from.
 */
final class TaggedCopy implements AutoCloseable {

  private static final String URL = "jdbc:sqlite::memory:";

  /**
   * What SQLite tells of a column of a result.
   *
   * @param table the table in the copy that it comes from; empty if there is none
   */
  record Described(String label, ColumnOrigin origin, String table) {}

  private final Connection copy;
  private final SqliteRelations schema;
  private final Map<String, ColumnOrigin> origins = new HashMap<>();
  private final Set<String> untagged = new HashSet<>();
  private final Map<String, KnownRelation> twins = new HashMap<>();

  TaggedCopy(SqliteRelations schema) throws SQLException {
    this.schema = schema;
    this.copy = new JDBC().connect(URL, new Properties());
    try (Statement statement = copy.createStatement()) {
      for (String[] definition : schema.definitions()) {
        String name = definition[1];
        boolean table = definition[0].equals("table");
        boolean virtual = table && !definition[2].matches("(?is)\\s*create\\s+table\\b.*");
        boolean plain = schema.relation(name).map(KnownRelation::plain).orElse(false);
        if (table && !virtual) {
          if (plain) {
            create(statement, name, definition[2]);
          }
          // others are made by the virtual table that they belong to
        } else {
          createOther(statement, definition);
        }
      }
    } catch (SQLException | RuntimeException e) {
      copy.close();
      throw e;
    }
  }

  /** Triggers and indexes are not needed to describe most statements. */
  private static void createOther(Statement statement, String[] definition) throws SQLException {
    try {
      statement.execute(definition[2]);
    } catch (SQLException e) {
      if (definition[0].equals("table")) {
        throw e;
      }
    }
  }

  private void create(Statement statement, String table, String sql) throws SQLException {
    try {
      statement.execute(tagged(schema.relation(table).orElseThrow(), sql));
    } catch (SQLException e) {
      untagged.add(Names.folded(table));
      statement.execute(sql);
    }
  }

  /** Makes another table like one of the database, with unique types of its own. */
  String twin(KnownRelation table, int number) throws SQLException {
    String name = table.name() + "#" + number;
    if (!twins.containsKey(name)) {
      String sql =
          schema.definitions().stream()
              .filter(each -> each[0].equals("table") && each[1].equals(table.name()))
              .findFirst()
              .orElseThrow(() -> new SQLException("no text of " + table.name()))[2];
      try (Statement statement = copy.createStatement()) {
        statement.execute(tagged(table, CreateTable.parse(sql).renamedTo(Names.quoted(name))));
      }
      twins.put(name, table);
    }
    return name;
  }

  /** The program of a statement on this copy. */
  SqliteProgram program(String sql) throws SQLException {
    Map<Integer, String> pages = new HashMap<>();
    try (Statement statement = copy.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select rootpage, tbl_name from sqlite_schema where rootpage > 0")) {
      while (rows.next()) {
        pages.put(rows.getInt(1), rows.getString(2));
      }
    }
    return SqliteProgram.of(copy, pages, sql);
  }

  private String tagged(KnownRelation relation, String sql) {
    return new TaggedTable(
            sql,
            column -> {
              if (relation.key() != null && Names.same(relation.key(), column)) {
                return "";
              }
              String name = relation.column(column).map(KnownColumn::name).orElse(column);
              String tag = "k" + origins.size();
              origins.put(tag, new ColumnOrigin("", relation.name(), name));
              return tag;
            })
        .text();
  }

  /** The columns of a statement's result; none if it has none. */
  List<Described> describe(String sql) throws SQLException {
    return describe(copy, sql);
  }

  /**
   * The same.
   *
   * @param original used where the copy lacks something, such as an index; it knows no origins
   */
  List<Described> describe(String sql, Connection original) throws SQLException {
    try {
      return describe(copy, sql);
    } catch (SQLException e) {
      return describe(original, sql).stream()
          .map(column -> new Described(column.label(), ColumnOrigin.NONE, ""))
          .toList();
    }
  }

  private List<Described> describe(Connection connection, String sql) throws SQLException {
    List<Described> columns = new ArrayList<>();
    try (PreparedStatement prepared = connection.prepareStatement(sql)) {
      ResultSetMetaData result = prepared.getMetaData();
      int count = columnCount(result);
      for (int i = 1; i <= count; i++) {
        String table = result.getTableName(i);
        columns.add(
            new Described(
                result.getColumnLabel(i), origin(table, result.getColumnTypeName(i)), table));
      }
    }
    return columns;
  }

  /** The driver refuses to count the columns of a statement without any. */
  private static int columnCount(ResultSetMetaData result) {
    try {
      return result.getColumnCount();
    } catch (SQLException e) {
      return 0;
    }
  }

  private ColumnOrigin origin(String table, String type) {
    if (table.isEmpty()) {
      return ColumnOrigin.NONE;
    }
    String tag = type.toLowerCase(Locale.ROOT).replaceFirst(" .*", "");
    ColumnOrigin tagged = origins.get(tag);
    if (tagged != null) {
      return tagged;
    }
    return Optional.ofNullable(twins.get(table))
        .or(() -> schema.relation(table))
        .filter(relation -> !untagged.contains(Names.folded(relation.name())))
        .filter(relation -> relation.key() != null && type.equalsIgnoreCase("INTEGER"))
        .map(relation -> new ColumnOrigin("", relation.name(), String.valueOf(relation.key())))
        .orElse(ColumnOrigin.NONE);
  }

  @Override
  public void close() throws SQLException {
    copy.close();
  }
}
