package io.kinrow.migrate.compare;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.Column;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.compare.DiffOptions.ColumnRename;
import io.kinrow.migrate.compare.DiffOptions.TableRename;
import java.util.ArrayList;
import java.util.List;
import org.jetbrains.annotations.ApiStatus;

/**
 * Points out changes that look like renames. None is taken for one unless a user says so.
 *
 * @hidden
 */
@ApiStatus.Internal
public final class Hints {

  private Hints() {}

  /** Names the additions and removals that look like renames. */
  public static List<String> of(Catalog from, Catalog to) {
    List<String> hints = new ArrayList<>();
    for (Table old : from.tables()) {
      to.table(old.name())
          .filter(now -> !now.isVirtual())
          .ifPresent(
              now -> LikelyRenames.columns(old, now).forEach(rename -> hints.add(likely(rename))));
    }
    LikelyRenames.tables(from, to).forEach(rename -> hints.add(likely(rename)));
    return hints;
  }

  private static String likely(TableRename rename) {
    return "%1$s is dropped, and %2$s is added with similar columns; if this is a rename, use --rename-table %1$s=%2$s"
        .formatted(rename.from(), rename.to());
  }

  private static String likely(ColumnRename rename) {
    return "%1$s.%2$s is dropped, and %3$s is added with the same type; if this is a rename, use --rename %1$s.%2$s=%3$s"
        .formatted(rename.table(), rename.from(), rename.to());
  }

  /** Returns what to add where a new column has no value but may be an old one, renamed. */
  public static String instead(Table old, Table now, Column to) {
    return LikelyRenames.columns(old, now, to).stream()
        .findFirst()
        .map(
            rename ->
                "; if %1$s.%2$s was renamed to %1$s.%3$s, use --rename %1$s.%2$s=%3$s"
                    .formatted(rename.table(), rename.from(), rename.to()))
        .orElse("");
  }
}
