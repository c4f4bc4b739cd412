package io.kinrow.runtime.internal.sql;

import io.kinrow.runtime.internal.connect.Session;
import io.kinrow.runtime.internal.dialect.RowLock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a query reads its rows, whichever they are.
 *
 * @param lock how they are locked, or null
 * @param timeout how long the database may take for each statement, or null
 * @param distinct whether rows that are alike in all columns count as one
 */
public record Terms(@Nullable RowLock lock, @Nullable Duration timeout, boolean distinct) {

  /** Without locks or limits. */
  public static final Terms NONE = new Terms(null, null, false);

  public Terms with(@Nullable RowLock other) {
    return new Terms(other, timeout, distinct);
  }

  public Terms with(Duration other) {
    return new Terms(lock, other, distinct);
  }

  public Terms withDistinct() {
    return new Terms(lock, timeout, true);
  }

  /**
   * Refuses locks that would be gone as soon as the statement ends.
   *
   * @throws IllegalStateException if the session is not in a transaction
   */
  void check(Session session) {
    if (lock != null && !session.inTransaction()) {
      throw new IllegalStateException(
          lock
              + ": outside a transaction, the locks would be gone as soon as the rows are read; call it"
              + " on tx inside transaction(tx -> …)");
    }
  }
}
