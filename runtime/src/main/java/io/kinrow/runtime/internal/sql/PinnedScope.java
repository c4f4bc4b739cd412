package io.kinrow.runtime.internal.sql;

import io.kinrow.runtime.internal.connect.Session;
import java.sql.SQLException;

/** A session that the caller holds already, for the statements of one piece of work. */
public final class PinnedScope extends Scope {

  private final Session session;

  public PinnedScope(Core core, Session session) {
    super(core);
    this.session = session;
  }

  @Override
  public <R> R run(Work<R> work) throws SQLException {
    return work.on(session);
  }
}
