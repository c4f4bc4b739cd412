package io.kinrow.queries.describe;

import io.kinrow.migrate.sql.Names;
import io.kinrow.migrate.sql.Tokenizer;
import io.kinrow.queries.text.TableUse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The tables, views and functions of a SQLite database. */
final class SqliteRelations {

  private final Map<String, KnownRelation> relations = new LinkedHashMap<>();
  private final Map<Integer, String> pages = new LinkedHashMap<>();
  private final Set<String> functions = new TreeSet<>();
  private final Set<String> aggregates = new HashSet<>();
  private final List<String[]> definitions = new ArrayList<>();

  SqliteRelations(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      readDefinitions(statement);
      readRelations(statement);
      readFunctions(statement);
    }
  }

  private void readDefinitions(Statement statement) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery(
            "select type, name, tbl_name, rootpage, sql from sqlite_schema"
                + " order by case type when 'table' then 0 when 'index' then 1 when 'view' then 2 else 3 end, rowid")) {
      while (rows.next()) {
        if (rows.getInt(4) > 0) {
          pages.put(rows.getInt(4), rows.getString(3));
        }
        if (rows.getString(5) != null && !rows.getString(2).startsWith("sqlite_")) {
          definitions.add(new String[] {rows.getString(1), rows.getString(2), rows.getString(5)});
        }
      }
    }
  }

  private void readRelations(Statement statement) throws SQLException {
    Set<String> keyIndexes = new HashSet<>();
    try (ResultSet rows =
        statement.executeQuery(
            "select t.name from pragma_table_list t, pragma_index_list(t.name) i"
                + " where t.schema = 'main' and t.type = 'table' and i.origin = 'pk'")) {
      while (rows.next()) {
        keyIndexes.add(rows.getString(1));
      }
    }
    Map<String, List<KnownColumn>> columns = new LinkedHashMap<>();
    Map<String, List<String>> keys = new LinkedHashMap<>();
    Map<String, String> kinds = new LinkedHashMap<>();
    try (ResultSet rows =
        statement.executeQuery(
            """
            select t.name, t.type, t.wr, x.name, x.type, x."notnull", x.pk
              from pragma_table_list t, pragma_table_xinfo(t.name) x
             where t.schema = 'main' and x.hidden <> 1
             order by t.rowid, x.cid""")) {
      while (rows.next()) {
        String table = rows.getString(1);
        boolean isKey = rows.getInt(7) > 0;
        kinds.put(table, rows.getString(2));
        if (isKey
            && !keyIndexes.contains(table)
            && rows.getInt(3) == 0
            && "INTEGER".equalsIgnoreCase(rows.getString(5))) {
          keys.computeIfAbsent(table, name -> new ArrayList<>()).add(rows.getString(4));
        }
        boolean notNull = rows.getInt(6) > 0 || (isKey && rows.getInt(3) > 0);
        columns
            .computeIfAbsent(table, name -> new ArrayList<>())
            .add(new KnownColumn(rows.getString(4), rows.getString(5), notNull));
      }
    }
    columns.forEach(
        (table, found) ->
            relations.put(
                Names.folded(table),
                relation(table, kinds.getOrDefault(table, ""), found, keys.get(table))));
  }

  private KnownRelation relation(
      String table, String kind, List<KnownColumn> found, @Nullable List<String> keys) {
    String key = keys != null && keys.size() == 1 ? keys.get(0) : null;
    List<KnownColumn> columns =
        found.stream()
            .map(
                column ->
                    column.name().equals(key)
                        ? new KnownColumn(column.name(), column.type(), true)
                        : column)
            .toList();
    String body =
        definitions.stream()
            .filter(each -> each[0].equals("view") && each[1].equals(table))
            .map(each -> body(each[2]))
            .findFirst()
            .orElse(null);
    boolean plain = kind.equals("table") && !table.startsWith("sqlite_");
    return new KnownRelation("", table, columns, key, body, plain);
  }

  private static String body(String view) {
    return Tokenizer.tokens(view).stream()
        .filter(token -> token.is("as"))
        .findFirst()
        .map(as -> view.substring(as.end()))
        .orElse("");
  }

  private void readFunctions(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery("select name, type from pragma_function_list")) {
      while (rows.next()) {
        functions.add(rows.getString(1));
        if (!rows.getString(2).equals("s")) {
          aggregates.add(rows.getString(1).toLowerCase(Locale.ROOT));
        }
      }
    }
  }

  /** Type, name and text of all that was created, in an order in which it can be created again. */
  List<String[]> definitions() {
    return definitions;
  }

  Optional<KnownRelation> relation(String name) {
    return Optional.ofNullable(relations.get(Names.folded(name)));
  }

  Optional<KnownRelation> named(TableUse use) {
    return use.schema().isEmpty() || Names.same(use.schema(), "main")
        ? relation(use.name())
        : Optional.empty();
  }

  /** Those that people name: without SQLite's own. */
  List<KnownRelation> all() {
    return relations.values().stream()
        .filter(relation -> !relation.name().startsWith("sqlite_"))
        .toList();
  }

  /** For the first page of each table and index, the name of the table. */
  Map<Integer, String> pages() {
    return pages;
  }

  Set<String> functions() {
    return functions;
  }

  boolean isAggregate(String name) {
    return aggregates.contains(name.toLowerCase(Locale.ROOT));
  }
}
