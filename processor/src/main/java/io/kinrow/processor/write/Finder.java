package io.kinrow.processor.write;

import io.kinrow.processor.model.ColumnModel;
import io.kinrow.processor.model.KeyModel;
import io.kinrow.processor.model.ReferenceModel;
import io.kinrow.processor.model.TableModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The columns by which a repository finds one row or lists several, each set of columns once. */
record Finder(List<ColumnModel> columns, boolean unique) {

  /**
   * One for each unique key; one for each foreign key; one for each leading part of an index or
   * key. None for the primary key as a whole, which {@code find} is for.
   */
  static List<Finder> of(TableModel table) {
    Set<Set<ColumnModel>> known = new HashSet<>();
    known.add(Set.of());
    known.add(Set.copyOf(table.primaryKey()));
    List<Finder> finders = new ArrayList<>();
    table.uniqueKeys().forEach(key -> add(finders, known, key.columns(), true));
    table.references().stream()
        .map(ReferenceModel::columns)
        .forEach(columns -> add(finders, known, columns, false));
    table.indexes().forEach(index -> leading(finders, known, index.columns()));
    leading(finders, known, table.primaryKey());
    table.uniqueKeys().stream()
        .map(KeyModel::columns)
        .forEach(columns -> leading(finders, known, columns));
    return finders;
  }

  private static void leading(
      List<Finder> finders, Set<Set<ColumnModel>> known, List<ColumnModel> columns) {
    for (int length = 1; length <= columns.size(); length++) {
      add(finders, known, columns.subList(0, length), false);
    }
  }

  private static void add(
      List<Finder> finders,
      Set<Set<ColumnModel>> known,
      List<ColumnModel> columns,
      boolean unique) {
    if (known.add(new HashSet<>(columns))) {
      finders.add(new Finder(List.copyOf(columns), unique));
    }
  }
}
