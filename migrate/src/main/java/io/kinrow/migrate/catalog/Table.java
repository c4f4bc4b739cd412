package io.kinrow.migrate.catalog;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A table with all that belongs to it.
 *
 * @param columns its columns in order
 * @param primaryKey its primary key, or null
 * @param rowidColumn the column that is the row's own id ({@code INTEGER PRIMARY KEY}), or null
 * @param uniqueKeys its UNIQUE constraints; unique indexes are among the indexes
 * @param virtual the {@code USING …} of a virtual table, or null
 */
public record Table(
    Name name,
    List<Column> columns,
    @Nullable KeyConstraint primaryKey,
    @Nullable Name rowidColumn,
    boolean autoincrement,
    List<KeyConstraint> uniqueKeys,
    List<Check> checks,
    List<ForeignKey> foreignKeys,
    List<Index> indexes,
    boolean strict,
    boolean withoutRowid,
    @Nullable Expression virtual) {

  public Table {
    columns = List.copyOf(columns);
    uniqueKeys = List.copyOf(uniqueKeys);
    checks = List.copyOf(checks);
    foreignKeys = List.copyOf(foreignKeys);
    indexes = List.copyOf(indexes);
  }

  /** Returns the column of this name. */
  public Optional<Column> column(Name wanted) {
    return columns.stream().filter(column -> column.name().equals(wanted)).findFirst();
  }

  /** Returns whether it is a virtual table, whose rows live in a module such as FTS5. */
  public boolean isVirtual() {
    return virtual != null;
  }

  /** Returns the names of its columns in order. */
  public List<Name> columnNames() {
    return columns.stream().map(Column::name).toList();
  }

  /** This table without some of its indexes. */
  Table withoutIndexes(Predicate<Index> leftOut) {
    if (indexes.stream().noneMatch(leftOut)) {
      return this;
    }
    return new Table(
        name,
        columns,
        primaryKey,
        rowidColumn,
        autoincrement,
        uniqueKeys,
        checks,
        foreignKeys,
        indexes.stream().filter(leftOut.negate()).toList(),
        strict,
        withoutRowid,
        virtual);
  }
}
