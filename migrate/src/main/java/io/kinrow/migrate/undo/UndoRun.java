package io.kinrow.migrate.undo;

import io.kinrow.migrate.sqlite.KeptRows;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogFactory;
import org.flywaydb.core.internal.callback.CallbackExecutor;
import org.flywaydb.core.internal.database.base.Database;
import org.flywaydb.core.internal.database.base.Schema;
import org.flywaydb.core.internal.jdbc.ExecutionTemplateFactory;
import org.flywaydb.core.internal.schemahistory.SchemaHistory;
import org.jspecify.annotations.Nullable;

/** Runs a plan: lock, compare with the history as it is now, scripts, history rows, callbacks. */
final class UndoRun {
  private static final Log LOG = LogFactory.getLog(UndoRun.class);

  private final Configuration configuration;
  private final UndoPlanner planner;
  private final SchemaHistory history;
  private final Database<?> database;
  private final CallbackExecutor<Event> callbacks;
  private final UndoScriptRun scriptRun;
  private final UndoResult result = new UndoResult();

  UndoRun(
      Configuration configuration,
      UndoPlanner planner,
      SchemaHistory history,
      Database<?> database,
      Schema<?, ?> schema,
      CallbackExecutor<Event> callbacks) {
    this.configuration = configuration;
    this.planner = planner;
    this.history = history;
    this.database = database;
    this.callbacks = callbacks;
    this.scriptRun = new UndoScriptRun(configuration, history, database, schema, callbacks);
    result.schemaName = schema.getName();
  }

  UndoResult run(PlannedUndo planned) {
    UndoPlan plan = planned.plan();
    result.database = database.getCatalog();
    result.initialSchemaVersion = plan.currentVersion();
    result.targetSchemaVersion = plan.currentVersion();
    plan.warnings().forEach(this::warn);
    if (plan.isEmpty()) {
      LOG.info("Nothing to undo.");
    }
    callbacks.onMigrateOrUndoEvent(Event.BEFORE_UNDO);
    try {
      undoAll(planned);
    } catch (FlywayException e) {
      callbacks.onMigrateOrUndoEvent(Event.AFTER_UNDO_ERROR);
      throw e;
    }
    result.targetSchemaVersion = plan.versionAfter();
    callbacks.onMigrateOrUndoEvent(Event.AFTER_UNDO);
    callbacks.onOperationFinishEvent(Event.AFTER_UNDO_OPERATION_FINISH, result);
    return result;
  }

  private void warn(String warning) {
    LOG.warn(warning);
    result.addWarning(warning);
  }

  private void undoAll(PlannedUndo planned) {
    List<Integer> expected = new ArrayList<>(planned.appliedRanks());
    for (List<PlannedUndo.Step> group : groups(planned.steps())) {
      FlywayException failure = history.lock(() -> undoLocked(group, expected));
      if (failure != null) {
        throw failure;
      }
      for (PlannedUndo.Step step : group) {
        expected.remove(step.applied().getInstalledRank());
      }
    }
  }

  private List<List<PlannedUndo.Step>> groups(List<PlannedUndo.Step> steps) {
    if (steps.isEmpty()) {
      return List.of();
    }
    return configuration.isGroup() ? List.of(steps) : steps.stream().map(List::of).toList();
  }

  /**
   * Returns a failure that was recorded instead of throwing it, or the lock would roll back its
   * row; throws one that was rolled back, so that the lock rolls back the rows of its group.
   */
  private @Nullable FlywayException undoLocked(List<PlannedUndo.Step> group, List<Integer> expected)
      throws SQLException {
    if (!planner.appliedRanksNow().equals(expected)) {
      return new FlywayException(
          "The schema history changed while waiting for the lock: another process has migrated or"
              + " undone. Nothing "
              + (result.undoneMigrations.isEmpty() ? "" : "more ")
              + "was undone; check info and decide again.");
    }
    boolean transactional = isTransactional(group);
    List<UndoResult.UndoOutput> done = new ArrayList<>();
    try {
      if (transactional) {
        ExecutionTemplateFactory.createExecutionTemplate(
                database.getMigrationConnection().getJdbcConnection(), database)
            .execute(
                () -> {
                  undoEach(group, true, done);
                  return null;
                });
      } else {
        undoEach(group, false, done);
      }
    } catch (UndoFailedException e) {
      FlywayException failure = new FlywayException(e.getMessage(), e.getCause());
      if (transactional && database.supportsDdlTransactions()) {
        throw failure;
      }
      keep(done);
      scriptRun.recordFailure(e.step());
      return failure;
    }
    keep(done);
    return null;
  }

  private void keep(List<UndoResult.UndoOutput> done) {
    result.undoneMigrations.addAll(done);
    result.migrationsUndone = result.undoneMigrations.size();
  }

  private void undoEach(
      List<PlannedUndo.Step> group, boolean transactional, List<UndoResult.UndoOutput> done)
      throws SQLException {
    for (PlannedUndo.Step step : group) {
      long start = System.nanoTime();
      LOG.info(
          "Undoing version "
              + step.version()
              + " - "
              + step.applied().getDescription()
              + (transactional ? "" : " [non-transactional]"));
      KeptRows.said(); // of scripts that somebody else ran
      scriptRun.run(step, transactional);
      KeptRows.said().forEach(count -> warn("Undo of version " + step.version() + ": " + count));
      int milliseconds = (int) ((System.nanoTime() - start) / 1_000_000);
      scriptRun.recordUndone(step, transactional, milliseconds);
      done.add(
          new UndoResult.UndoOutput(
              step.version(),
              step.applied().getDescription(),
              step.script().getPhysicalLocation(),
              milliseconds));
    }
  }

  private boolean isTransactional(List<PlannedUndo.Step> group) {
    long transactional =
        group.stream().filter(s -> s.script().getExecutor().canExecuteInTransaction()).count();
    if (transactional != 0 && transactional != group.size() && !configuration.isMixed()) {
      throw new FlywayException(
          "Cannot undo as one group: some undo scripts run in a transaction and some do not. Set"
              + " mixed=true, or group=false.");
    }
    return transactional == group.size();
  }
}
