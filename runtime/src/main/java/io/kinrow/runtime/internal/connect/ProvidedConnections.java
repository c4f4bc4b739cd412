package io.kinrow.runtime.internal.connect;

import io.kinrow.runtime.internal.dialect.Dialect;
import java.sql.Connection;
import org.jooq.ConnectionProvider;
import org.jooq.exception.DataAccessException;

/** Connections that belong to somebody else: a pool, or the transaction of a jOOQ context. */
final class ProvidedConnections implements ConnectionSource {

  private final ConnectionProvider provider;
  private final Dialect dialect;

  ProvidedConnections(ConnectionProvider provider, Dialect dialect) {
    this.provider = provider;
    this.dialect = dialect;
  }

  @Override
  public Session acquire() {
    Connection connection = provider.acquire();
    if (connection == null) {
      throw new DataAccessException(
          "the DSLContext has no connection: give it one, or a DataSource");
    }
    return new Session(connection, dialect, false, null);
  }

  @Override
  public void release(Session session) {
    provider.release(session.connection());
  }

  @Override
  public boolean exclusive() {
    return false;
  }

  @Override
  public int limit() {
    return Integer.MAX_VALUE;
  }

  @Override
  public void close() {
    // whoever made the provider closes it
  }
}
