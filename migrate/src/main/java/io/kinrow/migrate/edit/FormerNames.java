package io.kinrow.migrate.edit;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.compare.DiffOptions.ColumnPlace;
import io.kinrow.migrate.compare.DiffOptions.ColumnRename;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the tables and columns of a schema were called before the first edit; new ones are not among
 * them. Immutable.
 */
final class FormerNames {

  private final Map<Name, Name> tables;
  private final Map<ColumnPlace, Name> columns;

  private FormerNames(Map<Name, Name> tables, Map<ColumnPlace, Name> columns) {
    this.tables = tables;
    this.columns = columns;
  }

  /** Before the first edit, each has its own name. */
  static FormerNames of(Catalog catalog) {
    Map<Name, Name> tables = new LinkedHashMap<>();
    Map<ColumnPlace, Name> columns = new LinkedHashMap<>();
    for (Table table : catalog.tables()) {
      tables.put(table.name(), table.name());
      table.columnNames().forEach(c -> columns.put(new ColumnPlace(table.name(), c), c));
    }
    return new FormerNames(tables, columns);
  }

  /** The names behind an edit, with the catalogue that it gave. */
  FormerNames after(Edit edit, Catalog catalog) {
    Map<Name, Name> newTables = new LinkedHashMap<>();
    Map<ColumnPlace, Name> newColumns = new LinkedHashMap<>();
    tables.forEach((now, was) -> newTables.put(table(edit, now), was));
    columns.forEach(
        (now, was) ->
            newColumns.put(new ColumnPlace(table(edit, now.table()), column(edit, now)), was));
    newTables.keySet().removeIf(table -> catalog.table(table).isEmpty());
    newColumns
        .keySet()
        .removeIf(
            place -> catalog.table(place.table()).flatMap(t -> t.column(place.column())).isEmpty());
    return new FormerNames(newTables, newColumns);
  }

  private static Name table(Edit edit, Name now) {
    return edit instanceof Edit.RenameTable rename && new Name(rename.table()).equals(now)
        ? new Name(rename.to())
        : now;
  }

  private static Name column(Edit edit, ColumnPlace now) {
    return edit instanceof Edit.RenameColumn rename
            && new Name(rename.table()).equals(now.table())
            && new Name(rename.column()).equals(now.column())
        ? new Name(rename.to())
        : now.column();
  }

  /** The names that are others now. */
  DiffOptions renames() {
    DiffOptions renames = DiffOptions.defaults();
    for (Map.Entry<Name, Name> table : tables.entrySet()) {
      if (!table.getKey().equals(table.getValue())) {
        renames = renames.renameTable(table.getValue().text(), table.getKey().text());
      }
    }
    for (Map.Entry<ColumnPlace, Name> column : columns.entrySet()) {
      ColumnPlace now = column.getKey();
      if (!now.column().equals(column.getValue())) {
        renames =
            renames.renameColumn(new ColumnRename(now.table(), column.getValue(), now.column()));
      }
    }
    return renames;
  }
}
