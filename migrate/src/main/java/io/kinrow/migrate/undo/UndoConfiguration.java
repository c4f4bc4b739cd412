package io.kinrow.migrate.undo;

import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.extensibility.ConfigurationExtension;
import org.jspecify.annotations.Nullable;

/**
 * The setting {@code flyway.undoSqlMigrationPrefix}, as Flyway documents it: the prefix of undo
 * scripts, {@code U} by default.
 */
public final class UndoConfiguration implements ConfigurationExtension {
  private static final String DEFAULT_PREFIX = "U";

  private String undoSqlMigrationPrefix = DEFAULT_PREFIX;

  /** Returns the prefix of undo scripts. */
  public String getUndoSqlMigrationPrefix() {
    return undoSqlMigrationPrefix;
  }

  /** Sets the prefix of undo scripts. */
  public void setUndoSqlMigrationPrefix(String undoSqlMigrationPrefix) {
    this.undoSqlMigrationPrefix = undoSqlMigrationPrefix;
  }

  /** The prefix of undo scripts in a configuration, also where this extension is not installed. */
  public static String prefix(Configuration configuration) {
    UndoConfiguration own = configuration.getPluginRegister().getExact(UndoConfiguration.class);
    return own == null ? DEFAULT_PREFIX : own.getUndoSqlMigrationPrefix();
  }

  @Override
  public String getNamespace() {
    return "";
  }

  @Override
  public @Nullable String getConfigurationParameterFromEnvironmentVariable(String variable) {
    return "FLYWAY_UNDO_SQL_MIGRATION_PREFIX".equals(variable)
        ? "flyway.undoSqlMigrationPrefix"
        : null;
  }
}
