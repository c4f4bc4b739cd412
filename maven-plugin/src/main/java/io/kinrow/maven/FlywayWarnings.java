package io.kinrow.maven;

import java.util.regex.Pattern;
import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;
import org.jetbrains.annotations.ApiStatus;
import org.jooq.tools.JooqLogger;

/**
 * Flyway's log without its account of each step: the scratch database concerns nobody until
 * something goes wrong. Public for Flyway, which finds the class by name.
 *
 * @hidden
 */
@ApiStatus.Internal
public final class FlywayWarnings implements LogCreator {

  /** For Flyway. */
  public FlywayWarnings() {}

  @Override
  public Log createLogger(Class<?> type) {
    return new Warnings(JooqLogger.getLogger(type));
  }

  /**
   * PostgreSQL says so of each script that begins a transaction, as dumps do (its other warnings of
   * the same SQL state are the user's to see), and where a script makes a schema if it does not
   * exist.
   */
  private static final Pattern HARMLESS =
      Pattern.compile(
          "(DB: )?(there is already a transaction in progress \\(SQL State: 25001"
              + "|.* \\(SQL State: 42P06) - Error Code: 0\\)\\s*");

  /** An exception says more of it, unless the migrations run once more in another way. */
  private static final Pattern FAILED = Pattern.compile("Migration of schema .* failed! .*");

  private record Warnings(JooqLogger log) implements Log {

    @Override
    public void debug(String message) {}

    @Override
    public void info(String message) {}

    @Override
    public void notice(String message) {}

    @Override
    public void warn(String message) {
      if (!HARMLESS.matcher(message).matches()) {
        log.warn("Flyway", message);
      }
    }

    @Override
    public void error(String message) {
      if (!FAILED.matcher(message).matches()) {
        log.error("Flyway", message);
      }
    }

    @Override
    public void error(String message, Exception e) {
      error(message);
    }
  }
}
