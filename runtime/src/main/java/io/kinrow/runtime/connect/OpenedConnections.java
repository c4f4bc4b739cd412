package io.kinrow.runtime.connect;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * Connections that Kinrow opens itself from a JDBC URL. SQLite's are set up as an application
 * expects: foreign keys enforced, write-ahead log, a busy timeout, transactions that take the write
 * lock when they begin.
 */
final class OpenedConnections implements ConnectionSource {

  private static final int MOST = 16;

  private final String url;
  private final Properties properties;

  OpenedConnections(String url) {
    this.url = url;
    this.properties = Engine.ofUrl(url) == Engine.SQLITE ? sqlite(url) : new Properties();
  }

  /**
   * Pragmas of sqlite-jdbc, by the names of {@code org.sqlite.SQLiteConfig.Pragma}. What the URL
   * says itself wins over these.
   */
  private static Properties sqlite(String url) {
    Properties properties = new Properties();
    properties.setProperty("foreign_keys", "true");
    properties.setProperty("busy_timeout", "5000");
    properties.setProperty("synchronous", "NORMAL");
    properties.setProperty("transaction_mode", "IMMEDIATE");
    properties.setProperty("jdbc.get_generated_keys", "false");
    if (!memory(url) && !readOnly(url)) {
      properties.setProperty("journal_mode", "WAL");
    }
    // the driver lets these win over the URL, the user does not
    Pattern.compile("[?&]([a-z_.]+)=")
        .matcher(url)
        .results()
        .forEach(setting -> properties.remove(setting.group(1)));
    return properties;
  }

  private static boolean memory(String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    return lower.equals("jdbc:sqlite:")
        || lower.contains(":memory:")
        || lower.contains("mode=memory");
  }

  private static boolean readOnly(String url) {
    return url.contains("open_mode=1") || url.contains("mode=ro") || url.contains("immutable=");
  }

  @Override
  public Connection acquire() {
    try {
      return DriverManager.getConnection(url, properties);
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

  /** An in-memory SQLite database lives in its only connection. */
  @Override
  public int limit() {
    return Engine.ofUrl(url) == Engine.SQLITE && memory(url) ? 1 : MOST;
  }

  @Override
  public void close() {
    // the sessions have given every connection back
  }
}
