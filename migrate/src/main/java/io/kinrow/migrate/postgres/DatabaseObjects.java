package io.kinrow.migrate.postgres;

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
    ObjectsByAddress found = new ObjectsByAddress();
    try (Statement statement = connection.createStatement()) {
      statement.execute(catalogues.script()); // one round trip
      for (CatalogueQuery query : catalogues.queries()) {
        try (ResultSet rs = statement.getResultSet()) {
          while (rs.next()) {
            found.add(query, rs);
          }
        }
        statement.getMoreResults();
      }
    }
    DatabaseObjects objects = new DatabaseObjects(catalogues.notCompared());
    found.without(historyTable).forEach(object -> objects.objects.put(object.name(), object));
    return objects;
  }

  /** Returns whether there is nothing but what a new database has. */
  public boolean isEmpty() {
    return objects.values().stream().allMatch(DatabaseObject::given);
  }

  /** Returns what this server has and this library knows nothing of, or the role must not read. */
  public List<String> notCompared() {
    return notCompared;
  }

  /**
   * Returns what {@code actual} has too little, too much, or otherwise, in the order of the names.
   */
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
  private boolean isInBoth(@Nullable DatabaseObject parent, DatabaseObjects actual) {
    return parent == null
        || (objects.containsKey(parent.name()) && actual.objects.containsKey(parent.name()));
  }
}
