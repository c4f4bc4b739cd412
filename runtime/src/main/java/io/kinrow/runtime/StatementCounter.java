package io.kinrow.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * Counts the statements that a database runs: for tests that must notice when a loop starts to
 * query. Thread-safe.
 *
 * <pre>{@code
 * StatementCounter.assertStatements(blog, 2, () -> {
 *   for (User user : blog.users().all()) {
 *     user.posts().forEach(post -> post.author());
 *   }
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

  /** What runs while statements are counted. */
  @FunctionalInterface
  public interface Work<X extends Exception> {
    /** Does it. */
    void run() throws X;
  }

  /**
   * Runs something and checks how many statements it took.
   *
   * @throws AssertionError with the statements, if there were more or fewer
   * @throws X as the work does
   */
  public static <X extends Exception> void assertStatements(
      Database<?> database, int expected, Work<X> work) throws X {
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
