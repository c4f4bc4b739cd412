package io.kinrow.runtime.connect;

import java.sql.SQLException;
import java.util.List;
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
      return String.valueOf(cause.getSQLState()).startsWith("54") ? TOO_LARGE : "";
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

  private static boolean isSqlite(SQLException cause) {
    return cause.getClass().getName().startsWith("org.sqlite.");
  }
}
