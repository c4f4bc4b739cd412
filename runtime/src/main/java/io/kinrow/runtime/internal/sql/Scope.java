package io.kinrow.runtime.internal.sql;

import io.kinrow.runtime.internal.connect.Session;
import java.sql.SQLException;

/**
 * Where statements run: on any free session of the database, or on the one of a transaction or an
 * open stream. A scope that has ended passes its work on to the one that it was opened from, so
 * that entities outlive it. Thread-safe.
 */
public abstract class Scope {

  private final Core core;

  Scope(Core core) {
    this.core = core;
  }

  public final Core core() {
    return core;
  }

  /** The scope that entities read here navigate on. */
  public Scope ofEntities() {
    return this;
  }

  /** What runs on a session. */
  @FunctionalInterface
  public interface Work<R> {
    R on(Session session) throws SQLException;
  }

  /**
   * Runs the work on a session that is this thread's alone meanwhile.
   *
   * @throws SQLException as the work does
   */
  public abstract <R> R run(Work<R> work) throws SQLException;

  /**
   * Runs a query, which changes nothing, so that it can be run again where its connection turns out
   * to be gone.
   *
   * @throws SQLException as the work does
   */
  public <R> R query(Work<R> work) throws SQLException {
    return run(work);
  }
}
