package io.kinrow.diagram.model;

import java.util.List;
import java.util.Optional;

/**
 * A table or a view.
 *
 * @param uniqueKeys the columns of each unique key other than the primary key
 */
public record ErTable(
    ErName name, Kind kind, List<ErColumn> columns, List<List<String>> uniqueKeys, String note) {

  /** What it is. */
  public enum Kind {
    TABLE("table"),
    VIRTUAL_TABLE("virtual table"),
    FOREIGN_TABLE("foreign table"),
    VIEW("view"),
    MATERIALIZED_VIEW("materialized view");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** Returns whether it shows rows of other tables. */
    public boolean isView() {
      return this == VIEW || this == MATERIALIZED_VIEW;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  public ErTable {
    columns = List.copyOf(columns);
    uniqueKeys = List.copyOf(uniqueKeys);
  }

  /** Returns the column of this name. */
  public Optional<ErColumn> column(String wanted) {
    return columns.stream().filter(column -> column.name().equals(wanted)).findFirst();
  }

  /** Returns the names of the columns of its primary key, in the order of the columns. */
  public List<String> primaryKey() {
    return columns.stream().filter(ErColumn::key).map(ErColumn::name).toList();
  }
}
