package io.kinrow.migrate.compare;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.Column;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.compare.DiffOptions.ColumnRename;
import io.kinrow.migrate.compare.DiffOptions.TableRename;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jetbrains.annotations.ApiStatus;

/**
 * Finds pairs of a dropped and an added table or column that may be one under two names.
 *
 * @hidden
 */
@ApiStatus.Internal
public final class LikelyRenames {

  private LikelyRenames() {}

  /** Returns the pairs of tables with much the same columns. */
  public static List<TableRename> tables(Catalog from, Catalog to) {
    return from.tables().stream()
        .filter(old -> to.table(old.name()).isEmpty())
        .flatMap(
            old ->
                to.tables().stream()
                    .filter(added -> from.table(added.name()).isEmpty() && alike(old, added))
                    .map(added -> new TableRename(old.name(), added.name())))
        .toList();
  }

  /** Returns the pairs of columns of the same type, for each new column the most similar first. */
  public static List<ColumnRename> columns(Table old, Table now) {
    return Tables.missingIn(old, now).stream()
        .flatMap(added -> columns(old, now, added).stream())
        .toList();
  }

  /** Returns the pairs for one new column. */
  static List<ColumnRename> columns(Table old, Table now, Column added) {
    List<Column> dropped = Tables.missingIn(now, old);
    boolean only = dropped.size() == 1 && Tables.missingIn(old, now).size() == 1;
    return dropped.stream()
        .filter(from -> from.type().equals(added.type()))
        .filter(from -> only || Similarity.of(from.name(), added.name()) > 0.5)
        .sorted(Comparator.comparing(from -> -Similarity.of(from.name(), added.name())))
        .map(from -> new ColumnRename(now.name(), from.name(), added.name()))
        .toList();
  }

  private static boolean alike(Table one, Table other) {
    Set<Name> common = new HashSet<>(one.columnNames());
    common.retainAll(other.columnNames());
    int most = Math.max(one.columns().size(), other.columns().size());
    return common.size() * 3 >= most * 2;
  }
}
