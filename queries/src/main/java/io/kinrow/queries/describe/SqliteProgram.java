package io.kinrow.queries.describe;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What EXPLAIN says of the program that SQLite makes of a statement. */
final class SqliteProgram {

  private final Map<Integer, String> tables = new HashMap<>();
  private final Set<Integer> nullRows = new HashSet<>();

  /** What IN and DISTINCT look values up in: no rows are read from there. */
  private final Set<Integer> sets = new HashSet<>();

  /** Automatic indexes of something other than a table. */
  private final Set<Integer> indexes = new HashSet<>();

  private final Set<Integer> subqueries = new HashSet<>();
  private boolean writes;

  private SqliteProgram() {}

  /**
   * @param pages for the first page of each table and index, the name of the table
   */
  static SqliteProgram of(Connection connection, Map<Integer, String> pages, String sql)
      throws SQLException {
    SqliteProgram program = new SqliteProgram();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("explain " + sql)) {
      int index = -1; // an automatic one, which is of the table that is read next
      while (rows.next()) {
        int p1 = rows.getInt("p1");
        int p2 = rows.getInt("p2");
        switch (rows.getString("opcode")) {
          case "Transaction" -> program.writes |= p2 > 0;
          case "OpenRead", "OpenWrite", "ReopenIdx" -> program.open(p1, pages.getOrDefault(p2, ""));
          case "OpenAutoindex" -> {
            index = p1;
            program.indexes.add(p1);
          }
          case "Rewind" -> {
            String table = program.tables.get(p1);
            if (index >= 0 && table != null) {
              program.tables.put(index, table);
            }
            if (table != null || program.subqueries.contains(p1)) {
              program.indexes.remove(index);
            }
            index = -1;
          }
          case "OpenEphemeral" -> {
            if (String.valueOf(rows.getString("p4")).startsWith("k(")) {
              program.sets.add(p1);
            } else {
              program.subqueries.add(p1);
            }
          }
          case "InitCoroutine" -> {
            program.indexes.remove(index);
            index = -1;
          }
          case "NullRow" -> program.nullRows.add(p1);
          default -> {
            // of no interest
          }
        }
      }
    }
    return program;
  }

  /** A cursor that is opened for several things is of none. */
  private void open(int cursor, String table) {
    tables.merge(cursor, table, (one, other) -> one.equals(other) ? one : "");
  }

  boolean writes() {
    return writes;
  }

  /** Whether rows of a subquery may be missing. */
  boolean missesSubquery() {
    return nullRows.stream()
        .filter(cursor -> !sets.contains(cursor))
        .anyMatch(cursor -> tables.getOrDefault(cursor, "").isEmpty());
  }

  /** Whether rows may be missing of which it is not known what they are of. */
  boolean missesUnknownRows() {
    return nullRows.stream().anyMatch(indexes::contains);
  }

  /** Whether rows of a table may be missing. */
  boolean misses(String table) {
    return nullRows.stream().anyMatch(cursor -> table.equals(tables.get(cursor)));
  }
}
