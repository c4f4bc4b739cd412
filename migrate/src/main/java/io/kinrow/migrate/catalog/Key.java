package io.kinrow.migrate.catalog;

import java.util.List;

/**
 * A PRIMARY KEY or UNIQUE constraint.
 *
 * @param columns its columns in order
 * @param conflict its conflict clause, or ""
 */
public record Key(List<Part> columns, String conflict) {

  /**
   * A column or expression of a key or an index.
   *
   * @param expression the column's name, or the expression
   */
  public record Part(Expression expression, String collation, boolean descending) {}

  public Key {
    columns = List.copyOf(columns);
  }
}
