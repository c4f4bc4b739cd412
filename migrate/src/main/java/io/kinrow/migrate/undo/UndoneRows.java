package io.kinrow.migrate.undo;

import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.extensibility.AppliedMigration;
import org.flywaydb.core.internal.info.AppliedMigrationAttributes;
import org.flywaydb.core.internal.util.Pair;

/** Finds the history row that an undo row took back. */
final class UndoneRows {
  private UndoneRows() {}

  static void markLatest(
      List<Pair<AppliedMigration, AppliedMigrationAttributes>> applied, MigrationVersion version) {
    for (int i = applied.size() - 1; i >= 0; i--) {
      AppliedMigration row = applied.get(i).getLeft();
      if (version.equals(row.getVersion())
          && !row.getType().isSynthetic()
          && !row.getType().isUndo()) {
        applied.get(i).getRight().undone = true;
        return;
      }
    }
  }
}
