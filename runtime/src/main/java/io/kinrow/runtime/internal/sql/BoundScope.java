package io.kinrow.runtime.internal.sql;

import io.kinrow.runtime.internal.connect.Session;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One session, for as long as a transaction or a stream lasts. */
public final class BoundScope extends Scope {

  private final Scope parent;
  private final Session session;
  private final boolean owner;
  private volatile boolean ended;

  private BoundScope(Scope parent, Session session, boolean owner) {
    super(parent.core());
    this.parent = parent;
    this.session = session;
    this.owner = owner;
  }

  /** Takes a session of the database, or shares the one of the scope that is already bound. */
  public static BoundScope in(Scope parent) {
    if (parent instanceof TransactionScope transaction) {
      return in(transaction.open());
    }
    if (parent instanceof BoundScope bound && !bound.ended) {
      return new BoundScope(parent, bound.session, false);
    }
    RootScope root = root(parent);
    Session session = root.take();
    return new BoundScope(root, session, root.hold(session));
  }

  private static RootScope root(Scope scope) {
    Scope current = scope;
    while (current instanceof BoundScope bound) {
      current = bound.parent;
    }
    return (RootScope) current;
  }

  /**
   * Whether another thread than the one that opened the scope may end it: not where the session is
   * that of a transaction, of a thread, or of a transaction that another library binds to a thread.
   */
  boolean isEndedAnywhere() {
    return owner && core().sessions().exclusive() && !core().sessions().single();
  }

  boolean ended() {
    return ended;
  }

  public Connection connection() {
    return session.connection();
  }

  public Session session() {
    return session;
  }

  /** Notes that a transaction begins, or a part of it at a savepoint. */
  public void begin(@Nullable Savepoint start) {
    session.begin(start);
  }

  /** Notes that it has ended, or that something is done on its connection. */
  public void touch() {
    session.touch();
  }

  /** What made the database roll back the transaction before its end, or null. */
  public @Nullable SQLException rolledBackBy() {
    return session.rolledBackBy();
  }

  /** Rolls back a transaction that the database has rolled back, for the driver to know. */
  public void rollBackAgain() throws SQLException {
    core().dialect().rollBackAgain(session.connection());
    session.ended();
  }

  /** Has the connection thrown away at the end: its state could not be put back in order. */
  public void spoil() {
    session.spoil();
  }

  @Override
  public <R> R run(Work<R> work) throws SQLException {
    ReentrantLock lock = session.lock();
    if (!ended) {
      lock.lock();
      try {
        if (!ended) {
          session.refuseIfRolledBack();
          return work.on(session);
        }
      } catch (SQLException e) {
        core().sessions().failed(e);
        core().failed(session, e);
        throw e;
      } finally {
        lock.unlock();
      }
    }
    return parent.run(work);
  }

  /**
   * Ends the scope: its session goes back, later work goes to the scope that it was opened from.
   */
  public void end() {
    ReentrantLock lock = session.lock();
    lock.lock();
    try {
      if (ended) {
        return;
      }
      ended = true;
    } finally {
      lock.unlock();
    }
    if (owner) {
      ((RootScope) parent).give(session);
    }
  }
}
