package io.kinrow.migrate.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Every object of a database with its properties, at one moment. */
public final class DatabaseObjects {
  private final SortedMap<String, DatabaseObject> objects = new TreeMap<>();
  private final List<String> notCompared;

  private DatabaseObjects(List<String> notCompared) {
    this.notCompared = notCompared;
  }

  /**
   * Reads them; the connection's {@code search_path} must be empty, so that every name is written
   * with its schema.
   *
   * @param historyTable the table of Flyway's, which is left out with all that belongs to it
   */
  public static DatabaseObjects read(Connection connection, String historyTable)
      throws SQLException {
    ServerCatalogues catalogues = ServerCatalogues.of(connection);
    DatabaseObjects objects = new DatabaseObjects(catalogues.notCompared());
    try (Statement statement = connection.createStatement()) {
      statement.execute(catalogues.script()); // one round trip
      for (CatalogueQuery query : catalogues.queries()) {
        try (ResultSet rs = statement.getResultSet()) {
          while (rs.next()) {
            objects.add(query, rs);
          }
        }
        statement.getMoreResults();
      }
    }
    objects.remove(historyTable);
    return objects;
  }

  private void add(CatalogueQuery query, ResultSet rs) throws SQLException {
    String name = name(rs.getString(1), rs.getString(2));
    if (query.defining()) {
      String parent = rs.getString(3) == null ? null : name(rs.getString(3), rs.getString(4));
      objects.put(name, new DatabaseObject(parent, rs.getBoolean(5)));
    }
    DatabaseObject object = objects.get(name);
    if (object == null) {
      return; // an extension's
    }
    int column = 6;
    for (String property : query.properties()) {
      Object value = rs.getObject(column++);
      if (value instanceof Array array) {
        for (Object element : (Object[]) array.getArray()) {
          object.add(property, String.valueOf(element));
        }
      } else if (value != null) {
        object.add(property, value.toString());
      }
    }
  }

  /** Two databases that are compared have two names. */
  private static String name(String type, String identity) {
    return type.equals("database") ? "the database" : type + " " + identity;
  }

  /** With the history's keys, columns and indexes; and parts of what an extension brought. */
  private void remove(String historyTable) {
    objects
        .keySet()
        .removeIf(
            name ->
                name.startsWith("table ")
                    && (name.endsWith("." + historyTable)
                        || name.endsWith(".\"" + historyTable.replace("\"", "\"\"") + "\""))
                    && objects.containsKey(
                        name.replaceFirst("^table", "table column") + ".installed_rank"));
    boolean removed = true;
    while (removed) {
      removed =
          objects.values().removeIf(o -> o.parent() != null && !objects.containsKey(o.parent()));
    }
  }

  /** Whether there is nothing but what a new database has. */
  public boolean isEmpty() {
    return objects.values().stream().allMatch(DatabaseObject::given);
  }

  /** What this server has and this library knows nothing of, or the role must not read. */
  public List<String> notCompared() {
    return notCompared;
  }

  /** What {@code actual} has too little, too much, or otherwise, in the order of the names. */
  public List<String> differences(DatabaseObjects actual) {
    List<String> differences = new ArrayList<>();
    SortedSet<String> names = new TreeSet<>(objects.keySet());
    names.addAll(actual.objects.keySet());
    for (String name : names) {
      DatabaseObject wanted = objects.get(name);
      DatabaseObject found = actual.objects.get(name);
      if (wanted != null && found != null) {
        wanted.differences(found).forEach(d -> differences.add(name + ": " + d));
      } else if (wanted != null && isInBoth(wanted.parent(), actual)) {
        differences.add(name + " is missing");
      } else if (found != null && isInBoth(found.parent(), actual)) {
        differences.add(name + " is left over");
      }
    }
    return differences;
  }

  /** Else the parent itself is missing or left over, which says enough. */
  private boolean isInBoth(@Nullable String parent, DatabaseObjects actual) {
    return parent == null || objects.containsKey(parent) && actual.objects.containsKey(parent);
  }
}
