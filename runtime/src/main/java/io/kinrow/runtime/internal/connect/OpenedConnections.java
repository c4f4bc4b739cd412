package io.kinrow.runtime.internal.connect;

import io.kinrow.runtime.internal.dialect.Dialect;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Connections that Kinrow opens itself from a JDBC URL, set up as the dialect says. */
final class OpenedConnections implements ConnectionSource {

  private final String url;
  private final Dialect dialect;

  OpenedConnections(String url, Dialect dialect) {
    this.url = url;
    this.dialect = dialect;
  }

  @Override
  public Connection acquire() {
    try {
      return DriverManager.getConnection(url, dialect.properties(url));
    } catch (SQLException e) {
      throw Failures.of("cannot open " + url, e);
    }
  }

  @Override
  public void release(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      throw Failures.of("cannot close a connection to " + url, e);
    }
  }

  @Override
  public boolean exclusive() {
    return true;
  }

  @Override
  public int limit() {
    return dialect.mostConnections(url);
  }

  @Override
  public void close() {
    // the sessions have given every connection back
  }
}
