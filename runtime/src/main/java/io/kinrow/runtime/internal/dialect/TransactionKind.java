package io.kinrow.runtime.internal.dialect;

import io.kinrow.runtime.Isolation;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction asks of its engine.
 *
 * @param isolation how far it is kept apart from others at least, or null for the usual
 * @param readOnly whether writes are refused
 */
public record TransactionKind(@Nullable Isolation isolation, boolean readOnly) {

  /** Nothing but all or nothing. */
  public static final TransactionKind PLAIN = new TransactionKind(null, false);

  /** Whether nothing is asked. */
  public boolean isPlain() {
    return isolation == null && !readOnly;
  }

  /** The number that JDBC has for the isolation. */
  static int level(Isolation isolation) {
    return switch (isolation) {
      case READ_COMMITTED -> java.sql.Connection.TRANSACTION_READ_COMMITTED;
      case REPEATABLE_READ -> java.sql.Connection.TRANSACTION_REPEATABLE_READ;
      case SERIALIZABLE -> java.sql.Connection.TRANSACTION_SERIALIZABLE;
    };
  }
}
