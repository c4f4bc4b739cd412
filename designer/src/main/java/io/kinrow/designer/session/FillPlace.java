package io.kinrow.designer.session;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.Column;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.compare.DiffOptions.ColumnPlace;
import io.kinrow.migrate.compare.DiffOptions.ColumnRename;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A column for which a person can give existing rows a value.
 *
 * @param why a word for the page: {@code new}, {@code not null} or {@code gone}
 * @param required whether there is no migration without it
 */
record FillPlace(ColumnPlace place, String type, String why, boolean required) {

  /** Returns those of a change from one schema to another. */
  static List<FillPlace> between(Catalog old, Catalog desired, DiffOptions renames) {
    List<FillPlace> places = new ArrayList<>();
    for (Table now : desired.tables()) {
      Optional<Table> before = old.table(RenameChain.tableBefore(now.name(), renames));
      if (before.isEmpty() || now.isVirtual()) {
        continue;
      }
      for (Column column : now.columns()) {
        Optional<Column> was = before.get().column(columnBefore(now.name(), column, renames));
        if (column.notNull() && !column.isGenerated() && !column.name().equals(now.rowidColumn())) {
          ColumnPlace place = new ColumnPlace(now.name(), column.name());
          if (was.isEmpty()) {
            boolean required = column.defaultValue() == null;
            places.add(new FillPlace(place, column.type(), "new", required));
          } else if (!was.get().notNull()) {
            places.add(new FillPlace(place, column.type(), "not null", false));
          }
        }
      }
      for (Column column : before.get().columns()) {
        boolean isGone =
            now.columns().stream()
                .noneMatch(c -> columnBefore(now.name(), c, renames).equals(column.name()));
        if (isGone && column.notNull() && !column.isGenerated()) {
          ColumnPlace place = new ColumnPlace(now.name(), column.name());
          places.add(new FillPlace(place, column.type(), "gone", false));
        }
      }
    }
    return places;
  }

  private static Name columnBefore(Name table, Column column, DiffOptions renames) {
    return renames.columnRenames().stream()
        .filter(rename -> rename.table().equals(table) && rename.to().equals(column.name()))
        .map(ColumnRename::from)
        .findFirst()
        .orElse(column.name());
  }
}
