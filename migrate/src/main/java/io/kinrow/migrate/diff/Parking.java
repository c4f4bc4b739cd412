package io.kinrow.migrate.diff;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.Column;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Data that a migration takes away and keeps in a side table.
 *
 * @param side the side table
 * @param table the table it comes from
 * @param keys the columns that find a row again; of a whole table, none
 * @param dropped the columns that are dropped; of a whole table, all that can be written
 * @param changed the columns whose values change; the side table also holds the new value, so that
 *     an undo leaves alone what was changed since
 * @param whole whether the whole table is dropped
 */
record Parking(
    Name side, Name table, List<Held> keys, List<Name> dropped, List<Held> changed, boolean whole) {

  /** A column by its name in the side table and in its own table, which an undo renames back. */
  record Held(Name parked, Name column) {
    static Held of(Name column) {
      return new Held(column, column);
    }
  }

  private static final Name PARKED_ROWID = new Name("kinrow_rowid");

  /** A name for a side table that is not taken. */
  static Name sideOf(Table table, Catalog catalog, Set<Name> taken) {
    String stem = Catalog.PARKED + table.name();
    Name name = new Name(stem);
    for (int i = 2; catalog.parked().contains(name) || taken.contains(name); i++) {
      name = new Name(stem + "_" + i);
    }
    return name;
  }

  /**
   * The columns by which a row of the table is found again after its change; none when there is no
   * sure way.
   */
  static List<Held> keysOf(Table from, Table to) {
    Name alias = from.rowidColumn();
    if (alias != null && alias.equals(to.rowidColumn())) {
      return List.of(Held.of(alias));
    }
    if (alias == null && from.primaryKey() != null) {
      List<Name> names = Tables.names(from.primaryKey());
      if (names.stream().allMatch(name -> staysAsItIs(name, from, to))) {
        return names.stream().map(Held::of).toList();
      }
    }
    return Tables.keepsRowids(from, to)
        ? List.of(new Held(PARKED_ROWID, new Name(Tables.rowid(from))))
        : List.of();
  }

  private static boolean staysAsItIs(Name name, Table from, Table to) {
    return from.column(name).filter(Column::notNull).isPresent()
        && from.column(name).equals(to.column(name));
  }

  /** The parking of a table that is dropped with all its rows. */
  static Parking ofWhole(Table table, Name side) {
    String rowid = table.rowidColumn() == null ? Tables.rowid(table) : "";
    List<Held> keys =
        rowid.isEmpty() ? List.of() : List.of(new Held(PARKED_ROWID, new Name(rowid)));
    List<Name> columns =
        table.columns().stream().filter(c -> !c.isGenerated()).map(Column::name).toList();
    return new Parking(side, table.name(), keys, columns, List.of(), true);
  }

  /** What an undo sees: its table and columns go by their old names again. */
  Parking renamed(UnaryOperator<Name> tableName, UnaryOperator<Name> columnName) {
    UnaryOperator<Held> held = h -> new Held(h.parked(), columnName.apply(h.column()));
    return new Parking(
        side,
        tableName.apply(table),
        keys.stream().map(held).toList(),
        dropped,
        changed.stream().map(held).toList(),
        whole);
  }

  /**
   * The statements that keep the data, and make an index to find rows by.
   *
   * @param replacement the new table where values change, which holds their new ones
   */
  List<String> park(String replacement) {
    boolean joined = !changed.isEmpty();
    String old = joined ? "o." : "";
    String columns =
        Stream.of(
                keys.stream().map(key -> old + key.column().sql() + as(key)),
                dropped.stream().map(column -> old + column.sql()),
                changed.stream().map(c -> old + c.column().sql()),
                changed.stream().map(c -> "n." + c.column().sql() + " AS " + after(c.parked())))
            .flatMap(parts -> parts)
            .collect(Collectors.joining(", "));
    String create =
        "CREATE TABLE " + side.sql() + " AS\n  SELECT " + columns + " FROM " + table.sql();
    if (joined) {
      create +=
          " AS o JOIN "
              + replacement
              + " AS n ON "
              + keys.stream()
                  .map(key -> key.column().sql())
                  .map(key -> "n." + key + " = o." + key)
                  .collect(Collectors.joining(" AND "));
    }
    if (whole) {
      return List.of(create);
    }
    String key = Texts.list(keys.stream().map(Held::parked).toList());
    Name index = new Name(side + "_key");
    return List.of(create, "CREATE UNIQUE INDEX " + index.sql() + " ON " + side.sql() + " " + key);
  }

  private static String as(Held key) {
    return key.parked().equals(key.column()) ? "" : " AS " + key.parked().sql();
  }

  /** Puts a whole table's rows back. */
  String refill(Table to) {
    List<Name> into = keys.stream().map(Held::column).collect(Collectors.toList());
    List<Name> from = keys.stream().map(Held::parked).collect(Collectors.toList());
    into.addAll(dropped);
    from.addAll(dropped);
    return "INSERT INTO "
        + to.name().sql()
        + " "
        + Texts.list(into)
        + "\n  SELECT "
        + from.stream().map(Name::sql).collect(Collectors.joining(", "))
        + " FROM "
        + side.sql();
  }

  /** The parked value of a column for the row of the table at hand; NULL for a new row. */
  String droppedValue(Name column) {
    return "(SELECT " + kept(column.sql()) + " FROM " + found() + ")";
  }

  /** The value before the change where nobody changed it since, else the value of today. */
  String changedValue(Held column) {
    String now = table.sql() + "." + column.column().sql();
    String untouched = found() + " AND " + kept(after(column.parked())) + " IS " + now;
    return "CASE WHEN EXISTS (SELECT 1 FROM "
        + untouched
        + ")\n    THEN "
        + droppedValue(column.parked())
        + " ELSE "
        + now
        + " END";
  }

  private String found() {
    return side.sql()
        + " WHERE "
        + keys.stream()
            .map(key -> kept(key.parked().sql()) + " = " + table.sql() + "." + key.column().sql())
            .collect(Collectors.joining(" AND "));
  }

  /** By the side table's own name: an alias might be the name of the table it is asked for. */
  private String kept(String column) {
    return side.sql() + "." + column;
  }

  private static String after(Name column) {
    return new Name("kinrow_after_" + column).sql();
  }
}
