package io.kinrow.migrate.postgres;

import io.kinrow.migrate.sql.Names;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Objects while they are read: the catalogues refer to each other by numbers, and in any order. */
final class ObjectsByAddress {
  private final Map<String, Row> rows = new LinkedHashMap<>();
  private final Map<String, DatabaseObject> objects = new HashMap<>();

  /**
   * What a query said of an object.
   *
   * @param type null of a part, which is named after its whole
   */
  private record Row(
      @Nullable String type,
      String name,
      @Nullable String parent,
      boolean given,
      Map<String, List<String>> properties) {}

  void add(CatalogueQuery query, ResultSet rs) throws SQLException {
    String address = rs.getString(1);
    if (query.defining()) {
      rows.put(
          address,
          new Row(
              rs.getString(2),
              rs.getString(3),
              rs.getString(4),
              rs.getBoolean(5),
              new LinkedHashMap<>()));
    }
    Row row = rows.get(address);
    if (row == null) {
      return; // an extension's
    }
    int column = 6;
    for (String property : query.properties()) {
      Object value = rs.getObject(column++);
      List<String> values = row.properties().computeIfAbsent(property, p -> new ArrayList<>());
      if (value instanceof Array array) {
        for (Object element : (Object[]) array.getArray()) {
          values.add(String.valueOf(element));
        }
      } else if (value != null) {
        values.add(value.toString());
      }
    }
  }

  /** All but Flyway's history with its keys, columns, indexes; and parts of what is not there. */
  List<DatabaseObject> without(String historyTable) {
    rows.keySet().forEach(this::make);
    String quoted = Names.quoted(historyTable);
    Predicate<DatabaseObject> named =
        object ->
            object.type().equals("table")
                && (object.identity().endsWith("." + historyTable)
                    || object.identity().endsWith("." + quoted));
    List<DatabaseObject> histories =
        objects.values().stream()
            .filter(object -> object.identity().endsWith(".installed_rank"))
            .map(DatabaseObject::parent)
            .filter(parent -> parent != null && named.test(parent))
            .toList();
    return objects.values().stream().filter(object -> !isWithin(object, histories)).toList();
  }

  private static boolean isWithin(DatabaseObject object, List<DatabaseObject> wholes) {
    DatabaseObject whole = object;
    while (whole != null) {
      if (wholes.contains(whole)) {
        return true;
      }
      whole = whole.parent();
    }
    return false;
  }

  /** Null for a part of what is not there. */
  private @Nullable DatabaseObject make(String address) {
    Row row = rows.get(address);
    if (row == null || objects.containsKey(address)) {
      return objects.get(address);
    }
    DatabaseObject parent = row.parent() == null ? null : make(row.parent());
    if (row.parent() != null && parent == null) {
      return null;
    }
    DatabaseObject object =
        row.type() == null && parent != null
            ? new DatabaseObject(
                parent.type() + " column",
                parent.identity() + "." + row.name(),
                parent,
                row.given())
            : new DatabaseObject(String.valueOf(row.type()), row.name(), parent, row.given());
    row.properties().forEach((property, values) -> values.forEach(v -> object.add(property, v)));
    objects.put(address, object);
    return object;
  }
}
