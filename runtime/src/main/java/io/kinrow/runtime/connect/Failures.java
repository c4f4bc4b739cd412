package io.kinrow.runtime.connect;

import java.sql.SQLException;
import org.jooq.exception.DataAccessException;

/** JDBC's exceptions as jOOQ's. */
public final class Failures {

  private static final int SQLITE_BUSY = 5;
  private static final String BUSY =
      " (another connection is writing; inside transaction(tx -> …) write through tx)";

  private Failures() {}

  /** jOOQ's exception for a failed statement, with its cause. */
  public static DataAccessException of(String what, SQLException cause) {
    String hint = (cause.getErrorCode() & 0xff) == SQLITE_BUSY && isSqlite(cause) ? BUSY : "";
    return new DataAccessException(what + ": " + cause.getMessage() + hint, cause);
  }

  private static boolean isSqlite(SQLException cause) {
    return cause.getClass().getName().startsWith("org.sqlite.");
  }
}
