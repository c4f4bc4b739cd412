package io.kinrow.migrate.verify;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.compare.ColumnOrder;
import io.kinrow.migrate.compare.Comparison;
import io.kinrow.migrate.compare.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A schema of SQLite, compared as everywhere else. */
record SqliteSchema(Catalog catalog) implements SchemaState {

  private static final Set<String> OF_A_TABLE = Set.of("unique key", "check", "foreign key");

  @Override
  public boolean isEmpty() {
    return catalog.tables().isEmpty()
        && catalog.views().isEmpty()
        && catalog.triggers().isEmpty()
        && catalog.parked().isEmpty();
  }

  @Override
  public List<String> differences(SchemaState other) {
    Catalog actual = ((SqliteSchema) other).catalog;
    List<String> differences = new ArrayList<>();
    Comparison.of(catalog, actual, ColumnOrder.AS_WRITTEN)
        .forEach(difference -> differences.add(inWords(difference)));
    Set<Name> parked = new TreeSet<>(actual.parked());
    parked.removeAll(catalog.parked());
    parked.forEach(table -> differences.add("table " + table + " is left over"));
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
}
