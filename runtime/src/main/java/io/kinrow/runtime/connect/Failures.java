package io.kinrow.runtime.connect;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.util.List;
import java.util.Set;
import org.jooq.exception.DataAccessException;

/** JDBC's exceptions as jOOQ's. */
public final class Failures {

  private static final int SQLITE_BUSY = 5;
  private static final String BUSY =
      " (another connection is writing; inside transaction(tx -> …) write through tx)";

  /** What to do about a statement that is beyond an engine's limits. */
  public static final String TOO_LARGE =
      " (give values to in(…) or notIn(…), where a list of any length counts as one value; split"
          + " other conditions over several queries)";

  private static final int SQLITE_TOOBIG = 18;
  private static final List<String> SQLITE_LIMITS =
      List.of("Expression tree is too large", "parser stack overflow", "too many SQL variables");

  /** Longer texts of statements are cut in messages. */
  private static final int LONGEST_TEXT = 2_000;

  private static final String LOST =
      " (the connection was lost; whether a change that it was making is stored is not known)";

  /** Data, constraints, transaction states, rollbacks, syntax and rights, functions, cursors. */
  private static final Set<String> REFUSED_CLASSES =
      Set.of("0A", "21", "22", "23", "25", "34", "40", "42", "44", "54", "55", "P0");

  private Failures() {}

  /** A statement's text for a message. */
  public static String shortened(String text) {
    return text.length() <= LONGEST_TEXT
        ? text
        : text.substring(0, LONGEST_TEXT) + "… (" + text.length() + " characters)";
  }

  /** jOOQ's exception for a failed statement, with its cause. */
  public static DataAccessException of(String what, SQLException cause) {
    String message = shortened(String.valueOf(cause.getMessage()));
    return new DataAccessException(what + ": " + message + hint(cause), cause);
  }

  private static String hint(SQLException cause) {
    if (!isSqlite(cause)) {
      return String.valueOf(cause.getSQLState()).startsWith("54")
          ? TOO_LARGE
          : isConnectionLost(cause) ? LOST : "";
    }
    String message = String.valueOf(cause.getMessage());
    int code = cause.getErrorCode() & 0xff;
    if (code == SQLITE_BUSY) {
      return BUSY;
    }
    return code == SQLITE_TOOBIG || SQLITE_LIMITS.stream().anyMatch(message::contains)
        ? TOO_LARGE
        : "";
  }

  /**
   * Whether a failure leaves it open if the connection still works: not where the server says that
   * it refused the statement. The SQL standard's classes, and PostgreSQL's.
   */
  static boolean isDoubtful(SQLException failure) {
    String state = failure.getSQLState();
    if (state == null || state.length() != 5) {
      return true;
    }
    return switch (state) {
      case "25P03", "25P04" -> true; // PostgreSQL's time limits for transactions: it hangs up
      case "57014" -> false; // the statement was cancelled, or took too long
      default ->
          !REFUSED_CLASSES.contains(state.substring(0, 2))
              || failure instanceof SQLRecoverableException;
    };
  }

  /**
   * Whether a failure says that the connection is gone: what it was running may have taken effect.
   */
  public static boolean isConnectionLost(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    return state.startsWith("08")
        || state.matches("57P0[1235]|25P0[34]")
        || failure instanceof SQLRecoverableException
        || failure instanceof SQLNonTransientConnectionException;
  }

  private static boolean isSqlite(SQLException cause) {
    return cause.getClass().getName().startsWith("org.sqlite.");
  }
}
