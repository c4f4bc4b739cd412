package io.kinrow.runtime.internal.dialect;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Has the driver cancel statements that take too long. Each gets its own time back when it was
 * executed: statements are kept, here or by a pool, and some drivers have one time for the whole
 * connection.
 */
class JdbcLimit implements StatementLimit {

  private static final long SECOND = 1_000_000_000;

  /** What shortened statements had before, in nanoseconds. */
  private final IdentityHashMap<Statement, Long> own = new IdentityHashMap<>(2);

  @Override
  public final void start(@Nullable Statement statement, long most) throws SQLException {
    if (statement == null || most == Long.MAX_VALUE) {
      return;
    }
    long given = time(statement);
    if (given == 0 || given > most) {
      setTime(statement, most);
      own.put(statement, given);
    }
  }

  @Override
  public final void executed(Statement statement) {
    Long given = own.remove(statement);
    if (given == null) {
      return;
    }
    try {
      setTime(statement, given);
    } catch (SQLException ignored) {
      // it is closed, and is not used again
    }
  }

  @Override
  public final void stop() {
    own.clear();
  }

  /** How long a statement may take, in nanoseconds, or 0. */
  long time(Statement statement) throws SQLException {
    return statement.getQueryTimeout() * SECOND;
  }

  /** Sets that, rounded up to what the driver counts in. */
  void setTime(Statement statement, long nanos) throws SQLException {
    statement.setQueryTimeout((int) Math.min(Integer.MAX_VALUE, (nanos + SECOND - 1) / SECOND));
  }
}
