package io.kinrow.runtime.internal.run;

import io.kinrow.runtime.StatementListener;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The statement listeners of a database. Telling them has no effect on the statement: whatever a
 * listener throws is logged, the first time for each registration, and goes no further.
 * Thread-safe.
 */
public final class Listeners {

  private static final String LOGGER = StatementListener.class.getName();

  private final List<Registered> registered = new CopyOnWriteArrayList<>();

  /** Threads that are telling listeners: what a listener itself runs is not told of. */
  private final ThreadLocal<Boolean> telling = new ThreadLocal<>();

  /** One registration; two of the same listener, or of equal ones, are told apart. */
  private static final class Registered {
    final StatementListener listener;
    final AtomicBoolean failed = new AtomicBoolean();

    Registered(StatementListener listener) {
      this.listener = listener;
    }
  }

  /** Whether there is one. */
  public boolean any() {
    return !registered.isEmpty();
  }

  /** Adds a listener until the registration is closed. */
  public StatementListener.Registration add(StatementListener listener) {
    Registered added =
        new Registered(Objects.requireNonNull(listener, "the statement listener is null"));
    registered.add(added);
    return () -> registered.remove(added);
  }

  /** Tells of a statement that has run, or failed. */
  public void executed(String sql, List<@Nullable Object> values, long nanos) {
    tell(new StatementListener.Executed(sql, values, nanos));
  }

  private void tell(StatementListener.Executed statement) {
    if (telling.get() != null) {
      return;
    }
    telling.set(Boolean.TRUE);
    try {
      for (Registered each : registered) {
        tell(each, statement);
      }
    } finally {
      telling.remove();
    }
  }

  /** Errors are caught too: the statement has run, and must not look as if it had failed. */
  private static void tell(Registered to, StatementListener.Executed statement) {
    try {
      to.listener.executed(statement);
    } catch (Throwable thrown) {
      if (to.failed.compareAndSet(false, true)) {
        log(to.listener, statement, thrown);
      }
    }
  }

  private static void log(
      StatementListener listener, StatementListener.Executed statement, Throwable thrown) {
    try {
      System.getLogger(LOGGER)
          .log(
              System.Logger.Level.WARNING,
              "the statement listener "
                  + listener.getClass().getName()
                  + " failed at ["
                  + statement.sql()
                  + "]; the statement itself is not affected. Later failures of this listener are"
                  + " not logged",
              thrown);
    } catch (Throwable ignored) {
      // a logger that fails must not change the outcome either
    }
  }
}
