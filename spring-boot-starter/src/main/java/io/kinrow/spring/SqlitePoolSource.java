package io.kinrow.spring;

import io.kinrow.runtime.internal.dialect.Dialect;
import io.kinrow.runtime.internal.dialect.Opening;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Opens connections to SQLite for a pool. Thread-safe. */
final class SqlitePoolSource extends AbstractDataSource {

  /** Kinrow does without, but Spring's KeyHolder does not. */
  private static final String GENERATED_KEYS = "jdbc.get_generated_keys";

  private final String url;
  private final Dialect dialect;
  private final Properties properties;

  /**
   * @param given properties for the driver, which win
   */
  SqlitePoolSource(String url, Properties given) {
    Map<String, String> own = new HashMap<>();
    given.stringPropertyNames().forEach(name -> own.put(name, given.getProperty(name)));
    Opening opening = new Opening(url, own, null, false);
    this.dialect = Dialect.ofUrl(url);
    this.url = dialect.url(opening);
    this.properties = dialect.properties(opening);
    if (!own.containsKey(GENERATED_KEYS)) {
      properties.remove(GENERATED_KEYS);
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    return SpringConnection.on(DriverManager.getConnection(url, properties), dialect);
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection(); // SQLite knows no users
  }
}
