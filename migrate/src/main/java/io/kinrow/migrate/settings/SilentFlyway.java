package io.kinrow.migrate.settings;

import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;
import org.flywaydb.core.api.logging.LogFactory;

/**
 * Keeps Flyway from logging what it does on scratch databases: whoever runs scripts there reports
 * the result, also of scripts that are expected to fail. Public for Flyway, which finds the class
 * by its name.
 */
public final class SilentFlyway implements LogCreator {

  private static final Log SILENCE = new Silence();

  /** For Flyway. */
  public SilentFlyway() {}

  /** Returns the same configuration, with which Flyway logs nothing. */
  public static FluentConfiguration in(FluentConfiguration configuration) {
    return isFound() ? configuration.loggers(SilentFlyway.class.getName()) : configuration;
  }

  /** Flyway looks for loggers with its own class loader, which may not know this class. */
  private static boolean isFound() {
    try {
      String name = SilentFlyway.class.getName();
      return Class.forName(name, false, LogFactory.class.getClassLoader()) == SilentFlyway.class;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  @Override
  public Log createLogger(Class<?> type) {
    return SILENCE;
  }

  private static final class Silence implements Log {
    @Override
    public void debug(String message) {}

    @Override
    public void info(String message) {}

    @Override
    public void warn(String message) {}

    @Override
    public void error(String message) {}

    @Override
    public void error(String message, Exception e) {}

    @Override
    public void notice(String message) {}
  }
}
