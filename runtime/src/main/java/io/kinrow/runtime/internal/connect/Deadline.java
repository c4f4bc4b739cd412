package io.kinrow.runtime.internal.connect;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When something has to have ended.
 *
 * @param end by {@link System#nanoTime}
 * @param time how long it may take
 * @param what it is, for messages
 */
record Deadline(long end, Duration time, String what) {

  /** A driver's clock may be a little fast. */
  private static final long NEARLY = 5_000_000;

  private static final String CANCELLED = "57014";

  static Deadline in(Duration time, String what) {
    return new Deadline(System.nanoTime() + time.toNanos(), time, what);
  }

  /** In nanoseconds; not positive when it has passed. */
  long left() {
    return end - System.nanoTime();
  }

  boolean isReached() {
    return left() <= NEARLY;
  }

  /**
   * The failure of what has not ended in time.
   *
   * @param cause what the driver said when it ended a statement, or null if none ran
   */
  SQLException passed(@Nullable SQLException cause) {
    String message = "the " + what + " took longer than timeout(" + time + ") allows";
    return cause == null
        ? new SQLTimeoutException(message, CANCELLED)
        : new SQLTimeoutException(
            message + ": " + cause.getMessage(), cause.getSQLState(), cause.getErrorCode(), cause);
  }
}
