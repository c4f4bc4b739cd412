package io.kinrow.runtime.internal.dialect;

import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Has the driver cancel a statement that takes too long; drivers count in seconds. */
class JdbcLimit implements StatementLimit {

  static final StatementLimit INSTANCE = new JdbcLimit();

  private static final long SECOND = 1_000_000_000;

  @Override
  public final void start(@Nullable Statement statement, long most) throws SQLException {
    if (statement != null && most != Long.MAX_VALUE) {
      shorten(statement, most);
    }
  }

  /** A statement that was given a shorter time already keeps it. */
  void shorten(Statement statement, long nanos) throws SQLException {
    int seconds = (int) Math.min(Integer.MAX_VALUE, (nanos + SECOND - 1) / SECOND);
    int given = statement.getQueryTimeout();
    if (given == 0 || given > seconds) {
      statement.setQueryTimeout(seconds);
    }
  }

  /** Statements may be kept, here or by a pool. */
  @Override
  public final void executed(Statement statement) {
    try {
      lengthen(statement);
    } catch (SQLException ignored) {
      // it is closed, and is not used again
    }
  }

  void lengthen(Statement statement) throws SQLException {
    if (statement.getQueryTimeout() != 0) {
      statement.setQueryTimeout(0);
    }
  }

  @Override
  public final void stop() {
    // the limit was the statement's
  }
}
