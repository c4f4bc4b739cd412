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
   * PostgreSQL says so of each script that begins a transaction, as dumps do. Its other warnings of
   * the same SQL state are the user's to see.
   */
  private static final Pattern BEGUN_ALREADY =
      Pattern.compile(
          "(DB: )?there is already a transaction in progress"
              + " \\(SQL State: 25001 - Error Code: 0\\)\\s*");

  private record Warnings(JooqLogger log) implements Log {

    @Override
    public void debug(String message) {}

    @Override
    public void info(String message) {}

    @Override
    public void notice(String message) {}

    @Override
    public void warn(String message) {
      if (!BEGUN_ALREADY.matcher(message).matches()) {
        log.warn("Flyway", message);
      }
    }

    @Override
    public void error(String message) {
      log.error("Flyway", message);
    }

    @Override
    public void error(String message, Exception e) {
      log.error("Flyway", message);
    }
  }
}
