package io.kinrow.migrate.undo;

import java.util.List;
import org.flywaydb.core.internal.info.MigrationInfoImpl;

/**
 * A checked plan together with what is needed to run it.
 *
 * @param plan the part that is shown
 * @param steps the same steps, runnable
 * @param appliedRanks installed ranks of all versioned migrations that are applied, latest first:
 *     if they are others when the lock is held, another process was faster
 */
record PlannedUndo(UndoPlan plan, List<Step> steps, List<Integer> appliedRanks) {

  /** One applied migration and the script that undoes it. */
  record Step(MigrationInfoImpl applied, UndoResolvedMigration script) {
    String version() {
      return applied.getVersion().getVersion();
    }
  }
}
