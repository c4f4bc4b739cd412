package io.kinrow.runtime.internal.connect;

import io.kinrow.runtime.internal.dialect.Dialect;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.regex.Pattern;

/** Connections that Kinrow opens itself from a JDBC URL, set up as the dialect says. */
final class OpenedConnections implements ConnectionSource {

  private static final Pattern PASSWORD = Pattern.compile("(?i)(password=)[^&;]*");

  private final String url;
  private final Properties properties;
  private final int limit;

  /**
   * Connections to a URL.
   *
   * @throws IllegalArgumentException if there cannot be so many
   */
  OpenedConnections(String url, Dialect dialect, ConnectionSettings settings) {
    this.url = url;
    this.properties = dialect.properties(url);
    this.properties.putAll(settings.properties());
    int most = dialect.mostConnections(url);
    if (most == 1 && settings.most() > 1) {
      throw new IllegalArgumentException(
          "connections(%d): %s is in memory, where each connection would have a database of its own; leave the option out"
              .formatted(settings.most(), shown()));
    }
    this.limit = settings.most() == 0 ? most : settings.most();
  }

  /** The URL without a password. */
  private String shown() {
    return PASSWORD.matcher(url).replaceAll("$1***");
  }

  @Override
  public Connection acquire() {
    try {
      return DriverManager.getConnection(url, properties);
    } catch (SQLException e) {
      throw Failures.of("cannot open " + shown(), e);
    }
  }

  @Override
  public void release(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      throw Failures.of("cannot close a connection to " + shown(), e);
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
