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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.flywaydb.core.api.FlywayException;

/** The dangling foreign keys of a database: which rows, by table and by key. */
final class ForeignKeyViolations {
  private static final int SHOWN = 5;

  private final Map<ForeignKeyRows.Key, List<ForeignKeyRows.Row>> rows = new LinkedHashMap<>();
  private final List<String> unusable = new ArrayList<>();

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
    List<Integer> broken = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT DISTINCT fkid FROM pragma_foreign_key_check(?)")) {
      statement.setString(1, table);
      try (ResultSet rs = statement.executeQuery()) {
        while (rs.next()) {
          broken.add(rs.getInt(1));
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
              + " cannot work, because the referenced columns are not unique: "
              + e.getMessage());
    }
    for (int id : broken) {
      ForeignKeyRows dangling = ForeignKeyRows.read(connection, table, id);
      rows.put(dangling.key(), dangling.rows());
    }
  }

  /** Rows that dangled before a script are not its fault; other ones are. */
  void refuseThoseNotIn(ForeignKeyViolations before, String script) {
    // a renamed table or column takes its dangling rows along
    List<List<ForeignKeyRows.Row>> gone = new ArrayList<>();
    before.rows.forEach(
        (key, dangling) -> {
          if (!rows.containsKey(key)) {
            gone.add(dangling);
          }
        });
    List<String> added = new ArrayList<>();
    rows.forEach(
        (key, dangling) -> {
          List<ForeignKeyRows.Row> made = made(before, key, dangling);
          boolean moved =
              !before.rows.containsKey(key)
                  && gone.stream()
                      .filter(old -> without(dangling, old, r -> r.values()).isEmpty())
                      .findFirst()
                      .map(gone::remove)
                      .orElse(false);
          if (!made.isEmpty() && !moved) {
            added.add(describe(key, made));
          }
        });
    if (!added.isEmpty()) {
      throw new FlywayException(
          script
              + " leaves rows whose foreign key references a row that does not exist:\n- "
              + String.join("\n- ", added)
              + "\nForeign keys are off while scripts run, so that a rebuilt table does not empty"
              + " its children; ON DELETE and ON UPDATE have no effect either. Let the script delete or change these rows too.");
    }
  }

  /** A script may have given the table another key: then only the foreign key tells its rows. */
  private static List<ForeignKeyRows.Row> made(
      ForeignKeyViolations before, ForeignKeyRows.Key key, List<ForeignKeyRows.Row> dangling) {
    List<ForeignKeyRows.Row> old = before.rows.getOrDefault(key, List.of());
    boolean sameKey = old.isEmpty() || old.get(0).identity().keySet().equals(identity(dangling));
    return without(dangling, old, sameKey ? r -> r : r -> r.values());
  }

  private static java.util.Set<String> identity(List<ForeignKeyRows.Row> dangling) {
    return dangling.get(0).identity().keySet();
  }

  /** Those of the one list that the other has not, each as often as it has it too little. */
  private static List<ForeignKeyRows.Row> without(
      List<ForeignKeyRows.Row> rows,
      List<ForeignKeyRows.Row> others,
      Function<ForeignKeyRows.Row, Object> what) {
    Map<Object, Long> left =
        others.stream().collect(Collectors.groupingBy(what, Collectors.counting()));
    List<ForeignKeyRows.Row> more = new ArrayList<>();
    for (ForeignKeyRows.Row row : rows) {
      if (left.merge(what.apply(row), -1L, Long::sum) < 0) {
        more.add(row);
      }
    }
    return more;
  }

  List<String> warnings() {
    List<String> warnings = new ArrayList<>(unusable);
    rows.forEach(
        (key, dangling) ->
            warnings.add("Already dangling before the script: " + describe(key, dangling)));
    return warnings;
  }

  private static String describe(ForeignKeyRows.Key key, List<ForeignKeyRows.Row> dangling) {
    int count = dangling.size();
    return count
        + (count == 1 ? " row" : " rows")
        + " of table "
        + key.child()
        + " ("
        + String.join(", ", key.columns())
        + ") without a row in "
        + key.parent()
        + ": "
        + dangling.stream().limit(SHOWN).map(key::describe).collect(Collectors.joining("; "))
        + (count > SHOWN ? "; and " + (count - SHOWN) + " more" : "");
  }
}
