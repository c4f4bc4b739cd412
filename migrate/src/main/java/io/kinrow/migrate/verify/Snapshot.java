package io.kinrow.migrate.verify;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.diff.ColumnOrder;
import io.kinrow.migrate.diff.Comparison;
import io.kinrow.migrate.diff.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A schema and its rows at one moment, in a form that can be compared. */
final class Snapshot {
  private static final Set<String> OF_A_TABLE = Set.of("unique key", "check", "foreign key");

  private @Nullable Catalog catalog;
  private final SortedMap<String, SortedSet<String>> objects = new TreeMap<>();
  private final SortedMap<String, List<String>> columnOrder = new TreeMap<>();
  private final SortedMap<String, RowDigest> rows = new TreeMap<>();

  /** Sets the schema of an engine that has a catalogue; it is compared instead of parts. */
  void setCatalog(Catalog catalog) {
    this.catalog = catalog;
    catalog.tables().forEach(table -> addObject("table " + table.name()));
    catalog.views().forEach(view -> addObject("view " + view.name()));
    catalog.triggers().forEach(trigger -> addObject("trigger " + trigger.name()));
    catalog.parked().forEach(table -> addObject("table " + table));
  }

  /** The schema of an engine that has a catalogue. */
  Catalog catalog() {
    return Objects.requireNonNull(catalog, "this engine has no catalogue");
  }

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
    if (catalog != null && actual.catalog != null) {
      List<String> differences = new ArrayList<>();
      Comparison.of(catalog, actual.catalog, ColumnOrder.AS_WRITTEN)
          .forEach(difference -> differences.add(inWords(difference)));
      Set<Name> parked = new TreeSet<>(actual.catalog.parked());
      parked.removeAll(catalog.parked());
      parked.forEach(table -> differences.add("table " + table + " is left over"));
      return differences;
    }
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

  private static String inWords(Difference difference) {
    String object = difference.type() + " " + difference.object();
    String detail = difference.detail();
    // a constraint is known by its text: its table's name says too little
    boolean constraint = OF_A_TABLE.contains(difference.type());
    return switch (difference.change()) {
      case DROPPED -> (constraint ? object + ": " + detail : object) + " is missing";
      case ADDED -> (constraint ? object + ": " + detail : object) + " is left over";
      default -> object + " is changed: " + detail;
    };
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
                "columns of " + table + " are in another order: " + found + ", were " + wanted);
          } else if (sorted(found).equals(sorted(wanted))) {
            differences.add(
                "columns of " + table + " are written otherwise: " + found + ", were " + wanted);
          }
        });
    return differences;
  }

  private static List<String> sorted(List<String> names) {
    return names.stream().map(name -> new Name(name).key()).sorted().toList();
  }
}
