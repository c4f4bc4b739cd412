package io.kinrow.migrate.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.FlywayException;

/** The dangling foreign keys of a database: how many rows, by table and by key. */
final class ForeignKeyViolations {
  private final Map<Key, Long> rows = new LinkedHashMap<>();
  private final List<String> unusable = new ArrayList<>();

  private record Key(String child, String parent, String columns) {}

  private ForeignKeyViolations() {}

  static ForeignKeyViolations in(Connection connection) throws SQLException {
    ForeignKeyViolations found = new ForeignKeyViolations();
    if (isClean(connection)) {
      return found;
    }
    for (String table : tablesWithForeignKeys(connection)) {
      found.check(connection, table);
    }
    return found;
  }

  /** Asked of all tables at once, which is much faster, and says nothing where one cannot work. */
  private static boolean isClean(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rs = statement.executeQuery("SELECT 1 FROM pragma_foreign_key_check LIMIT 1")) {
      return !rs.next();
    } catch (SQLException e) {
      return false;
    }
  }

  private static List<String> tablesWithForeignKeys(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rs =
            statement.executeQuery(
                "SELECT name FROM main.sqlite_master m WHERE type = 'table'"
                    + " AND EXISTS (SELECT 1 FROM pragma_foreign_key_list(m.name)) ORDER BY name")) {
      while (rs.next()) {
        tables.add(rs.getString(1));
      }
    }
    return tables;
  }

  private void check(Connection connection, String table) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT v.parent, (SELECT group_concat(\"from\", ', ') FROM pragma_foreign_key_list(?1)"
                + " WHERE id = v.fkid), count(*)"
                + " FROM pragma_foreign_key_check(?1) v GROUP BY v.parent, v.fkid")) {
      statement.setString(1, table);
      try (ResultSet rs = statement.executeQuery()) {
        while (rs.next()) {
          rows.merge(new Key(table, rs.getString(1), rs.getString(2)), rs.getLong(3), Long::sum);
        }
      }
    } catch (SQLException e) {
      if (e.getMessage() == null || !e.getMessage().contains("foreign key mismatch")) {
        throw e;
      }
      // a key to columns that are not unique: no row is lost, and SQLite cannot check it
      unusable.add(
          "A foreign key of table "
              + table
              + " cannot work, since what it refers to is not unique: "
              + e.getMessage());
    }
  }

  /** Rows that dangled before a script are not its fault; more of them are. */
  void refuseThoseNotIn(ForeignKeyViolations before, String script) {
    // a renamed table or column takes its dangling rows along
    List<Long> gone = new ArrayList<>();
    before.rows.forEach(
        (key, count) -> {
          if (!rows.containsKey(key)) {
            gone.add(count);
          }
        });
    List<String> added = new ArrayList<>();
    rows.forEach(
        (key, count) -> {
          long more = count - before.rows.getOrDefault(key, 0L);
          if (more > 0 && !gone.remove((Long) more)) {
            added.add(describe(key, more));
          }
        });
    if (!added.isEmpty()) {
      throw new FlywayException(
          script
              + " leaves rows whose foreign key refers to nothing:\n- "
              + String.join("\n- ", added)
              + "\nForeign keys are off while scripts run, so that a rebuilt table does not empty"
              + " its children; ON DELETE and ON UPDATE do not act either. Let the script delete"
              + " or change those rows too.");
    }
  }

  List<String> warnings() {
    List<String> warnings = new ArrayList<>(unusable);
    rows.forEach(
        (key, count) ->
            warnings.add("Dangling before the script already: " + describe(key, count)));
    return warnings;
  }

  private static String describe(Key key, long count) {
    return count
        + (count == 1 ? " row" : " rows")
        + " of table "
        + key.child()
        + " ("
        + key.columns()
        + ") without a row in "
        + key.parent();
  }
}
