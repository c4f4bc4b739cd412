package io.kinrow.maven;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;
import org.jooq.tools.JooqLogger;

/**
 * Flyway's log without its account of each step: the scratch database concerns nobody until
 * something goes wrong. Public for Flyway, which finds the class by name.
 */
public final class FlywayWarnings implements LogCreator {

  /** For Flyway. */
  public FlywayWarnings() {}

  @Override
  public Log createLogger(Class<?> type) {
    return new Warnings(JooqLogger.getLogger(type));
  }

  /** PostgreSQL says so of each script that begins a transaction, as dumps do. */
  private static final String BEGUN_ALREADY = "(SQL State: 25001";

  private record Warnings(JooqLogger log) implements Log {

    @Override
    public void debug(String message) {}

    @Override
    public void info(String message) {}

    @Override
    public void notice(String message) {}

    @Override
    public void warn(String message) {
      if (!message.contains(BEGUN_ALREADY)) {
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
