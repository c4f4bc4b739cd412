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
public final class ConcurrentIndexes {
  private static final Pattern BUILD =
      Pattern.compile(
          "\\b(?:(CREATE)\\s+(?:UNIQUE\\s+)?INDEX|(REINDEX)\\b[^;]*?)\\s+CONCURRENTLY\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TAG = Pattern.compile("\\$(?:[\\p{L}_][\\p{L}\\p{N}_]*)?\\$");

  private ConcurrentIndexes() {}

  /**
   * Why a script would wait without an end, if it would, and what helps.
   *
   * @param script its name
   * @param sql its text, in which strings and comments do not count
   */
  public static Optional<String> problem(Configuration configuration, String script, String sql) {
    if (!canWait(configuration)) {
      return Optional.empty();
    }
    Matcher build = BUILD.matcher(withoutTexts(sql));
    if (!build.find()) {
      return Optional.empty();
    }
    return Optional.of(
        script
            + ": "
            + (build.group(1) == null ? "REINDEX CONCURRENTLY" : "CREATE INDEX CONCURRENTLY")
            + " would wait without an end for the transaction in which Flyway holds its lock. Set"
            + " flyway.postgresql.transactional.lock=false, or leave out CONCURRENTLY");
  }

  /** Whether the database can be a PostgreSQL one, with the lock in a transaction. */
  public static boolean canWait(Configuration configuration) {
    String url = configuration.getUrl();
    return (url == null || url.contains("postgresql")) && locksInTransaction(configuration);
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

  /** Without comments, strings, quoted names and bodies of functions. */
  private static String withoutTexts(String sql) {
    StringBuilder rest = new StringBuilder();
    Matcher tag = TAG.matcher(sql);
    int at = 0;
    while (at < sql.length()) {
      char c = sql.charAt(at);
      int end;
      if (sql.startsWith("--", at)) {
        end = after(sql, "\n", at);
      } else if (sql.startsWith("/*", at)) {
        end = after(sql, "*/", at + 2);
      } else if (c == '\'' || c == '"') {
        boolean escapes = c == '\'' && at > 0 && (sql.charAt(at - 1) | 32) == 'e';
        end = afterQuote(sql, c, at + 1, escapes);
      } else if (c == '$' && tag.region(at, sql.length()).lookingAt()) {
        end = after(sql, tag.group(), tag.end());
      } else {
        rest.append(c);
        at++;
        continue;
      }
      rest.append(' ');
      at = end;
    }
    return rest.toString();
  }

  private static int after(String sql, String end, int from) {
    int found = sql.indexOf(end, from);
    return found < 0 ? sql.length() : found + end.length();
  }

  private static int afterQuote(String sql, char quote, int from, boolean escapes) {
    int at = from;
    while (at < sql.length() && sql.charAt(at) != quote) {
      at += escapes && sql.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at + 1, sql.length());
  }
}
