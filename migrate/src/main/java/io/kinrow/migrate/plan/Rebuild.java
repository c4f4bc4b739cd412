package io.kinrow.migrate.plan;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.Column;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.compare.Tables;
import io.kinrow.migrate.sql.CreateTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes a table by making it anew: create, copy, drop the old one, take its name. Views and
 * triggers that name the table must be gone by then, or the last step fails.
 */
final class Rebuild {

  private final Catalog target;
  private final Table from;
  private final Table to;
  private final RowValues values;
  private final Name fresh;

  Rebuild(Catalog target, Table from, Table to, RowValues values) {
    this.target = target;
    this.from = from;
    this.to = to;
    this.values = values;
    this.fresh = new Name("kinrow_new_" + to.name());
  }

  /**
   * The statements.
   *
   * @param parking the data to keep on the way, or null
   */
  List<String> statements(@Nullable Parking parking) {
    List<String> statements = new ArrayList<>();
    statements.add(CreateTable.parse(target.sql(to)).renamedTo(fresh.sql()));
    statements.add(copy());
    if (values.keepsCounter()) {
      statements.addAll(Sequence.carry(from.name(), fresh));
    }
    if (parking != null) {
      statements.addAll(parking.park(from, to, fresh.sql()));
    }
    statements.add("DROP TABLE " + from.name().sql());
    statements.add("ALTER TABLE " + fresh.sql() + " RENAME TO " + to.name().sql());
    return statements;
  }

  private String copy() {
    List<String> into = new ArrayList<>();
    List<String> select = new ArrayList<>();
    if (Tables.keepsRowids(from, to)) {
      into.add(to.rowidColumn() == null ? Tables.rowid(to) : to.rowidColumn().sql());
      select.add(Tables.rowid(from));
    }
    for (Column column : to.columns()) {
      Column old = from.column(column.name()).orElse(null);
      boolean taken = into.contains(column.name().sql()) && column.name().equals(to.rowidColumn());
      String value = null;
      if (!column.isGenerated() && !taken) {
        value = old == null ? values.added(column) : values.kept(old, column);
        if (value == null && old != null) {
          value = column.name().sql();
        }
      }
      if (value != null) {
        into.add(column.name().sql());
        select.add(value);
      }
    }
    if (into.isEmpty()) {
      // nothing is copied, and yet there must be a row for each row
      Column first = to.columns().stream().filter(c -> !c.isGenerated()).findFirst().orElseThrow();
      into.add(first.name().sql());
      select.add(first.defaultValue() == null ? "NULL" : "(" + first.defaultValue().text() + ")");
    }
    return "INSERT INTO "
        + fresh.sql()
        + " ("
        + String.join(", ", into)
        + ")\n  SELECT "
        + String.join(", ", select)
        + "\n  FROM "
        + from.name().sql();
  }
}
