package io.kinrow.migrate.undo;

import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.extensibility.ConfigurationExtension;
import org.jspecify.annotations.Nullable;

/**
 * The settings of undo: {@code flyway.undoSqlMigrationPrefix}, as Flyway documents it, the prefix
 * of undo scripts, {@code U} by default; and {@code flyway.undoFailed}, whether what ran of a
 * failed migration is undone.
 */
public final class UndoConfiguration implements ConfigurationExtension {
  private static final String DEFAULT_PREFIX = "U";

  private String undoSqlMigrationPrefix = DEFAULT_PREFIX;
  private boolean undoFailed;

  /** Returns the prefix of undo scripts. */
  public String getUndoSqlMigrationPrefix() {
    return undoSqlMigrationPrefix;
  }

  /** Sets the prefix of undo scripts. */
  public void setUndoSqlMigrationPrefix(String undoSqlMigrationPrefix) {
    this.undoSqlMigrationPrefix = undoSqlMigrationPrefix;
  }

  /** Whether an undo begins with what ran of a failed migration, if it is proved what that is. */
  public boolean isUndoFailed() {
    return undoFailed;
  }

  /** Sets whether an undo begins with what ran of a failed migration; it does not by default. */
  public void setUndoFailed(boolean undoFailed) {
    this.undoFailed = undoFailed;
  }

  static boolean undoesFailed(Configuration configuration) {
    UndoConfiguration own = configuration.getPluginRegister().getExact(UndoConfiguration.class);
    return own != null && own.undoFailed;
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
    return switch (variable) {
      case "FLYWAY_UNDO_SQL_MIGRATION_PREFIX" -> "flyway.undoSqlMigrationPrefix";
      case "FLYWAY_UNDO_FAILED" -> "flyway.undoFailed";
      default -> null;
    };
  }
}
