package io.kinrow.migrate.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The objects of a database and its rows as the statements that create them, each after those that
 * it needs. Kinds of objects that {@link Definitions} does not know are left out: compare {@link
 * DatabaseObjects} to find out whether anything is missing.
 *
 * @param objects what must exist before rows are inserted
 * @param rows an {@code INSERT} for each row, by table
 * @param positions the statements that set sequences to where they are
 * @param rest what must not see rows while they are inserted, such as foreign keys and triggers
 * @param otherRows rows as text that nothing inserts: of materialized views, which the script
 *     refreshes, and of tables of extensions
 */
public record DatabaseScript(
    List<String> objects,
    Map<String, List<String>> rows,
    List<String> positions,
    List<String> rest,
    Map<String, List<String>> otherRows) {

  /**
   * Reads a database.
   *
   * @param statement of a {@link PlainReading}
   * @param historyTable Flyway's table, which is left out
   */
  public static DatabaseScript read(Statement statement, String historyTable) throws SQLException {
    List<String> positions = positions(statement, historyTable);
    List<String> rest = new ArrayList<>();
    for (String query : Definitions.rest(historyTable)) {
      rest.addAll(texts(statement, query));
    }
    return new DatabaseScript(
        objects(statement, historyTable),
        rows(statement, Definitions.rows(historyTable)),
        positions,
        rest,
        rows(statement, Definitions.OTHER_ROWS));
  }

  /** Copies what may change. */
  public DatabaseScript {
    objects = List.copyOf(objects);
    positions = List.copyOf(positions);
    rest = List.copyOf(rest);
  }

  private static List<String> positions(Statement statement, String historyTable)
      throws SQLException {
    List<String> queries = texts(statement, Definitions.positions(historyTable));
    return queries.get(0) == null ? List.of() : texts(statement, queries.get(0));
  }

  private static List<String> objects(Statement statement, String historyTable)
      throws SQLException {
    Map<String, String> sql = new LinkedHashMap<>();
    for (String query : Definitions.objects(historyTable)) {
      try (ResultSet rs = statement.executeQuery(query)) {
        while (rs.next()) {
          sql.put(rs.getString(1), rs.getString(2).strip());
        }
      }
    }
    Map<String, String> wholes = new HashMap<>();
    try (ResultSet rs = statement.executeQuery(Definitions.PARTS)) {
      while (rs.next()) {
        wholes.put(rs.getString(1), rs.getString(2));
      }
    }
    Map<String, Set<String>> needs = new HashMap<>();
    try (ResultSet rs = statement.executeQuery(Definitions.NEEDS)) {
      while (rs.next()) {
        needs
            .computeIfAbsent(whole(rs.getString(1), wholes), key -> new LinkedHashSet<>())
            .add(whole(rs.getString(2), wholes));
      }
    }
    List<String> ordered = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    sql.keySet().forEach(object -> add(object, sql, needs, seen, ordered));
    return ordered;
  }

  private static String whole(String part, Map<String, String> wholes) {
    String whole = part;
    Set<String> seen = new HashSet<>();
    while (wholes.containsKey(whole) && seen.add(whole)) {
      whole = wholes.get(whole);
    }
    return whole;
  }

  /** In the order of the kinds, but what it needs first; a circle is cut where it is entered. */
  private static void add(
      String object,
      Map<String, String> sql,
      Map<String, Set<String>> needs,
      Set<String> seen,
      List<String> ordered) {
    if (!seen.add(object)) {
      return;
    }
    for (String needed : needs.getOrDefault(object, Set.of())) {
      add(needed, sql, needs, seen, ordered);
    }
    String own = sql.get(object);
    if (own != null) {
      ordered.add(own);
    }
  }

  private static Map<String, List<String>> rows(Statement statement, String all)
      throws SQLException {
    Map<String, String> queries = new LinkedHashMap<>();
    try (ResultSet rs = statement.executeQuery(all)) {
      while (rs.next()) {
        queries.put(rs.getString(1), rs.getString(2));
      }
    }
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (Map.Entry<String, String> table : queries.entrySet()) {
      rows.put(table.getKey(), texts(statement, table.getValue()));
    }
    return rows;
  }

  private static List<String> texts(Statement statement, String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (ResultSet rs = statement.executeQuery(query)) {
      while (rs.next()) {
        texts.add(rs.getString(1));
      }
    }
    return texts;
  }
}
