package io.kinrow.migrate.postgres;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.extensibility.ConfigurationExtension;

/**
 * Finds statements that build an index {@code CONCURRENTLY}. They wait until every transaction that
 * could see the table has ended, and Flyway, by default, holds its lock in a transaction that ends
 * after the script: neither would ever go on. {@code DROP INDEX CONCURRENTLY} does not wait for it.
 */
final class ConcurrentIndexes {
  private static final Pattern BUILD =
      Pattern.compile(
          "\\b(?:(CREATE)\\s+(?:UNIQUE\\s+)?INDEX|(REINDEX)\\b[^;]*?)\\s+CONCURRENTLY\\b",
          Pattern.CASE_INSENSITIVE);

  private ConcurrentIndexes() {}

  /**
   * Why a script would wait without an end on PostgreSQL, if it would, and what helps.
   *
   * @param script its name
   * @param sql its text, in which strings and comments do not count
   */
  static Optional<String> problem(Configuration configuration, String script, String sql) {
    if (!locksInTransaction(configuration)) {
      return Optional.empty();
    }
    Matcher build = BUILD.matcher(ScriptWords.of(sql));
    if (!build.find()) {
      return Optional.empty();
    }
    return Optional.of(
        script
            + ": "
            + (build.group(1) == null ? "REINDEX CONCURRENTLY" : "CREATE INDEX CONCURRENTLY")
            + " would wait forever for the transaction in which Flyway holds its lock. Set"
            + " flyway.postgresql.transactional.lock=false, or leave out CONCURRENTLY");
  }

  /** Flyway's module for PostgreSQL is there, and says so; it is no dependency of this one. */
  private static boolean locksInTransaction(Configuration configuration) {
    for (ConfigurationExtension extension :
        configuration.getPluginRegister().getInstancesOf(ConfigurationExtension.class)) {
      if (extension.getClass().getSimpleName().equals("PostgreSQLConfigurationExtension")) {
        try {
          return (boolean) extension.getClass().getMethod("isTransactionalLock").invoke(extension);
        } catch (ReflectiveOperationException e) {
          throw new FlywayException("Cannot read flyway.postgresql.transactional.lock", e);
        }
      }
    }
    return false;
  }
}
