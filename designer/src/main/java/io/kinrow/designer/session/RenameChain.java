package io.kinrow.designer.session;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.compare.DiffOptions.ColumnRename;
import io.kinrow.migrate.compare.DiffOptions.TableRename;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Renames that follow each other, and those of them that lead from one schema to another. */
final class RenameChain {

  private RenameChain() {}

  /** Returns the renames of two steps as one: a → b and b → c are a → c. */
  static DiffOptions joined(DiffOptions first, DiffOptions then) {
    DiffOptions all = DiffOptions.defaults();
    List<TableRename> tables = new ArrayList<>(then.tableRenames());
    for (TableRename rename : first.tableRenames()) {
      Name to = tableAfter(rename.to(), then);
      tables.removeIf(later -> later.from().equals(rename.to()));
      if (!to.equals(rename.from())) {
        all = all.renameTable(rename.from().text(), to.text());
      }
    }
    for (TableRename rename : tables) {
      all = all.renameTable(rename.from().text(), rename.to().text());
    }
    List<ColumnRename> columns = new ArrayList<>(then.columnRenames());
    for (ColumnRename rename : first.columnRenames()) {
      Name table = tableAfter(rename.table(), then);
      Optional<ColumnRename> later =
          columns.stream()
              .filter(r -> r.table().equals(table) && r.from().equals(rename.to()))
              .findFirst();
      later.ifPresent(columns::remove);
      Name to = later.map(ColumnRename::to).orElse(rename.to());
      if (!to.equals(rename.from())) {
        all = all.renameColumn(new ColumnRename(table, rename.from(), to));
      }
    }
    for (ColumnRename rename : columns) {
      all = all.renameColumn(rename);
    }
    return all;
  }

  private static Name tableAfter(Name table, DiffOptions renames) {
    return renames.tableRenames().stream()
        .filter(rename -> rename.from().equals(table))
        .map(TableRename::to)
        .findFirst()
        .orElse(table);
  }

  /** Returns those that say something about the way from one schema to another. */
  static DiffOptions between(Catalog old, Catalog desired, DiffOptions renames) {
    DiffOptions all = DiffOptions.defaults();
    for (TableRename rename : renames.tableRenames()) {
      boolean leads =
          !rename.from().equals(rename.to())
              && old.table(rename.from()).isPresent()
              && desired.table(rename.to()).isPresent();
      boolean isFree =
          old.table(rename.to()).isEmpty()
              || renames.tableRenames().stream().anyMatch(r -> r.from().equals(rename.to()));
      boolean isLeft =
          desired.table(rename.from()).isEmpty()
              || renames.tableRenames().stream().anyMatch(r -> r.to().equals(rename.from()));
      boolean isNew =
          all.tableRenames().stream()
              .noneMatch(r -> r.from().equals(rename.from()) || r.to().equals(rename.to()));
      if (leads && isFree && isLeft && isNew) {
        all = all.renameTable(rename.from().text(), rename.to().text());
      }
    }
    for (ColumnRename rename : renames.columnRenames()) {
      Optional<Table> before = old.table(tableBefore(rename.table(), all));
      Optional<Table> after = desired.table(rename.table());
      if (before.isPresent()
          && after.isPresent()
          && isNew(rename, all)
          && leads(before.get(), after.get(), rename, renames)) {
        all = all.renameColumn(rename);
      }
    }
    return all;
  }

  private static boolean isNew(ColumnRename rename, DiffOptions others) {
    return others.columnRenames().stream()
        .filter(other -> other.table().equals(rename.table()))
        .noneMatch(r -> r.from().equals(rename.from()) || r.to().equals(rename.to()));
  }

  private static boolean leads(
      Table before, Table after, ColumnRename rename, DiffOptions renames) {
    List<ColumnRename> same =
        renames.columnRenames().stream().filter(r -> r.table().equals(rename.table())).toList();
    return !rename.from().equals(rename.to())
        && before.column(rename.from()).isPresent()
        && after.column(rename.to()).isPresent()
        && (before.column(rename.to()).isEmpty()
            || same.stream().anyMatch(r -> r.from().equals(rename.to())))
        && (after.column(rename.from()).isEmpty()
            || same.stream().anyMatch(r -> r.to().equals(rename.from())));
  }

  /** Returns the name that a table had before these renames. */
  static Name tableBefore(Name table, DiffOptions renames) {
    return renames.tableRenames().stream()
        .filter(rename -> rename.to().equals(table))
        .map(TableRename::from)
        .findFirst()
        .orElse(table);
  }
}
