package io.kinrow.runtime.write;

import io.kinrow.runtime.entity.Changes;
import io.kinrow.runtime.entity.EntityMapping;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a row to be inserted. Generated code has a subclass for each table. Not
 * thread-safe.
 */
public abstract class Draft {

  private final @Nullable Object[] values;
  private final BitSet columns = new BitSet();

  protected Draft(EntityMapping<?> mapping) {
    this.values = new @Nullable Object[mapping.shape().columns().size()];
  }

  /** Sets a column, by position. */
  protected final void set(int column, @Nullable Object value) {
    values[column] = value;
    columns.set(column);
  }

  final Changes columns() {
    return Changes.of(columns);
  }

  final @Nullable Object value(int column) {
    return values[column];
  }
}
