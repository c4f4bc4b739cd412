package io.kinrow.migrate.plan;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.Column;
import io.kinrow.migrate.catalog.KeyConstraint;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.compare.Tables;
import io.kinrow.migrate.compare.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Data that a migration takes away and keeps in a side table.
 *
 * <p>A row is found again by a key of its own, never by the row id that SQLite may give to another
 * row. That it still is the same row is what {@link Keepers} see to.
 *
 * @param side the side table
 * @param table the table it comes from
 * @param keys the columns that find a row again; of a whole table, none
 * @param dropped the columns that are dropped; of a whole table, all that can be written
 * @param changed the columns whose values change; the side table also holds the new value, so that
 *     an undo leaves alone what was changed since
 * @param witness the columns that stay as they are: the side table also holds what was in them
 * @param whole whether the whole table is dropped
 */
public record Parking(
    Name side,
    Name table,
    List<Held> keys,
    List<Name> dropped,
    List<Held> changed,
    List<Name> witness,
    boolean whole) {

  /** A column by its name in the side table and in its own table, which an undo renames back. */
  public record Held(Name parked, Name column) {
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
   * The columns by which a row of the table is found again after its change: the row's own id where
   * it is a column, the primary key, or a unique key that takes no NULL, if it is one afterwards
   * too; none when there is no such key. A unique index does not count: once it is dropped, rows
   * that the side table tells apart could become alike.
   */
  static List<Held> keysOf(Table from, Table to) {
    Name alias = from.rowidColumn();
    if (alias != null && alias.equals(to.rowidColumn())) {
      return List.of(Held.of(alias));
    }
    Stream<KeyConstraint> candidates =
        from.uniqueKeys().stream().filter(key -> takesNoNull(key, from));
    if (alias == null && from.primaryKey() != null) {
      candidates = Stream.concat(Stream.of(from.primaryKey()), candidates);
    }
    return candidates
        .map(Tables::names)
        .filter(names -> isKey(names, to))
        .filter(names -> names.stream().allMatch(name -> staysAsItIs(name, from, to)))
        .findFirst()
        .map(names -> names.stream().map(Held::of).toList())
        .orElse(List.of());
  }

  private static boolean takesNoNull(KeyConstraint key, Table table) {
    return Tables.names(key).stream()
        .allMatch(name -> table.column(name).filter(Column::notNull).isPresent());
  }

  private static boolean isKey(List<Name> names, Table table) {
    Stream<KeyConstraint> keys = Stream.ofNullable(table.primaryKey());
    return Stream.concat(keys, table.uniqueKeys().stream())
        .anyMatch(key -> new HashSet<>(Tables.names(key)).equals(new HashSet<>(names)));
  }

  private static boolean staysAsItIs(Name name, Table from, Table to) {
    return from.column(name).filter(column -> !column.isGenerated()).isPresent()
        && from.column(name).equals(to.column(name))
        && from.strict() == to.strict();
  }

  /** The parking of a table that is dropped with all its rows. */
  static Parking ofWhole(Table table, Name side) {
    String rowid = table.rowidColumn() == null ? Tables.rowid(table) : "";
    List<Held> keys =
        rowid.isEmpty() ? List.of() : List.of(new Held(PARKED_ROWID, new Name(rowid)));
    List<Name> columns =
        table.columns().stream().filter(c -> !c.isGenerated()).map(Column::name).toList();
    return new Parking(side, table.name(), keys, columns, List.of(), List.of(), true);
  }

  /** The parking of some columns of a table that stays. */
  static Parking ofColumns(
      Name side, Table from, Table to, List<Held> keys, List<Name> dropped, List<Held> changed) {
    Set<Name> told = new HashSet<>(dropped);
    keys.forEach(key -> told.add(key.column()));
    changed.forEach(held -> told.add(held.column()));
    List<Name> witness =
        from.columns().stream()
            .filter(column -> !column.isGenerated() && !told.contains(column.name()))
            .map(Column::name)
            .filter(name -> to.column(name).filter(c -> !c.isGenerated()).isPresent())
            .toList();
    return new Parking(side, to.name(), keys, dropped, changed, witness, false);
  }

  /** Returns what an undo sees: its table and columns go by their old names again. */
  public Parking renamed(UnaryOperator<Name> tableName, UnaryOperator<Name> columnName) {
    UnaryOperator<Held> held = h -> new Held(h.parked(), columnName.apply(h.column()));
    return new Parking(
        side,
        tableName.apply(table),
        keys.stream().map(held).toList(),
        dropped,
        changed.stream().map(held).toList(),
        witness,
        whole);
  }

  /** The columns whose values are kept. */
  List<Name> columns() {
    return Stream.concat(dropped.stream(), changed.stream().map(Held::column)).toList();
  }

  /** Returns the key's columns that may hold NULL, whose rows are not kept. */
  public List<Name> nullableKeys(Table from) {
    return keys.stream()
        .map(Held::column)
        .filter(name -> !whole && from.column(name).filter(c -> !c.notNull()).isPresent())
        .toList();
  }

  /**
   * The statements that keep the data.
   *
   * @param from the table as it is
   * @param replacement the new table where values change, which holds their new ones; or ""
   */
  List<String> park(Table from, Table to, String replacement) {
    List<String> definitions = new ArrayList<>();
    List<String> into = new ArrayList<>();
    List<String> select = new ArrayList<>();
    boolean joined = !changed.isEmpty();
    String old = joined ? "o." : "";
    boolean number = keys.size() == 1 && keys.get(0).column().equals(from.rowidColumn());
    for (Held key : keys) {
      String type = key.parked().equals(key.column()) ? type(from, key.column()) : "INTEGER";
      definitions.add(key.parked().sql() + " " + type + (number ? " PRIMARY KEY" : ""));
      into.add(key.parked().sql());
      select.add(old + key.column().sql());
    }
    for (Name column : columns()) {
      definitions.add(column.sql() + " " + wholeType(from, column));
      into.add(column.sql());
      select.add(old + column.sql());
    }
    for (Held held : changed) {
      definitions.add(after(held.parked()) + " " + type(to, held.column()));
      into.add(after(held.parked()));
      select.add("n." + held.column().sql());
    }
    for (Name column : witness) {
      definitions.add(was(column) + " " + type(from, column));
      into.add(was(column));
      select.add(old + column.sql());
    }
    if (!whole && !number) {
      definitions.add("UNIQUE " + Texts.list(keys.stream().map(Held::parked).toList()));
    }
    List<String> statements = new ArrayList<>();
    statements.add(
        "CREATE TABLE " + side.sql() + " (\n  " + String.join(",\n  ", definitions) + "\n)");
    statements.add(
        "INSERT INTO "
            + side.sql()
            + " ("
            + String.join(", ", into)
            + ")\n  SELECT "
            + String.join(", ", select)
            + " FROM "
            + table.sql()
            + (joined ? " AS o JOIN " + replacement + " AS n ON " + sameKey() : "")
            + nullKeysLeftOut(from, old));
    if (whole && from.autoincrement()) {
      statements.addAll(Sequence.carry(from.name(), side));
    }
    return statements;
  }

  /** A whole table's side counts on where the table stopped, so that its ids are kept too. */
  private String wholeType(Table from, Name column) {
    boolean counts = whole && from.autoincrement() && column.equals(from.rowidColumn());
    return type(from, column) + (counts ? " PRIMARY KEY AUTOINCREMENT" : "");
  }

  /** A type that leaves a value as it was stored. */
  private static String type(Table table, Name column) {
    return table.column(column).map(c -> Tables.affinity(c, table)).orElse("BLOB");
  }

  private String sameKey() {
    return keys.stream()
        .map(key -> "n." + key.column().sql() + " = o." + key.column().sql())
        .collect(Collectors.joining(" AND "));
  }

  private String nullKeysLeftOut(Table from, String old) {
    String condition =
        nullableKeys(from).stream()
            .map(name -> old + name.sql() + " IS NOT NULL")
            .collect(Collectors.joining(" AND "));
    return condition.isEmpty() ? "" : "\n  WHERE " + condition;
  }

  /** Puts a whole table's rows back, and its counter. */
  List<String> refill(Table to) {
    List<Name> into = keys.stream().map(Held::column).collect(Collectors.toList());
    List<Name> from = keys.stream().map(Held::parked).collect(Collectors.toList());
    into.addAll(dropped);
    from.addAll(dropped);
    List<String> statements = new ArrayList<>();
    statements.add(
        "INSERT INTO "
            + to.name().sql()
            + " "
            + Texts.list(into)
            + "\n  SELECT "
            + from.stream().map(Name::sql).collect(Collectors.joining(", "))
            + " FROM "
            + side.sql());
    if (to.autoincrement()) {
      statements.addAll(Sequence.carry(side, to.name()));
    }
    return statements;
  }

  /** The parked value of a column for the row of the table at hand; NULL for a new row. */
  String droppedValue(Name column) {
    return "(SELECT " + kept(column.sql()) + " FROM " + found() + ")";
  }

  /** The parked value, which may be NULL, or for a new row the fallback. */
  String droppedValueOr(Name column, String fallback) {
    return "CASE WHEN EXISTS (SELECT 1 FROM "
        + found()
        + ")\n    THEN "
        + droppedValue(column)
        + " ELSE "
        + fallback
        + " END";
  }

  /** The value before the change where nobody changed it since, else the value of today. */
  String changedValue(Held column) {
    String now = now(column.column());
    String untouched = found() + " AND " + kept(after(column.parked())) + " IS " + now;
    return "CASE WHEN EXISTS (SELECT 1 FROM "
        + untouched
        + ")\n    THEN "
        + droppedValue(column.parked())
        + " ELSE "
        + now
        + " END";
  }

  /** The row of the side table that has the key of the row at hand. */
  String found() {
    return side.sql() + " WHERE " + sameRow();
  }

  /** By the side table's own collation, which tells apart all that the key does. */
  String sameRow() {
    return keys.stream()
        .map(key -> kept(key.parked().sql()) + " = " + table.sql() + "." + key.column().sql())
        .collect(Collectors.joining(" AND "));
  }

  /** By the side table's own name: an alias might be the name of the table it is asked for. */
  String kept(String column) {
    return side.sql() + "." + column;
  }

  private static String after(Name column) {
    return new Name("kinrow_after_" + column).sql();
  }

  /** SQLite takes no more than 1,000 conditions within each other, as one AND after another is. */
  private static final int AT_ONCE = 100;

  /** What tells in a row of the table, by other values than its key's, that it is the same. */
  List<String> unchanged() {
    Stream<String> held =
        changed.stream().map(h -> kept(after(h.parked())) + " IS " + now(h.column()));
    List<String> all =
        Stream.concat(witness.stream().map(c -> kept(was(c)) + " IS " + now(c)), held).toList();
    if (all.size() <= AT_ONCE) {
      return all;
    }
    List<String> groups = new ArrayList<>();
    for (int i = 0; i < all.size(); i += AT_ONCE) {
      List<String> group = all.subList(i, Math.min(all.size(), i + AT_ONCE));
      groups.add("(" + String.join("\n    AND ", group) + ")");
    }
    return groups;
  }

  private String now(Name column) {
    return table.sql() + "." + column.sql();
  }

  private static String was(Name column) {
    return new Name("kinrow_was_" + column).sql();
  }
}
