package io.kinrow.runtime.internal.sql;

import io.kinrow.runtime.internal.connect.Failures;
import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Warns of a stream that nobody can read or close any more, and gives its connection back if that
 * does not disturb a transaction. Knows the stream's connection, but not the stream: otherwise it
 * would keep it alive.
 */
final class ForgottenStream implements Runnable {

  private static final Cleaner CLEANER = Cleaner.create();

  private static final String LOGGER = "io.kinrow.runtime.Query";

  private final BoundScope scope;
  private final OpenRows rows;
  private final String sql;
  private final AtomicBoolean over = new AtomicBoolean();
  private volatile Cleaner.@Nullable Cleanable registered;

  private ForgottenStream(BoundScope scope, OpenRows rows, String sql) {
    this.scope = scope;
    this.rows = rows;
    this.sql = sql;
  }

  /**
   * Begins to watch a stream.
   *
   * @param stream what is unreachable when nobody can close the rows any more
   */
  static ForgottenStream watch(Object stream, BoundScope scope, OpenRows rows, String sql) {
    ForgottenStream watched = new ForgottenStream(scope, rows, sql);
    watched.registered = CLEANER.register(stream, watched);
    return watched;
  }

  /** Says that the stream is being closed. */
  void closed() {
    Cleaner.Cleanable known = registered;
    if (over.compareAndSet(false, true) && known != null) {
      known.clean();
    }
  }

  /** Called when the stream is unreachable, and once when it is closed. */
  @Override
  public void run() {
    if (!over.compareAndSet(false, true)) {
      return;
    }
    String outcome =
        scope.isEndedAnywhere() ? giveBack() : "its connection could not be given back";
    System.getLogger(LOGGER)
        .log(
            System.Logger.Level.WARNING,
            "the stream of ["
                + Failures.shortened(sql)
                + "] was neither read to its end nor closed; "
                + outcome
                + ". Close such a stream: try (var rows = query.stream()) { … }");
  }

  private String giveBack() {
    try (rows) {
      return "its connection was given back now";
    } catch (RuntimeException e) {
      return "its connection could not be put back in order (" + e.getMessage() + ")";
    } finally {
      scope.end();
    }
  }
}
