package io.kinrow.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hears of every statement that a {@link Database} runs.
 *
 * <pre>{@code
 * try (Registration log = blog.listen(statement -> System.err.println(statement.sql()))) {
 *   blog.users().all();
 * }
 * }</pre>
 *
 * <p>Called on the thread that ran the statement, after it; must be thread-safe. It is not told of
 * the statements that a listener itself runs while it is called.
 *
 * <p>A listener cannot change what a statement does. Whatever it throws, errors included, is logged
 * as a warning by the {@link System.Logger} {@code io.kinrow.runtime.StatementListener}, the first
 * time for each registration, and the caller of the statement does not notice.
 */
@FunctionalInterface
public interface StatementListener {

  /** Called after each statement, also a failed one. */
  void executed(Executed statement);

  /**
   * One statement that was run.
   *
   * @param sql its text
   * @param binds the values bound to it, in order, as the database received them; of a batch, those
   *     of its last row
   * @param nanos how long the driver took until the first row or the update count, in nanoseconds
   */
  record Executed(String sql, List<@Nullable Object> binds, long nanos) {}

  /**
   * One registration of a listener, which ends when it is closed; closing it again does nothing. A
   * listener that is registered twice is told of each statement twice.
   */
  interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
