package io.kinrow.runtime.internal.write;

import io.kinrow.runtime.internal.entity.Changes;
import io.kinrow.runtime.internal.entity.EntityMapping;
import io.kinrow.runtime.internal.run.Binds;
import java.sql.SQLException;
import java.util.BitSet;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.SortField;
import org.jspecify.annotations.Nullable;

/**
 * What an update sets: columns, each to a value or to an expression. Generated code has a subclass
 * for each table. Not thread-safe.
 */
public abstract class UpdateDraft {

  private final EntityMapping<?> mapping;
  private final @Nullable Object[] values;
  private final BitSet columns = new BitSet();
  private final BitSet expressions = new BitSet();

  protected UpdateDraft(EntityMapping<?> mapping) {
    this.mapping = mapping;
    this.values = new @Nullable Object[mapping.info().columns().size()];
  }

  /** Sets a column, by position, to a value. */
  protected final void set(int column, @Nullable Object value) {
    if (value instanceof Field<?> expression) { // where the column's type is Object
      set(column, expression);
    } else {
      set(column, value, false);
    }
  }

  /**
   * Sets a column, by position, to an expression. One that is only a value counts as the value, so
   * that nothing but what the column can keep is stored; {@code noField()} sets nothing.
   */
  protected final void set(int column, @Nullable Field<?> expression) {
    if (expression == null) {
      throw new IllegalArgumentException(
          "an update of "
              + mapping
              + ": the expression for "
              + mapping.info().columns().get(column)
              + " is null; to store NULL, pass null as a value");
    }
    if (expression instanceof Param<?> param && param.getParamName() == null) {
      set(column, param.getValue(), false);
    } else if (!(expression instanceof SortField)) { // only noField() is both
      set(column, expression, true);
    }
  }

  private void set(int column, @Nullable Object value, boolean expression) {
    values[column] = value;
    columns.set(column);
    expressions.set(column, expression);
  }

  /** The columns that are set. */
  final Changes columns() {
    return Changes.of(columns);
  }

  /** Whether no column is set. */
  final boolean isEmpty() {
    return columns.isEmpty();
  }

  /**
   * Whether all columns are set to values, so that the statement's text depends on nothing else.
   */
  final boolean isPlain() {
    return expressions.isEmpty();
  }

  /** The expression that a column is set to, or null. */
  final @Nullable Field<?> expression(int column) {
    return expressions.get(column) ? (Field<?>) values[column] : null;
  }

  /** The value that a column is set to, or null. */
  final @Nullable Object value(int column) {
    return expressions.get(column) ? null : values[column];
  }

  /** Binds the columns of a plain draft, in the table's order. */
  final void bind(Binds binds) throws SQLException {
    for (int column = columns.nextSetBit(0); column >= 0; column = columns.nextSetBit(column + 1)) {
      mapping.bind(binds, column, values[column]);
    }
  }
}
