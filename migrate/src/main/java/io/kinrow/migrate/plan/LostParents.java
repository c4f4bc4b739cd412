package io.kinrow.migrate.plan;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.Column;
import io.kinrow.migrate.catalog.ForeignKey;
import io.kinrow.migrate.catalog.KeyConstraint;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.compare.Tables;
import io.kinrow.migrate.sqlite.KeptRows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Foreign keys that an undo brings back, whose row in the parent may be gone by then. Where the
 * columns can be NULL they become it, and the undo counts the rows; else the undo fails, and names
 * them.
 *
 * @param table the child, as the undo makes it
 * @param key its foreign key
 * @param nulls the columns that become NULL; none where none can
 */
record LostParents(Table table, ForeignKey key, List<Name> nulls) {

  /**
   * Those of what is brought back.
   *
   * @param there the schema on the way, in which the parent must stand, or be made before
   * @param made the tables that the undo makes
   */
  static List<LostParents> of(Parking parking, Table table, Catalog there, Collection<Table> made) {
    List<LostParents> found = new ArrayList<>();
    for (ForeignKey key : table.foreignKeys()) {
      boolean itself = parking.whole() && key.parent().equals(table.name());
      boolean stands =
          there.table(key.parent()).isPresent()
              && made.stream().noneMatch(m -> m.name().equals(key.parent()));
      List<Name> referred = key.parentColumns();
      if (!itself
          && stands
          && referred.size() == key.columns().size()
          && there.table(key.parent()).orElseThrow().columnNames().containsAll(referred)
          && new HashSet<>(parking.dropped()).containsAll(key.columns())) {
        found.add(new LostParents(table, key, nullable(table, key)));
      }
    }
    return found;
  }

  private static List<Name> nullable(Table table, ForeignKey key) {
    KeyConstraint primary = table.primaryKey();
    return key.columns().stream()
        .filter(name -> !name.equals(table.rowidColumn()))
        .filter(name -> primary == null || !Tables.names(primary).contains(name))
        .filter(name -> table.column(name).filter(Column::notNull).isEmpty())
        .toList();
  }

  /** What is done in the side table, before its values go back. */
  List<String> statements(Name side) {
    if (nulls.isEmpty()) {
      return List.of();
    }
    List<String> conditions = new ArrayList<>();
    List<String> same = new ArrayList<>();
    for (int i = 0; i < key.columns().size(); i++) {
      String kept = side.sql() + "." + key.columns().get(i).sql();
      conditions.add(kept + " IS NOT NULL");
      same.add(key.parent().sql() + "." + key.parentColumns().get(i).sql() + " = " + kept);
    }
    String lost =
        "WHERE "
            + String.join(" AND ", conditions)
            + "\n  AND NOT EXISTS (SELECT 1 FROM "
            + key.parent().sql()
            + " WHERE "
            + String.join(" AND ", same)
            + ")";
    String title =
        "rows of " + table.name() + " whose row in " + key.parent() + " is gone" + KeptRows.COUNT;
    return List.of(
        "SELECT count(*) AS " + new Name(title).sql() + "\n  FROM " + side.sql() + " " + lost,
        "UPDATE "
            + side.sql()
            + " SET "
            + nulls.stream().map(n -> n.sql() + " = NULL").collect(Collectors.joining(", "))
            + "\n  "
            + lost);
  }

  /** What people are told before anything runs. */
  String note() {
    String columns =
        key.columns().stream()
            .map(column -> table.name() + "." + column)
            .collect(Collectors.joining(", "));
    return nulls.isEmpty()
        ? "the undo fails if kept values of %s reference rows of %s that no longer exist, and names the rows"
            .formatted(columns, key.parent())
        : "kept values of %s that reference rows of %s that no longer exist come back as NULL"
            .formatted(columns, key.parent());
  }
}
