package io.kinrow.runtime;

import io.kinrow.runtime.StatementListener.Executed;
import io.kinrow.runtime.StatementListener.Registration;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts the statements that a database runs, for tests that should fail when a loop starts to run
 * queries. Thread-safe.
 *
 * <pre>{@code
 * StatementCounter.assertStatements(blog, 2, () -> {
 *   for (User user : blog.users().all()) {
 *     user.posts().forEach(post -> post.author());
 *   }
 * });
 * }</pre>
 */
public final class StatementCounter implements AutoCloseable {

  private final List<Executed> statements = new ArrayList<>();
  private final Registration registration;

  private StatementCounter(Database<?> database) {
    this.registration = database.listen(this::add);
  }

  /** Returns a counter that counts until it is closed. */
  public static StatementCounter on(Database<?> database) {
    return new StatementCounter(database);
  }

  /** Work that runs while statements are counted. */
  @FunctionalInterface
  public interface Work<X extends Exception> {
    /** Does the work. */
    void run() throws X;
  }

  /**
   * Runs some work and checks how many statements it takes.
   *
   * @throws AssertionError listing the statements, if there were more or fewer
   * @throws X if the work does
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

  private void add(Executed statement) {
    synchronized (statements) {
      statements.add(statement);
    }
  }

  /** Returns the statements so far, in the order in which they ended. */
  public List<Executed> statements() {
    synchronized (statements) {
      return List.copyOf(statements);
    }
  }

  /** Returns how many statements there have been so far. */
  public int count() {
    return statements().size();
  }

  @Override
  public void close() {
    registration.close();
  }
}
