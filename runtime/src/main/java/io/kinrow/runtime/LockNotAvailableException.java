package io.kinrow.runtime;

import org.jetbrains.annotations.ApiStatus;
import org.jooq.exception.DataAccessException;

/**
 * Thrown by a query with {@link Query#noWait} if another transaction has locked one of its rows,
 * and by any statement that has waited for a lock longer than PostgreSQL's {@code lock_timeout}
 * allows. The message names the table. On PostgreSQL, the transaction cannot go on after that: run
 * it again, or run what may fail in a transaction of its own inside it.
 */
public final class LockNotAvailableException extends DataAccessException {

  private static final long serialVersionUID = 1;

  /**
   * Creates the exception for a failed statement.
   *
   * @hidden
   */
  @ApiStatus.Internal
  public LockNotAvailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
