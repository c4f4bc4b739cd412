package io.kinrow.runtime.internal.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.ProgressHandler;

/** Has SQLite ask, every few hundred microseconds of its work, whether it is to go on. */
final class SqliteLimit extends ProgressHandler implements StatementLimit {

  /** Steps of SQLite's virtual machine from one question to the next. */
  private static final int STEPS = 10_000;

  private final long nanos;
  private int running;
  private long end;

  private SqliteLimit(Duration timeout) {
    this.nanos = timeout.toNanos();
  }

  static StatementLimit on(Connection connection, Duration timeout) throws SQLException {
    SqliteLimit limit = new SqliteLimit(timeout);
    setHandler(connection, STEPS, limit);
    return limit;
  }

  @Override
  public void start() {
    if (running++ == 0) {
      end = System.nanoTime() + nanos;
    }
  }

  @Override
  public void stop() {
    running--;
  }

  /** Not zero to interrupt the statement. */
  @Override
  protected int progress() {
    return running > 0 && System.nanoTime() - end > 0 ? 1 : 0;
  }
}
