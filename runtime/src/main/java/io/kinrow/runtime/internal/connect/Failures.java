package io.kinrow.runtime.internal.connect;

import io.kinrow.runtime.LockNotAvailableException;
import io.kinrow.runtime.internal.dialect.Dialect;
import java.sql.SQLException;
import org.jooq.exception.DataAccessException;

/** JDBC's exceptions as jOOQ's. */
public final class Failures {

  private static final String BUSY =
      " (another connection is writing; inside transaction(tx -> …) write through tx)";

  /** What to do about a statement that is beyond an engine's limits. */
  public static final String TOO_LARGE =
      " (give values to in(…) or notIn(…), where a list of any length counts as one value; split"
          + " other conditions over several queries)";

  /** Longer texts of statements are cut in messages. */
  private static final int LONGEST_TEXT = 2_000;

  private static final String LOST =
      " (the connection was lost; it is not known whether a change in progress was stored)";

  private static final String UNHEARD =
      " (the server did not answer in time, and the connection was closed; it is not known "
          + "whether a change in progress was stored)";

  private static final String INTERRUPTED =
      " (it took longer than statementTimeout(…) allows, or was interrupted)";

  private static final String STALE =
      " (a table was altered, or the session's statements were dropped, after this statement had been"
          + " prepared: run the transaction again)";

  private Failures() {}

  /** A statement's text for a message. */
  public static String shortened(String text) {
    return text.length() <= LONGEST_TEXT
        ? text
        : text.substring(0, LONGEST_TEXT) + "… (" + text.length() + " characters)";
  }

  /** jOOQ's exception for a failed statement, with its cause. */
  public static DataAccessException of(String what, SQLException cause) {
    return of(what, cause, hint(cause));
  }

  /** The same with advice of the caller's, in brackets, in the place of the usual one. */
  static DataAccessException of(String what, SQLException cause, String advice) {
    String message = what + ": " + shortened(String.valueOf(cause.getMessage())) + advice;
    return Dialect.raising(cause).isLockNotAvailable(cause)
        ? new LockNotAvailableException(message, cause)
        : new DataAccessException(message, cause);
  }

  private static String hint(SQLException cause) {
    Dialect dialect = Dialect.raising(cause);
    if (dialect.isBusy(cause)) {
      return BUSY;
    } else if (dialect.isTooLarge(cause)) {
      return TOO_LARGE;
    }
    if (dialect.isInterrupted(cause)) {
      return INTERRUPTED;
    } else if (dialect.isStalePlan(cause)) {
      return STALE;
    } else if (dialect.isConnectionLost(cause)) {
      return Dialect.isUnheard(cause) ? UNHEARD : LOST;
    }
    return "";
  }
}
