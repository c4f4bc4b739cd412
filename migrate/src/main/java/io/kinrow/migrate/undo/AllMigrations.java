package io.kinrow.migrate.undo;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.internal.database.base.Database;
import org.flywaydb.core.internal.info.MigrationInfoServiceImpl;
import org.flywaydb.core.internal.resolver.CompositeMigrationResolver;
import org.flywaydb.core.internal.schemahistory.SchemaHistory;
import org.flywaydb.core.internal.util.ValidatePatternUtils;
import org.jetbrains.annotations.ApiStatus;

/**
 * Reads what is applied and what is pending inside of a Flyway command; stateless.
 *
 * @hidden
 */
@ApiStatus.Internal
public final class AllMigrations {

  private AllMigrations() {}

  /**
   * Reads all migrations, whatever the configured target.
   *
   * @param outOfOrder whether those below the current version count as pending, too
   */
  public static MigrationInfoServiceImpl read(
      CompositeMigrationResolver resolver,
      SchemaHistory history,
      Database<?> database,
      Configuration configuration,
      boolean outOfOrder) {
    MigrationInfoServiceImpl info =
        new MigrationInfoServiceImpl(
            resolver,
            history,
            database,
            configuration,
            MigrationVersion.LATEST,
            outOfOrder,
            ValidatePatternUtils.getIgnoreAllPattern());
    info.refresh();
    return info;
  }
}
