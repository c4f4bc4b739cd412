package io.kinrow.queries.facts;

/**
 * A column of a table, by its SQL names.
 *
 * @param schema empty where the database has none
 * @param table empty if there is no such column, as for an expression
 */
public record ColumnOrigin(String schema, String table, String column) {

  /** No column. */
  public static final ColumnOrigin NONE = new ColumnOrigin("", "", "");

  /** Returns whether there is a column. */
  public boolean isKnown() {
    return !column.isEmpty();
  }

  @Override
  public String toString() {
    return table + "." + column;
  }
}
