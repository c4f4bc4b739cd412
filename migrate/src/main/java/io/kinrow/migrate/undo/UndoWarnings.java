package io.kinrow.migrate.undo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.resolver.ResolvedMigration;

/** What a plan does that its reader may not expect. */
final class UndoWarnings {
  private final UndoTarget target;
  private final MigrationInfo[] all;
  private final List<PlannedUndo.Step> steps;

  UndoWarnings(UndoTarget target, MigrationInfo[] all, List<PlannedUndo.Step> steps) {
    this.target = target;
    this.all = all;
    this.steps = steps;
  }

  List<String> list() {
    List<String> warnings = new ArrayList<>();
    if (steps.isEmpty()) {
      return warnings;
    }
    if (target instanceof UndoTarget.LastRun) {
      warnings.add(
          "Taken to be the last run, because each began within a second of the previous one: "
              + steps.stream().map(PlannedUndo.Step::version).collect(Collectors.joining(", ")));
    }
    for (PlannedUndo.Step step : steps) {
      changedSinceApplied(step, warnings);
      if (!step.script().getExecutor().canExecuteInTransaction()) {
        warnings.add(
            step.script().getScript()
                + " does not run in a transaction: if it fails, part of it remains.");
      }
    }
    repeatables(warnings);
    return warnings;
  }

  private static void changedSinceApplied(PlannedUndo.Step step, List<String> warnings) {
    ResolvedMigration file = step.applied().getResolvedMigration();
    if (file != null && !file.checksumMatches(step.applied().getChecksum())) {
      warnings.add(
          file.getScript()
              + " was edited after it was applied; the undo script should undo the version that was applied.");
    }
  }

  private void repeatables(List<String> warnings) {
    String scripts =
        Arrays.stream(all)
            .filter(m -> m.getVersion() == null && m.getInstalledRank() != null)
            .filter(m -> !m.getType().isSynthetic() && m.getState().isApplied())
            .filter(m -> m.getState() != MigrationState.DELETED)
            .map(MigrationInfo::getScript)
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    if (!scripts.isEmpty()) {
      warnings.add(
          "Repeatable migrations are not undone, and objects of theirs that an undo script drops do not come back with the next migrate unless their file changes: "
              + scripts);
    }
  }
}
