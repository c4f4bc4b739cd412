package io.kinrow.processor.model;

/** A column and its table. */
public record ColumnOfTable(TableModel table, ColumnModel column) {

  /** Such as {@code users.nickname}. */
  @Override
  public String toString() {
    return table.id() + "." + column.name();
  }

  /** Whether the column is part of the table's primary key. */
  public boolean isKey() {
    return table.primaryKey().contains(column);
  }
}
