package io.kinrow.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Counts the statements that a database runs: for tests that must notice when a loop starts to query.
 * Thread-safe.
 *
 * <pre>{@code
 * StatementCounter.assertStatements(blog, 2, () -> {
 *   for (User user : blog.users().all()) {
 *     user.posts().forEach(post -> post.author());
 *   }
 *   return null;
 * });
 * }</pre>
 */
public final class StatementCounter implements StatementListener, AutoCloseable {

  private final List<Executed> statements = new ArrayList<>();
  private final Registration registration;

  private StatementCounter(Database<?> database) {
    this.registration = database.listen(this);
  }

  /** A counter that counts until it is closed. */
  public static StatementCounter on(Database<?> database) {
    return new StatementCounter(database);
  }

  /**
   * Runs something and checks how many statements it took.
   *
   * @return what it returned
   * @throws AssertionError with the statements, if there were more or fewer
   * @throws Exception as the work does
   */
  public static <R> R assertStatements(Database<?> database, int expected, Callable<R> work)
      throws Exception {
    try (StatementCounter counter = on(database)) {
      R result = work.call();
      counter.assertCount(expected);
      return result;
    }
  }

  /** As {@link #assertStatements(Database, int, Callable)}, for work without a result. */
  public static void assertStatements(Database<?> database, int expected, Runnable work) {
    try (StatementCounter counter = on(database)) {
      work.run();
      counter.assertCount(expected);
    }
  }

  private void assertCount(int expected) {
    List<Executed> ran = statements();
    if (ran.size() != expected) {
      StringBuilder message = new StringBuilder();
      message.append("expected ").append(expected).append(" statements, but there were ");
      message.append(ran.size());
      ran.forEach(statement -> message.append("\n  ").append(statement.sql()));
      throw new AssertionError(message.toString());
    }
  }

  @Override
  public void executed(Executed statement) {
    synchronized (statements) {
      statements.add(statement);
    }
  }

  /** The statements so far, in the order in which they ended. */
  public List<Executed> statements() {
    synchronized (statements) {
      return List.copyOf(statements);
    }
  }

  /** How many statements there were so far. */
  public int count() {
    return statements().size();
  }

  @Override
  public void close() {
    registration.close();
  }
}
