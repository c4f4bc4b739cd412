package io.kinrow.migrate.undo;

import java.util.Date;
import java.util.List;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.resolver.ResolvedMigration;
import org.flywaydb.core.extensibility.AppliedMigration;
import org.flywaydb.core.internal.info.AppliedMigrationAttributes;
import org.flywaydb.core.internal.info.MigrationInfoContext;
import org.flywaydb.core.internal.schemahistory.BaseAppliedMigration;
import org.flywaydb.core.internal.util.Pair;
import org.jetbrains.annotations.ApiStatus;

/**
 * A row of type {@code UNDO_SQL}, as Redgate's editions write it. It is read, so that a database
 * can move from those editions to this plug-in; it is never written.
 *
 * @hidden
 */
@ApiStatus.Internal
public final class RedgateUndoRow extends BaseAppliedMigration {
  /** Creates one for the service loader. */
  public RedgateUndoRow() {}

  private RedgateUndoRow(
      int installedRank,
      MigrationVersion version,
      String description,
      String script,
      Integer checksum,
      Date installedOn,
      String installedBy,
      int executionTime,
      boolean success) {
    super(
        installedRank,
        version,
        description,
        UndoMigrationType.UNDO_SQL,
        script,
        checksum,
        installedOn,
        installedBy,
        executionTime,
        success);
  }

  @Override
  public boolean handlesType(String type) {
    return UndoMigrationType.UNDO_SQL.name().equals(type);
  }

  @Override
  public AppliedMigration create(
      int installedRank,
      MigrationVersion version,
      String description,
      String type,
      String script,
      Integer checksum,
      Date installedOn,
      String installedBy,
      int executionTime,
      boolean success) {
    return new RedgateUndoRow(
        installedRank,
        version,
        description,
        script,
        checksum,
        installedOn,
        installedBy,
        executionTime,
        success);
  }

  /** Returns false, or Flyway would count the undo itself as the version that was applied last. */
  @Override
  public boolean isVersioned() {
    return false;
  }

  @Override
  public MigrationState getState(
      MigrationInfoContext context, boolean outOfOrder, ResolvedMigration resolvedMigration) {
    return isSuccess() ? MigrationState.SUCCESS : MigrationState.FAILED;
  }

  @Override
  public void updateAttributes(List<Pair<AppliedMigration, AppliedMigrationAttributes>> applied) {
    if (isSuccess()) {
      UndoneRows.markLatest(applied, getVersion());
    }
  }
}
