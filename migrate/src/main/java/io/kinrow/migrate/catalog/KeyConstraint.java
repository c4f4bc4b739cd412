package io.kinrow.migrate.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A PRIMARY KEY or UNIQUE constraint.
 *
 * @param columns its columns in order
 * @param conflict its conflict clause, or ""
 * @param name the name after CONSTRAINT, or null
 */
public record KeyConstraint(List<Part> columns, String conflict, @Nullable Name name) {

  /**
   * A column or expression of a key or an index.
   *
   * @param expression the column's name, or the expression
   */
  public record Part(Expression expression, String collation, boolean descending) {}

  public KeyConstraint {
    columns = List.copyOf(columns);
  }

  /** Creates a constraint without a name. */
  public KeyConstraint(List<Part> columns, String conflict) {
    this(columns, conflict, null);
  }
}
