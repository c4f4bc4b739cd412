package io.kinrow.runtime.internal.connect;

import io.kinrow.runtime.internal.dialect.Dialect;
import io.kinrow.runtime.internal.dialect.Opening;
import io.kinrow.runtime.internal.dialect.StatementLimit;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Connections that Kinrow opens itself from a JDBC URL, set up as the dialect says. */
final class OpenedConnections implements ConnectionSource {

  private final Opening opening;
  private final Dialect dialect;
  private final String url;
  private final Properties properties;
  private final int limit;

  /** What the first connection has shown of all of them. */
  private volatile @Nullable Boolean pooled;

  /**
   * Connections to a URL.
   *
   * @throws IllegalArgumentException if the settings do not fit the URL
   */
  OpenedConnections(String url, Dialect dialect, ConnectionSettings settings) {
    this.opening = settings.opening(url);
    this.dialect = dialect;
    this.url = dialect.url(opening);
    this.properties = dialect.properties(opening);
    int most = dialect.mostConnections(url);
    refuseInMemory(
        most == 1 && settings.most() > 1,
        "connections(%d)".formatted(settings.most()),
        "each connection would have a database of its own");
    refuseInMemory(
        most == 1 && settings.idleTimeout() != null,
        "idleTimeout(%s)".formatted(settings.idleTimeout()),
        "the database would be lost with its connection");
    this.limit = settings.most() == 0 ? most : settings.most();
  }

  private void refuseInMemory(boolean refused, String option, String why) {
    if (refused) {
      throw new IllegalArgumentException(
          "%s: %s is in memory, where %s; leave the option out"
              .formatted(option, opening.shown(), why));
    }
  }

  @Override
  public Session acquire() {
    try {
      Connection connection = DriverManager.getConnection(url, properties);
      try {
        return new Session(connection, dialect, true, prepared(connection));
      } catch (SQLException | RuntimeException | Error e) {
        close(connection, e);
        throw e;
      }
    } catch (SQLException e) {
      throw Failures.of("cannot open " + opening.shown(), e, advice(e));
    }
  }

  private static void close(Connection connection, Throwable failure) {
    try {
      connection.close();
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  private String advice(SQLException failure) {
    String advice = dialect.openingAdvice(failure, opening);
    return advice.isEmpty() && Dialect.isUnheard(failure)
        ? " (the server did not answer in time)"
        : advice;
  }

  private @Nullable StatementLimit prepared(Connection connection) throws SQLException {
    Boolean known = pooled;
    if (known == null) {
      known = dialect.isPooled(connection, opening);
      pooled = known;
    }
    return dialect.opened(connection, opening, known);
  }

  @Override
  public void release(Session session) {
    try {
      session.connection().close();
    } catch (SQLException e) {
      throw Failures.of("cannot close a connection to " + opening.shown(), e);
    }
  }

  @Override
  public boolean exclusive() {
    return true;
  }

  @Override
  public int limit() {
    return limit;
  }

  @Override
  public void close() {
    // the sessions have given every connection back
  }
}
