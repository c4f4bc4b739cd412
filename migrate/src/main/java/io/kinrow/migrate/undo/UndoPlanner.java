package io.kinrow.migrate.undo;

import io.kinrow.migrate.settings.ScriptStatements;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.CoreMigrationType;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.resolver.ResolvedMigration;
import org.flywaydb.core.internal.database.base.Database;
import org.flywaydb.core.internal.info.MigrationInfoImpl;
import org.flywaydb.core.internal.info.MigrationInfoServiceImpl;
import org.flywaydb.core.internal.resolver.CompositeMigrationResolver;
import org.flywaydb.core.internal.schemahistory.SchemaHistory;
import org.jspecify.annotations.Nullable;

/** Reads the history and the scripts, and decides what an undo does; refuses what cannot work. */
final class UndoPlanner {
  private final Configuration configuration;
  private final CompositeMigrationResolver resolver;
  private final SchemaHistory history;
  private final Database<?> database;

  UndoPlanner(
      Configuration configuration,
      CompositeMigrationResolver resolver,
      SchemaHistory history,
      Database<?> database) {
    this.configuration = configuration;
    this.resolver = resolver;
    this.history = history;
    this.database = database;
  }

  PlannedUndo plan(UndoTarget target) {
    MigrationInfoServiceImpl info = readInfo();
    refuseFailedMigrations(info);
    List<MigrationInfoImpl> applied = appliedVersioned(info);
    List<MigrationInfoImpl> chosen = new UndoSelection(applied, info.all()).choose(target);

    UndoScripts scripts = new UndoScripts(configuration, resolved());
    List<String> problems = new ArrayList<>(scripts.problems(info.all()));
    List<PlannedUndo.Step> steps = new ArrayList<>();
    for (MigrationInfoImpl migration : chosen) {
      Optional<UndoResolvedMigration> script = scripts.find(migration.getVersion());
      if (script.isPresent()) {
        steps.add(new PlannedUndo.Step(migration, script.get()));
        scripts.check(script.get()).ifPresent(problems::add);
      } else {
        problems.add(scripts.missing(migration));
      }
    }
    refuse(problems);
    return new PlannedUndo(plan(target, info, applied, steps), steps, ranks(applied));
  }

  /** The installed ranks now, read anew; the caller holds the lock. */
  List<Integer> appliedRanksNow() {
    history.clearCache();
    return ranks(appliedVersioned(readInfo()));
  }

  private MigrationInfoServiceImpl readInfo() {
    return AllMigrations.read(resolver, history, database, configuration, true);
  }

  private Collection<ResolvedMigration> resolved() {
    return resolver.resolveMigrations(configuration);
  }

  private static void refuseFailedMigrations(MigrationInfoServiceImpl info) {
    if (info.failed().length > 0) {
      MigrationInfo failed = info.failed()[0];
      throw new FlywayException(
          "Cannot undo: the schema history holds a failed run of "
              + failed.getScript()
              + ". Undo the part that ran (flyway.undoFailed=true, or Migrations.undoFailed), or repair by hand what it left behind and run repair; then undo.");
    }
  }

  /** What can be undone or stops an undo (a baseline), latest first. */
  private static List<MigrationInfoImpl> appliedVersioned(MigrationInfoServiceImpl info) {
    return Arrays.stream(info.applied())
        .filter(m -> m.getVersion() != null)
        .filter(m -> m.getState() != MigrationState.UNDONE)
        .filter(m -> m.getState() != MigrationState.DELETED)
        .filter(m -> m.getType() != CoreMigrationType.DELETE && !m.getType().isUndo())
        .sorted(Comparator.comparing(MigrationInfoImpl::getInstalledRank).reversed())
        .toList();
  }

  private static List<Integer> ranks(List<MigrationInfoImpl> applied) {
    return applied.stream().map(MigrationInfoImpl::getInstalledRank).toList();
  }

  private static void refuse(List<String> problems) {
    if (!problems.isEmpty()) {
      throw new FlywayException(
          "Cannot undo; nothing was changed.\n- " + String.join("\n- ", problems));
    }
  }

  private static UndoPlan plan(
      UndoTarget target,
      MigrationInfoServiceImpl info,
      List<MigrationInfoImpl> applied,
      List<PlannedUndo.Step> steps) {
    List<MigrationInfoImpl> remaining = new ArrayList<>(applied);
    steps.forEach(step -> remaining.remove(step.applied()));
    List<String> warnings = new ArrayList<>(new UndoWarnings(target, info.all(), steps).list());
    String after = newestVersion(remaining);
    if (target instanceof UndoTarget.Only only
        && after != null
        && MigrationVersion.fromVersion(after).compareTo(only.version()) > 0) {
      warnings.add(
          "Version %s will be pending below %s, which stays applied: delete its scripts, or migrate with outOfOrder=true to apply it again."
              .formatted(only.version(), after));
    }
    return new UndoPlan(
        target,
        newestVersion(applied),
        after,
        steps.stream().map(UndoPlanner::shown).toList(),
        warnings);
  }

  private static UndoPlan.Step shown(PlannedUndo.Step step) {
    return new UndoPlan.Step(
        step.version(),
        step.applied().getDescription(),
        step.script().getScript(),
        step.script().getPhysicalLocation(),
        step.script().getExecutor().canExecuteInTransaction(),
        ScriptStatements.of(step.script().sqlScript()));
  }

  private static @Nullable String newestVersion(List<MigrationInfoImpl> migrations) {
    return migrations.stream()
        .map(MigrationInfoImpl::getVersion)
        .max(Comparator.naturalOrder())
        .map(MigrationVersion::getVersion)
        .orElse(null);
  }
}
