package io.kinrow.migrate.verify;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A schema and its rows at one moment, in a form that can be compared. */
final class Snapshot {
  private static final Pattern INVALID_INDEX =
      Pattern.compile("index .*: (?:valid|ready|live) false instead of true");

  private final SchemaState schema;
  private final SortedMap<String, List<String>> columnOrder = new TreeMap<>();
  private final SortedMap<String, RowDigest> rows = new TreeMap<>();
  private final SortedMap<String, Counter> counters = new TreeMap<>();

  Snapshot(SchemaState schema) {
    this.schema = schema;
  }

  void addRows(String table, List<String> columns, RowDigest digest) {
    columnOrder.put(table, List.copyOf(columns));
    rows.put(table, digest);
  }

  /** Whether nobody has made anything in the database yet. */
  boolean isEmpty() {
    return schema.isEmpty();
  }

  /** What {@code actual} has too little, too much, or otherwise, in the order of the names. */
  List<String> schemaDifferences(Snapshot actual) {
    return schema.differences(actual.schema);
  }

  /** The catalogue, on SQLite. */
  Optional<Catalog> catalog() {
    return schema instanceof SqliteSchema sqlite ? Optional.of(sqlite.catalog()) : Optional.empty();
  }

  /** Whether the other one has this schema, but for indexes that a failed build left invalid. */
  boolean isLike(Snapshot actual) {
    return schemaDifferences(actual).stream().allMatch(INVALID_INDEX.asMatchPredicate());
  }

  /** Whether there is a table of this name, in any schema. */
  boolean hasTable(Name name) {
    return catalog()
        .map(catalog -> catalog.table(name).isPresent() || catalog.parked().contains(name))
        .orElseGet(() -> namesTable(name));
  }

  /** Whether a key of the rows, {@code table "a".b}, ends with this name. */
  private boolean namesTable(Name name) {
    return rows.keySet().stream()
        .map(key -> key.substring(key.lastIndexOf(key.contains(".") ? '.' : ' ') + 1))
        .anyMatch(table -> new Name(table.replace("\"", "")).equals(name));
  }

  /** Properties that this engine has and that are not compared, each by its name. */
  List<String> notCompared() {
    return schema.notCompared();
  }

  /** What gives numbers to new rows, by name. */
  SortedMap<String, Counter> counters() {
    return counters;
  }

  void addCounter(String name, Counter counter) {
    counters.put(name, counter);
  }

  /**
   * A sequence, where it stands.
   *
   * @param restore the statement that brings it back here
   */
  record Counter(String shown, String restore) {}

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

  /**
   * The columns, {@code table.column}, in whose values alone the two differ; empty when they differ
   * in anything else, or in nothing.
   */
  Set<String> changedValues(Snapshot actual) {
    Set<String> changed = new TreeSet<>();
    if (!schemaDifferences(actual).isEmpty()) {
      return changed;
    }
    for (Map.Entry<String, RowDigest> table : rows.entrySet()) {
      RowDigest found = actual.rows.get(table.getKey());
      Optional<Set<String>> columns =
          found == null ? Optional.empty() : table.getValue().changedColumns(found);
      if (columns.isEmpty()) {
        return Set.of();
      }
      String name = table.getKey().substring(table.getKey().indexOf(' ') + 1);
      columns.get().forEach(column -> changed.add(name + "." + column));
    }
    return changed;
  }

  /** Tables that both have, with the same columns in another order or case of letters. */
  List<String> orderDifferences(Snapshot actual) {
    List<String> differences = new ArrayList<>();
    columnOrder.forEach(
        (table, wanted) -> {
          List<String> found = actual.columnOrder.get(table);
          if (found == null || found.equals(wanted)) {
            return;
          }
          if (new TreeSet<>(found).equals(new TreeSet<>(wanted))) {
            differences.add(
                "columns of " + table + " are in a different order: " + found + ", were " + wanted);
          } else if (sorted(found).equals(sorted(wanted))) {
            differences.add(
                "columns of " + table + " are spelled differently: " + found + ", were " + wanted);
          }
        });
    return differences;
  }

  private static List<String> sorted(List<String> names) {
    return names.stream().map(name -> new Name(name).key()).sorted().toList();
  }
}
