package io.kinrow.migrate.plan;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.Column;
import io.kinrow.migrate.catalog.ForeignKey;
import io.kinrow.migrate.catalog.Index;
import io.kinrow.migrate.catalog.KeyConstraint;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.compare.DiffOptions.ColumnPlace;
import io.kinrow.migrate.compare.Hints;
import io.kinrow.migrate.compare.Tables;
import io.kinrow.migrate.plan.Parking.Held;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which values the rows of one table get when it changes: fills, parked values and stopgaps. */
final class RowValues {

  private final Request request;
  private final Table from;
  private final Table to;
  private final @Nullable Parking restore;
  private final List<Name> watched;

  /**
   * @param watched the columns whose NULLs are filled beforehand, where triggers see it
   */
  RowValues(Request request, Table from, Table to, List<Name> watched) {
    this.watched = watched;
    this.request = request;
    this.from = from;
    this.to = to;
    this.restore =
        request.restores().stream()
            .filter(parking -> !parking.whole() && parking.table().equals(from.name()))
            .findFirst()
            .orElse(null);
  }

  @Nullable Parking restore() {
    return restore;
  }

  /** The fill that was asked for. */
  @Nullable String fill(Column column) {
    return request.fills().get(new ColumnPlace(to.name(), column.name()));
  }

  /**
   * Whether the counter goes on: an undo finds it where a migration left it, whatever it was for.
   */
  boolean keepsCounter() {
    return request.undo() ? to.autoincrement() : from.autoincrement();
  }

  /** Whether rows that exist cannot have the column unless somebody says with which value. */
  boolean needsValue(Column column) {
    return column.notNull()
        && column.defaultValue() == null
        && !column.isGenerated()
        && !column.name().equals(to.rowidColumn());
  }

  /**
   * The value of a column that is new, or null when its default does.
   *
   * @throws MissingFillException when it needs one that nobody gave
   */
  @Nullable String added(Column column) {
    String fallback = fill(column);
    if (fallback == null && needsValue(column)) {
      if (!request.undo()) {
        throw new MissingFillException(to.name(), column, Hints.instead(from, to, column));
      }
      fallback = stopgap(column);
    }
    if (restore == null || !restore.dropped().contains(column.name())) {
      return fallback;
    }
    if (fallback == null && column.defaultValue() != null) {
      fallback = "(" + column.defaultValue().text() + ")";
    }
    return fallback == null
        ? restore.droppedValue(column.name())
        : restore.droppedValueOr(column.name(), fallback);
  }

  /** The value of a column that stays, or null when it is copied as it is. */
  @Nullable String kept(Column old, Column column) {
    Optional<Held> changed =
        restore == null
            ? Optional.empty()
            : restore.changed().stream()
                .filter(held -> held.column().equals(column.name()))
                .findFirst();
    if (changed.isPresent() && restore != null) {
      return restore.changedValue(changed.get());
    }
    return fillsLater(old, column)
        ? "coalesce(" + column.name().sql() + ", " + filler(column) + ")"
        : null;
  }

  /** Whether NULLs of a column that stays get the fill. */
  boolean fillsNulls(Column old, Column column) {
    return !old.notNull() && column.notNull() && filler(column) != null;
  }

  /** Whether that happens while the table changes. */
  boolean fillsLater(Column old, Column column) {
    return fillsNulls(old, column) && !watched.contains(column.name());
  }

  /** What takes the place of NULLs; an undo takes the default for those written since. */
  @Nullable String filler(Column column) {
    String fill = fill(column);
    return fill == null && request.undo() && column.defaultValue() != null
        ? "(" + column.defaultValue().text() + ")"
        : fill;
  }

  /** Whether values of a column that stays may come out otherwise than they were. */
  boolean alters(Column old, Column column) {
    return fillsNulls(old, column)
        || converts(old, column)
        || column.isGenerated()
        || numbersNulls(old, column);
  }

  /** SQLite gives a NULL a number where the column becomes the row's id. */
  private boolean numbersNulls(Column old, Column column) {
    return column.name().equals(to.rowidColumn()) && !old.notNull();
  }

  private boolean converts(Column old, Column column) {
    boolean stricter = !from.strict() && to.strict();
    return !Tables.affinity(old, from).equals(Tables.affinity(column, to))
        || (stricter && !column.type().equals("ANY"));
  }

  /** A value of no meaning, so that a column that comes back without its data can be NOT NULL. */
  private String stopgap(Column column) {
    Optional<ForeignKey> key =
        to.foreignKeys().stream().filter(k -> k.columns().contains(column.name())).findFirst();
    Catalog catalog = request.to();
    if (key.isPresent() && !key.get().parentColumns().isEmpty()) {
      int at = key.get().columns().indexOf(column.name());
      Name parentColumn = key.get().parentColumns().get(at);
      if (catalog.table(key.get().parent()).isPresent()) {
        String parent = key.get().parent().sql();
        return "(SELECT min(" + parentColumn.sql() + ") FROM " + parent + ")";
      }
    }
    boolean unique =
        Stream.concat(
                to.uniqueKeys().stream().map(Tables::names),
                to.indexes().stream().filter(Index::unique).map(RowValues::names))
            .anyMatch(names -> names.contains(column.name()));
    boolean only = to.primaryKey() != null && names(to.primaryKey()).contains(column.name());
    String rowid = Tables.rowid(from);
    boolean distinct = (unique || only) && !rowid.isEmpty();
    return switch (Tables.affinity(column, to)) {
      case "TEXT" -> distinct ? "'undone ' || " + rowid : "''";
      case "REAL" -> distinct ? rowid : "0.0";
      case "BLOB" ->
          distinct ? rowid : column.type().contains("BLOB") && to.strict() ? "x''" : "''";
      default -> distinct ? rowid : "0";
    };
  }

  private static java.util.List<Name> names(KeyConstraint key) {
    return Tables.names(key);
  }

  private static java.util.List<Name> names(Index index) {
    return Tables.names(new KeyConstraint(index.parts(), ""));
  }
}
