package io.kinrow.migrate.compare;

/** What the order of a table's columns counts for. */
public enum ColumnOrder {
  /**
   * Columns in another order are no difference; where columns come or go, the table gets the order
   * of the desired schema. The default.
   */
  AS_WRITTEN,
  /** Columns in another order are a difference. */
  EXACT,
  /** New columns go to the end, and no table is rebuilt for the order of its columns. */
  IGNORED
}
