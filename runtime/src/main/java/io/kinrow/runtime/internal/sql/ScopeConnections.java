package io.kinrow.runtime.internal.sql;

import io.kinrow.runtime.internal.connect.Session;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.IdentityHashMap;
import org.jooq.Configuration;
import org.jooq.ConnectionProvider;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Lends a database's sessions to jOOQ, one for each of its statements. */
public final class ScopeConnections implements ConnectionProvider {

  private final RootScope scope;
  private final IdentityHashMap<Connection, Session> lent = new IdentityHashMap<>();

  private ScopeConnections(RootScope scope) {
    this.scope = scope;
  }

  /** A jOOQ context on a scope's connections. */
  public static DSLContext context(Scope scope) {
    if (scope instanceof TransactionScope transaction) {
      return context(transaction.open());
    }
    if (scope instanceof BoundScope bound) {
      return context(
          scope, bound.configuration(), new OneConnection(bound), connection -> bound.session());
    }
    ScopeConnections connections = new ScopeConnections((RootScope) scope);
    return context(scope, scope.core().configuration(), connections, connections::session);
  }

  private static DSLContext context(
      Scope scope,
      Configuration settings,
      ConnectionProvider connections,
      JooqListener.Lookup sessions) {
    Configuration configuration = scope.core().values().jooq(settings);
    return DSL.using(
        configuration
            .derive(connections)
            .deriveAppending(new JooqListener(scope.core(), sessions)));
  }

  /** The connection of a transaction, on which jOOQ or its user may do anything. */
  private record OneConnection(BoundScope scope) implements ConnectionProvider {
    @Override
    public Connection acquire() {
      scope.touch();
      return scope.connection();
    }

    @Override
    public void release(Connection connection) {
      // the transaction keeps it
    }
  }

  private @Nullable Session session(Connection connection) throws SQLException {
    Connection own = connection.unwrap(Connection.class);
    synchronized (lent) {
      return lent.get(own);
    }
  }

  @Override
  public Connection acquire() {
    Session session = scope.take();
    synchronized (lent) {
      lent.put(session.connection(), session);
    }
    return session.connection();
  }

  @Override
  public void release(Connection connection) {
    Session session;
    synchronized (lent) {
      session = lent.remove(connection);
    }
    if (session != null) {
      scope.core().sessions().give(session);
    }
  }
}
