package io.kinrow.migrate.undo;

import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.resolver.ResolvedMigration;
import org.flywaydb.core.internal.info.MigrationInfoContext;
import org.flywaydb.core.internal.resolver.ResolvedMigrationImpl;
import org.flywaydb.core.internal.resolver.sql.SqlMigrationExecutor;
import org.flywaydb.core.internal.sqlscript.SqlScript;

/** One undo script that Flyway has found and not yet parsed. */
final class UndoResolvedMigration extends ResolvedMigrationImpl {
  private final SqlScript sqlScript;

  UndoResolvedMigration(
      MigrationVersion version,
      String description,
      SqlScript sqlScript,
      Integer checksum,
      SqlMigrationExecutor executor) {
    super(
        version,
        description,
        sqlScript.getResource().getRelativePath(),
        checksum,
        null,
        UndoMigrationType.UNDO_SQL,
        sqlScript.getResource().getAbsolutePathOnDisk(),
        executor);
    this.sqlScript = sqlScript;
  }

  SqlScript sqlScript() {
    return sqlScript;
  }

  /** Only two undo scripts can be duplicates of each other, never an undo script and its V. */
  @Override
  public boolean canCompareWith(ResolvedMigration other) {
    return other instanceof UndoResolvedMigration;
  }

  /** Returns AVAILABLE, so that {@code info} shows no row of its own and says "Undoable: Yes". */
  @Override
  public MigrationState getState(MigrationInfoContext context) {
    return MigrationState.AVAILABLE;
  }
}
