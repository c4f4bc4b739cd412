package io.kinrow.runtime.internal.run;

import java.sql.SQLException;

/** Binds the values of one row of a batch. */
@FunctionalInterface
public interface RowBinder<T> {

  /** Binds all values of the row, in order. */
  void bind(Binds binds, T row) throws SQLException;
}
