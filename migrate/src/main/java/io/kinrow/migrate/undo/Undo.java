package io.kinrow.migrate.undo;

import org.flywaydb.core.FlywayExecutor;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.logging.LogFactory;
import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.Nullable;

/**
 * One undo of one database, planned or run. Immutable; safe to use from several threads, which then
 * behave like several processes.
 *
 * @hidden
 */
@ApiStatus.Internal
public final class Undo {
  private final Configuration configuration;
  private final UndoTarget target;

  /**
   * Prepares an undo; nothing is opened yet.
   *
   * @param configuration where the database and the scripts are
   * @param target how far back to go
   */
  public Undo(Configuration configuration, UndoTarget target) {
    this.configuration = configuration;
    this.target = target;
  }

  /**
   * Plans the undo and checks everything that can be checked without running it.
   *
   * @throws FlywayException if the undo would be refused: a script is missing, misnamed or does not
   *     parse, the target is unknown, the history holds a failed migration
   */
  public UndoPlan plan() {
    return new FlywayExecutor(configuration)
        .execute(
            (resolver, history, database, schema, schemas, callbacks, interceptor) ->
                new UndoPlanner(configuration, resolver, history, database).plan(target).plan(),
            true,
            null);
  }

  /**
   * Plans, then undoes.
   *
   * @throws FlywayException if the plan is refused, and then nothing was changed; if another
   *     process changed the history in between; or if a script fails
   */
  public UndoResult run() {
    return execute(null);
  }

  /**
   * Undoes what a plan shows, and nothing else.
   *
   * @throws FlywayException as {@link #run()}; also if the plan would now be another one
   */
  public static UndoResult run(Configuration configuration, UndoPlan plan) {
    // as Flyway's own commands do: the log may still be that of a scratch database
    LogFactory.setConfiguration(configuration);
    return new Undo(configuration, plan.target()).execute(plan);
  }

  private UndoResult execute(@Nullable UndoPlan expected) {
    return new FlywayExecutor(configuration)
        .execute(
            (resolver, history, database, schema, schemas, callbacks, interceptor) -> {
              if (interceptor != null) {
                throw new FlywayException(
                    "undo does not support this kind of dry run; use its plan");
              }
              UndoPlanner planner = new UndoPlanner(configuration, resolver, history, database);
              PlannedUndo planned = planner.plan(target);
              if (expected != null && !expected.equals(planned.plan())) {
                throw new FlywayException(
                    "The database or the scripts have changed since the plan was made. Nothing was undone; plan again.");
              }
              return new UndoRun(configuration, planner, history, database, schema, callbacks)
                  .run(planned);
            },
            true,
            null);
  }
}
