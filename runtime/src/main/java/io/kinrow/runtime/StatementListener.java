package io.kinrow.runtime;

import io.kinrow.runtime.internal.run.BoundValues;
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
 * <p>A listener is called on the thread that ran the statement, after the statement, and must be
 * thread-safe. It does not hear of statements that a listener itself runs while it is being called.
 *
 * <p>A listener cannot change what a statement does. If it throws anything, including errors, the
 * caller of the statement does not notice; the first time for each registration, it is logged as a
 * warning by the {@link System.Logger} {@code io.kinrow.runtime.StatementListener}.
 */
@FunctionalInterface
public interface StatementListener {

  /** Called after each statement, even a failed one. */
  void executed(Executed statement);

  /**
   * One statement that was run.
   *
   * @param sql the text of the statement
   * @param binds the values bound to it, in order, as the database received them; for a batch,
   *     those of its last row. Its {@code toString} is for people, as {@link #bindTexts} is
   * @param nanos how long the driver took until the first row or the update count, in nanoseconds
   */
  record Executed(String sql, List<@Nullable Object> binds, long nanos) {

    public Executed {
      binds = new BoundValues(binds);
    }

    /**
     * Returns the values as people read them: arrays with more than 10 elements by the first 3
     * ({@code [1, 2, 3, … 997 more]}), bytes in hexadecimal, texts of more than 200 characters cut
     * short.
     */
    public List<String> bindTexts() {
      return new BoundValues(binds).texts();
    }
  }

  /**
   * One registration of a listener. It ends when it is closed; closing it again does nothing. A
   * listener that is registered twice hears of each statement twice.
   */
  interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
