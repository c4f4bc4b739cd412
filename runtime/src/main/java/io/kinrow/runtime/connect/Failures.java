package io.kinrow.runtime.connect;

import java.sql.SQLException;
import org.jooq.exception.DataAccessException;

/** JDBC's exceptions as jOOQ's. */
public final class Failures {

  private Failures() {}

  /** jOOQ's exception for a failed statement, with its cause. */
  public static DataAccessException of(String what, SQLException cause) {
    return new DataAccessException(what + ": " + cause.getMessage(), cause);
  }
}
