package io.kinrow.migrate.compare;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.Column;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Points out what looks like a rename: it is never taken for one unless it is asked for. */
public final class Hints {

  private Hints() {}

  /** Says which additions and removals look like renames. */
  public static List<String> of(Catalog from, Catalog to) {
    List<String> hints = new ArrayList<>();
    for (Table old : from.tables()) {
      Table now = to.table(old.name()).orElse(null);
      if (now != null) {
        if (!now.isVirtual()) {
          columns(old, now, hints);
        }
        continue;
      }
      for (Table added : to.tables()) {
        if (from.table(added.name()).isEmpty() && alike(old, added)) {
          hints.add(
              "%s is dropped and %s added with much the same columns; if it is only renamed, say --rename-table %s=%s"
                  .formatted(old.name(), added.name(), old.name(), added.name()));
        }
      }
    }
    return hints;
  }

  private static void columns(Table old, Table now, List<String> hints) {
    List<Column> dropped = Tables.missingIn(now, old);
    List<Column> added = Tables.missingIn(old, now);
    for (Column to : added) {
      for (Column from : renamedTo(to, dropped, added)) {
        hints.add(
            "%s.%s is dropped and %s added with the same type; if it is only renamed, say --rename %s.%s=%s"
                .formatted(now.name(), from.name(), to.name(), now.name(), from.name(), to.name()));
      }
    }
  }

  /** What to say where a new column has no value, when it may be an old one under another name. */
  public static String instead(Table old, Table now, Column to) {
    List<Column> dropped = Tables.missingIn(now, old);
    List<Column> from = renamedTo(to, dropped, Tables.missingIn(old, now));
    return from.isEmpty()
        ? ""
        : "; if %1$s.%3$s is %1$s.%2$s renamed, say --rename %1$s.%2$s=%3$s"
            .formatted(now.name(), from.get(0).name(), to.name());
  }

  private static List<Column> renamedTo(Column to, List<Column> dropped, List<Column> added) {
    boolean only = dropped.size() == 1 && added.size() == 1;
    return dropped.stream()
        .filter(from -> from.type().equals(to.type()))
        .filter(from -> only || Similarity.of(from.name(), to.name()) > 0.5)
        .toList();
  }

  private static boolean alike(Table one, Table other) {
    Set<Name> common = new HashSet<>(one.columnNames());
    common.retainAll(other.columnNames());
    int most = Math.max(one.columns().size(), other.columns().size());
    return common.size() * 3 >= most * 2;
  }
}
