package io.kinrow.migrate.settings;

import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.extensibility.ConfigurationExtension;
import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.Nullable;

/**
 * The settings of undo: {@code flyway.undoSqlMigrationPrefix}, as Flyway documents it, the prefix
 * of undo scripts, {@code U} by default; {@code flyway.undoFailed}, whether what ran of a failed
 * migration is undone; {@code flyway.undoToDate} and {@code flyway.undoLastRun}, how far {@code
 * flyway:undo} goes in place of {@code target}.
 *
 * @hidden
 */
@ApiStatus.Internal
public final class UndoConfiguration implements ConfigurationExtension {
  private static final String DEFAULT_PREFIX = "U";

  private String undoSqlMigrationPrefix = DEFAULT_PREFIX;
  private boolean undoFailed;
  private boolean undoLastRun;
  private @Nullable String undoToDate;

  /** Returns the prefix of undo scripts. */
  public String getUndoSqlMigrationPrefix() {
    return undoSqlMigrationPrefix;
  }

  /** Sets the prefix of undo scripts. */
  public void setUndoSqlMigrationPrefix(String undoSqlMigrationPrefix) {
    this.undoSqlMigrationPrefix = undoSqlMigrationPrefix;
  }

  /**
   * Returns whether an undo begins with the part of a failed migration that ran, if this is proved.
   */
  public boolean isUndoFailed() {
    return undoFailed;
  }

  /** Sets whether an undo begins with the part of a failed migration that ran; false by default. */
  public void setUndoFailed(boolean undoFailed) {
    this.undoFailed = undoFailed;
  }

  /** Returns whether everything that the last run of migrate applied is undone. */
  public boolean isUndoLastRun() {
    return undoLastRun;
  }

  /** Sets whether everything that the last run of migrate applied is undone; false by default. */
  public void setUndoLastRun(boolean undoLastRun) {
    this.undoLastRun = undoLastRun;
  }

  /** Returns the day or moment down to which migrations are undone; null if none is set. */
  public @Nullable String getUndoToDate() {
    return undoToDate;
  }

  /**
   * Sets the day or moment after which all is undone that was applied.
   *
   * @param undoToDate such as {@code 2026-01-31}, {@code 2026-01-31T23:59} or {@code 2026-01-31
   *     23:59}
   */
  public void setUndoToDate(@Nullable String undoToDate) {
    this.undoToDate = undoToDate;
  }

  /**
   * Returns the settings in a configuration: those of its own, where this extension is installed.
   */
  public static UndoConfiguration in(Configuration configuration) {
    UndoConfiguration own = configuration.getPluginRegister().getExact(UndoConfiguration.class);
    return own == null ? new UndoConfiguration() : own;
  }

  /**
   * Returns the prefix of undo scripts in a configuration, also where this extension is not
   * installed.
   */
  public static String prefix(Configuration configuration) {
    return in(configuration).getUndoSqlMigrationPrefix();
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
      case "FLYWAY_UNDO_LAST_RUN" -> "flyway.undoLastRun";
      case "FLYWAY_UNDO_TO_DATE" -> "flyway.undoToDate";
      default -> null;
    };
  }
}
