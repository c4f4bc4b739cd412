package io.kinrow.runtime.internal.declared;

import io.kinrow.runtime.internal.run.Row;
import io.kinrow.runtime.internal.sql.Scope;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a declared query become Java objects. Thread-safe.
 *
 * @param <R> what a row becomes
 */
@FunctionalInterface
public interface DeclaredRows<R extends @Nullable Object> {

  /** Begins to read rows that belong together, whose entities navigate on the scope. */
  One<R> on(Scope scope);

  /** Reads the current row. */
  @FunctionalInterface
  interface One<R extends @Nullable Object> {

    /** Returns what the current row becomes. */
    R read(Row row) throws SQLException;
  }
}
