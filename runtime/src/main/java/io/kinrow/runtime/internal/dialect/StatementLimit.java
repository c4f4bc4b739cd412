package io.kinrow.runtime.internal.dialect;

import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Ends the statements of one connection that take too long. For one thread at a time. */
public interface StatementLimit {

  /**
   * The connection starts to work, on a statement or on more of its rows.
   *
   * @param statement what it works on, or null if that is not known
   * @param most nanoseconds, or {@link Long#MAX_VALUE} for a statement without a limit of its own
   */
  void start(@Nullable Statement statement, long most) throws SQLException;

  /** The statement was executed; its rows may still have to be read. */
  default void executed(Statement statement) {}

  /** The connection is done. */
  void stop();
}
