package io.kinrow.migrate.compare;

import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.compare.DiffOptions.ColumnRename;
import io.kinrow.migrate.compare.DiffOptions.TableRename;
import java.util.List;
import org.jetbrains.annotations.ApiStatus;

/**
 * Which name something old has in the new schema, and the other way round.
 *
 * @hidden
 */
@ApiStatus.Internal
public record Passage(List<TableRename> tables, List<ColumnRename> columns) {

  /** Returns the renames of some options. */
  public static Passage of(DiffOptions options) {
    return new Passage(options.tableRenames(), options.columnRenames());
  }

  /** Returns the new name of an old table. */
  public Name table(Name old) {
    return tables.stream()
        .filter(rename -> rename.from().equals(old))
        .map(TableRename::to)
        .findFirst()
        .orElse(old);
  }

  /** Returns the old name of a new table. */
  public Name tableBefore(Name now) {
    return tables.stream()
        .filter(rename -> rename.to().equals(now))
        .map(TableRename::from)
        .findFirst()
        .orElse(now);
  }

  /** Returns the new name of an old table's column. */
  public Name column(Name oldTable, Name old) {
    Name table = table(oldTable);
    return columns.stream()
        .filter(rename -> rename.table().equals(table) && rename.from().equals(old))
        .map(ColumnRename::to)
        .findFirst()
        .orElse(old);
  }

  /** Returns the old name of a column, of a table by its old name. */
  public Name columnBefore(Name oldTable, Name now) {
    Name table = table(oldTable);
    return columns.stream()
        .filter(rename -> rename.table().equals(table) && rename.to().equals(now))
        .map(ColumnRename::from)
        .findFirst()
        .orElse(now);
  }

  /** Returns the way back. */
  public Passage reversed() {
    return new Passage(
        tables.stream().map(rename -> new TableRename(rename.to(), rename.from())).toList(),
        columns.stream()
            .map(r -> new ColumnRename(tableBefore(r.table()), r.to(), r.from()))
            .toList());
  }
}
