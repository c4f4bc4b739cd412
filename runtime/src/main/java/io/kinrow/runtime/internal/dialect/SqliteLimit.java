package io.kinrow.runtime.internal.dialect;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;

/**
 * Has SQLite ask, every few hundred microseconds of its work, whether it is to go on. SQLite does
 * not ask while it waits for a lock, so that the wait is shortened too.
 */
final class SqliteLimit extends ProgressHandler implements StatementLimit {

  /** Steps of SQLite's virtual machine from one question to the next. */
  private static final int STEPS = 10_000;

  private static final long MILLISECOND = 1_000_000;

  private final SQLiteConnection connection;

  /** For each statement; {@link Long#MAX_VALUE} for those only that have a limit of their own. */
  private final long nanos;

  private boolean asked;
  private int running;
  private long end;

  /** What the connection waits for a lock at other times, or -1. */
  private int patience = -1;

  private SqliteLimit(SQLiteConnection connection, long nanos) {
    this.connection = connection;
    this.nanos = nanos;
  }

  /** For each statement of a connection of our own. */
  static StatementLimit on(SQLiteConnection connection, Duration timeout) throws SQLException {
    SqliteLimit limit = new SqliteLimit(connection, timeout.toNanos());
    limit.ask();
    return limit;
  }

  /** For statements that have a limit of their own, on a connection that may be somebody else's. */
  static StatementLimit on(SQLiteConnection connection) {
    return new SqliteLimit(connection, Long.MAX_VALUE);
  }

  private void ask() throws SQLException {
    setHandler(connection, STEPS, this);
    asked = true;
  }

  @Override
  public void start(@Nullable Statement statement, long most) throws SQLException {
    long time = Math.min(nanos, most);
    if (time != Long.MAX_VALUE) {
      if (!asked) {
        ask();
      }
      if (most != Long.MAX_VALUE) {
        waitAtMost(most);
      }
      end = System.nanoTime() + time; // one statement inside another renews it
    }
    running++;
  }

  private void waitAtMost(long time) throws SQLException {
    int before = connection.getBusyTimeout();
    int most = (int) Math.min(before, (time + MILLISECOND - 1) / MILLISECOND);
    if (most < before) {
      patience = patience < 0 ? before : patience;
      connection.setBusyTimeout(most);
    }
  }

  @Override
  public void stop() {
    running--;
    if (running > 0) {
      return;
    }
    try {
      if (patience >= 0) {
        connection.setBusyTimeout(patience);
        patience = -1;
      }
      if (asked && nanos == Long.MAX_VALUE) {
        asked = false;
        clearHandler(connection);
      }
    } catch (SQLException ignored) {
      // the connection is closed
    }
  }

  /** Not zero to interrupt the statement. */
  @Override
  protected int progress() {
    return running > 0 && System.nanoTime() - end > 0 ? 1 : 0;
  }
}
