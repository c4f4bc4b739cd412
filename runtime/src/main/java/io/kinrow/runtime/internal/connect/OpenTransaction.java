package io.kinrow.runtime.internal.connect;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A transaction that was begun here, from its beginning to its end. Thread-safe. */
public final class OpenTransaction {

  private final TransactionSettings settings;
  private final @Nullable Deadline deadline;
  private final List<Runnable> afterCommit = new ArrayList<>();
  private boolean ended;

  /** Its time runs from now on. */
  public OpenTransaction(TransactionSettings settings) {
    Duration timeout = settings.timeout();
    this.settings = settings;
    this.deadline = timeout == null ? null : Deadline.in(timeout, "transaction");
  }

  public TransactionSettings settings() {
    return settings;
  }

  @Nullable Deadline deadline() {
    return deadline;
  }

  /** Nanoseconds until its time is over. */
  public long left() {
    return deadline == null ? Long.MAX_VALUE : deadline.left();
  }

  /**
   * Refuses to commit what took too long.
   *
   * @throws SQLException that says so
   */
  public void refuseIfLate() throws SQLException {
    if (deadline != null && deadline.left() <= 0) {
      throw deadline.passed(null);
    }
  }

  /** Whether a part of it can have these settings. */
  public boolean includes(TransactionSettings part) {
    return settings.include(part);
  }

  /** Adds what runs when it was committed; false if it has ended. */
  public synchronized boolean afterCommit(Runnable action) {
    return !ended && afterCommit.add(action);
  }

  /** How many actions there are. */
  public synchronized int actions() {
    return afterCommit.size();
  }

  /** Drops the actions of a part that was rolled back. */
  public synchronized void keepActions(int first) {
    afterCommit.subList(Math.min(first, afterCommit.size()), afterCommit.size()).clear();
  }

  /** Ends it; returns what is to run if it was committed. */
  public synchronized List<Runnable> end() {
    ended = true;
    return List.copyOf(afterCommit);
  }
}
