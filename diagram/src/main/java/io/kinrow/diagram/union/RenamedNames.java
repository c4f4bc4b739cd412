package io.kinrow.diagram.union;

import io.kinrow.diagram.model.ErColumn;
import io.kinrow.diagram.model.ErModel;
import io.kinrow.diagram.model.ErName;
import io.kinrow.diagram.model.ErReference;
import io.kinrow.diagram.model.ErTable;
import io.kinrow.diagram.model.PictureTable;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.compare.DiffOptions.ColumnRename;
import io.kinrow.migrate.compare.DiffOptions.TableRename;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What tables and columns of the old schema are called in the new one. */
final class RenamedNames {

  private final Map<ErName, ErName> tables = new HashMap<>();
  private final List<ColumnRename> columns;

  RenamedNames(DiffOptions options, ErModel from, ErModel to) {
    columns = options.columnRenames();
    for (TableRename rename : options.tableRenames()) {
      Optional<ErName> old = find(from, rename.from());
      Optional<ErName> now = find(to, rename.to());
      if (old.isPresent() && now.isPresent() && find(to, rename.from()).isEmpty()) {
        tables.put(old.get(), now.get());
      }
    }
  }

  private static Optional<ErName> find(ErModel model, Name name) {
    return model.tables().stream()
        .map(ErTable::name)
        .filter(table -> is(name, table.toString()))
        .findFirst();
  }

  private static boolean is(Name name, String text) {
    return name.equals(new Name(text));
  }

  ErName now(ErName table) {
    return tables.getOrDefault(table, table);
  }

  /** The column that this one was; null if it is new. */
  @Nullable ErColumn former(ErName table, ErColumn column, List<ErColumn> left) {
    for (ErColumn old : left) {
      if (old.name().equals(column.name())) {
        return old;
      }
    }
    for (ColumnRename rename : columns) {
      if (is(rename.table(), table.toString()) && is(rename.to(), column.name())) {
        for (ErColumn old : left) {
          if (is(rename.from(), old.name())) {
            return old;
          }
        }
      }
    }
    return null;
  }

  ErReference now(ErReference old) {
    ErName child = now(old.child());
    ErName parent = now(old.parent());
    return old.between(
        child, columns(child, old.columns()), parent, columns(parent, old.parentColumns()));
  }

  /** A reference that is gone, between the boxes and rows that stand for what it was between. */
  ErReference placed(ErReference gone, Map<ErName, PictureTable> boxes) {
    ErReference now = now(gone);
    return gone.between(
        now.child(),
        shown(gone.columns(), now.columns(), boxes.get(now.child())),
        now.parent(),
        shown(gone.parentColumns(), now.parentColumns(), boxes.get(now.parent())));
  }

  private static List<String> shown(
      List<String> old, List<String> now, @Nullable PictureTable box) {
    return box != null && box.columns().stream().anyMatch(r -> now.contains(r.column().name()))
        ? now
        : old;
  }

  private List<String> columns(ErName table, List<String> old) {
    return old.stream()
        .map(
            column ->
                columns.stream()
                    .filter(r -> is(r.table(), table.toString()) && is(r.from(), column))
                    .map(rename -> rename.to().text())
                    .findFirst()
                    .orElse(column))
        .toList();
  }
}
