package io.kinrow.migrate.undo;

import java.util.Date;
import java.util.List;
import org.flywaydb.core.api.CoreMigrationType;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.extensibility.AppliedMigration;
import org.flywaydb.core.internal.info.AppliedMigrationAttributes;
import org.flywaydb.core.internal.schemahistory.BaseAppliedMigration;
import org.flywaydb.core.internal.util.Pair;
import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.Nullable;

/**
 * The history row of an undo: Flyway's own {@code DELETE} marker, so that Flyway without this
 * plug-in still reads the history, with a description that tells it from {@code repair}'s.
 *
 * @hidden
 */
@ApiStatus.Internal
public final class UndoMarker extends BaseAppliedMigration {
  /** Above Flyway's own row types, which have 0. */
  private static final int PRIORITY = 100;

  static final String DESCRIPTION_PREFIX = "<< Undo >> ";

  /** Creates one for the service loader. */
  public UndoMarker() {}

  private UndoMarker(
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
        CoreMigrationType.DELETE,
        script,
        checksum,
        installedOn,
        installedBy,
        executionTime,
        success);
  }

  /** Returns whether a history row of type {@code DELETE} with this description records an undo. */
  public static boolean isUndo(@Nullable String description) {
    return description != null && description.startsWith(DESCRIPTION_PREFIX);
  }

  /** Returns the description of the row for the undo of a migration with this one. */
  public static String marked(String description) {
    return DESCRIPTION_PREFIX + description;
  }

  /** Returns the description of the migration that was undone. */
  public static String withoutMark(String description) {
    return isUndo(description) ? description.substring(DESCRIPTION_PREFIX.length()) : description;
  }

  @Override
  public int getPriority() {
    return PRIORITY;
  }

  @Override
  public boolean handlesType(String type) {
    return CoreMigrationType.DELETE.name().equals(type);
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
    if (!isUndo(description)) {
      return new BaseAppliedMigration(
          installedRank,
          version,
          description,
          type,
          script,
          checksum,
          installedOn,
          installedBy,
          executionTime,
          success);
    }
    return new UndoMarker(
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

  @Override
  public void updateAttributes(List<Pair<AppliedMigration, AppliedMigrationAttributes>> applied) {
    UndoneRows.markLatest(applied, getVersion());
  }
}
