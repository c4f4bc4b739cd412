package io.kinrow.runtime.internal.sql;

import io.kinrow.runtime.internal.connect.Session;
import io.kinrow.runtime.internal.connect.Sessions;
import io.kinrow.runtime.internal.dialect.Dialect;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The whole database: each piece of work runs on a free session. */
public final class RootScope extends Scope {

  private final Sessions sessions;

  /** With a single connection, the session that this thread's transaction or stream already has. */
  private final @Nullable ThreadLocal<Session> held;

  public RootScope(Core core) {
    super(core);
    this.sessions = core.sessions();
    this.held = sessions.single() ? new ThreadLocal<>() : null;
  }

  @Override
  public <R> R run(Work<R> work) throws SQLException {
    Session mine = held == null ? null : held.get();
    if (mine != null) {
      return work.on(mine);
    }
    Session session = sessions.take();
    try {
      return work.on(session);
    } catch (SQLException e) {
      sessions.failed(e);
      throw e;
    } finally {
      sessions.give(session);
    }
  }

  @Override
  public <R> R query(Work<R> work) throws SQLException {
    if (!sessions.replaces()) {
      return run(work);
    }
    Session session = sessions.take();
    try {
      return work.on(session);
    } catch (SQLException e) {
      sessions.failed(e);
      if (!core().dialect().isConnectionLost(e)
          || !session.isUnanswered(e)
          || Dialect.isUnheard(e)) {
        throw e;
      }
    } finally {
      sessions.give(session);
    }
    return run(work);
  }

  /**
   * Takes a session for a scope of its own; with a single connection, this thread's if it has it.
   */
  Session take() {
    Session mine = held == null ? null : held.get();
    return mine != null ? mine : sessions.take();
  }

  /** Lets this thread's other work share the only session; returns whether it did not before. */
  boolean hold(Session session) {
    if (held == null || held.get() != null) {
      return held == null;
    }
    held.set(session);
    return true;
  }

  void give(Session session) {
    if (held != null) {
      held.remove();
    }
    sessions.give(session);
  }
}
