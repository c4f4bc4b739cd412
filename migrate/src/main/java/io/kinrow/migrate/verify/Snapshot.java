package io.kinrow.migrate.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A schema and its rows at one moment, in a form that can be compared. */
final class Snapshot {
  private final SortedMap<String, SortedSet<String>> objects = new TreeMap<>();
  private final SortedMap<String, List<String>> columnOrder = new TreeMap<>();
  private final SortedMap<String, RowDigest> rows = new TreeMap<>();

  void addObject(String name) {
    objects.computeIfAbsent(name, n -> new TreeSet<>());
  }

  void addPart(String object, String part) {
    objects.computeIfAbsent(object, n -> new TreeSet<>()).add(part);
  }

  void addRows(String table, List<String> columns, RowDigest digest) {
    columnOrder.put(table, List.copyOf(columns));
    rows.put(table, digest);
  }

  Set<String> objects() {
    return objects.keySet();
  }

  /** What {@code actual} has too little or too much, in the order of the names. */
  List<String> schemaDifferences(Snapshot actual) {
    List<String> differences = new ArrayList<>();
    SortedSet<String> names = new TreeSet<>(objects.keySet());
    names.addAll(actual.objects.keySet());
    for (String name : names) {
      SortedSet<String> wanted = objects.get(name);
      SortedSet<String> found = actual.objects.get(name);
      if (found == null) {
        differences.add(name + " is missing");
      } else if (wanted == null) {
        differences.add(name + " is left over");
      } else {
        wanted.stream()
            .filter(part -> !found.contains(part))
            .forEach(part -> differences.add(name + ": missing: " + part));
        found.stream()
            .filter(part -> !wanted.contains(part))
            .forEach(part -> differences.add(name + ": left over: " + part));
      }
    }
    return differences;
  }

  /** Tables that both have and whose rows differ. */
  List<String> rowDifferences(Snapshot actual) {
    List<String> differences = new ArrayList<>();
    for (Map.Entry<String, RowDigest> table : rows.entrySet()) {
      RowDigest found = actual.rows.get(table.getKey());
      if (found != null) {
        table
            .getValue()
            .difference(found)
            .ifPresent(text -> differences.add("rows of " + table.getKey() + ": " + text));
      }
    }
    return differences;
  }

  /** Tables that both have, with the same columns in another order. */
  List<String> orderDifferences(Snapshot actual) {
    List<String> differences = new ArrayList<>();
    columnOrder.forEach(
        (table, wanted) -> {
          List<String> found = actual.columnOrder.get(table);
          if (found != null
              && !found.equals(wanted)
              && new TreeSet<>(found).equals(new TreeSet<>(wanted))) {
            differences.add(
                "columns of " + table + " are in another order: " + found + ", were " + wanted);
          }
        });
    return differences;
  }
}
