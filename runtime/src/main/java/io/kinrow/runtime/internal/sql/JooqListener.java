package io.kinrow.runtime.internal.sql;

import io.kinrow.runtime.internal.connect.Session;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jspecify.annotations.Nullable;

/** Tells a database's listeners of what jOOQ itself runs on it. */
final class JooqListener implements ExecuteListener {

  private static final long serialVersionUID = 1;
  private static final String STARTED = JooqListener.class.getName();

  private static final String SESSION = Session.class.getName();

  private final transient Core core;
  private final transient Lookup sessions;

  /** Finds the session of a connection that jOOQ has. */
  interface Lookup {
    /** Null for a connection of somebody else's. */
    @Nullable Session of(Connection connection) throws SQLException;
  }

  JooqListener(Core core, Lookup sessions) {
    this.core = core;
    this.sessions = sessions;
  }

  @Override
  public void executeStart(ExecuteContext context) {
    begin(context);
    if (core.listeners().any()) {
      context.data(STARTED, System.nanoTime());
    }
  }

  @Override
  public void executeEnd(ExecuteContext context) {
    if (context.statement() != null && context.data(SESSION) instanceof Session session) {
      session.executed(context.statement());
    }
    if (context.data().remove(STARTED) instanceof Long started && context.sql() != null) {
      core.listeners().executed(context.sql(), values(context), System.nanoTime() - started);
    }
  }

  private void begin(ExecuteContext context) {
    try {
      Session session = sessions.of(context.connection());
      if (session != null && context.data(SESSION) == null) {
        session.refuseIfRolledBack();
        session.start(context.statement());
        context.data(SESSION, session);
      }
    } catch (SQLException e) {
      throw Statements.failed(String.valueOf(context.sql()), e);
    }
  }

  /** A result that is read lazily ends here too. */
  @Override
  public void end(ExecuteContext context) {
    if (context.data().remove(SESSION) instanceof Session session) {
      session.stop();
    }
  }

  /** Failed statements are told of too, and make their connection doubtful. */
  @Override
  public void exception(ExecuteContext context) {
    executeEnd(context);
    SQLException failure = context.sqlException();
    core.sessions().failed(failure);
    if (failure != null && context.data(SESSION) instanceof Session session) {
      core.failed(session, failure);
    }
  }

  private static List<@Nullable Object> values(ExecuteContext context) {
    return context.query() == null ? List.of() : new ArrayList<>(context.query().getBindValues());
  }
}
