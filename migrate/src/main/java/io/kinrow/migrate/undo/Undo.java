package io.kinrow.migrate.undo;

import java.util.function.Consumer;
import org.flywaydb.core.FlywayExecutor;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;

/**
 * One undo of one database, planned or run. Immutable; safe to use from several threads, which then
 * behave like several processes.
 */
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
   * @throws FlywayException if the plan is refused, and then nothing was changed; if another process
   *     changed the history in between; or if a script fails
   */
  public UndoResult run() {
    return run(plan -> {});
  }

  /**
   * Plans, shows the plan, then undoes.
   *
   * @param beforeRunning is given the plan before anything runs; what it throws stops the undo
   * @throws FlywayException as {@link #run()}
   */
  public UndoResult run(Consumer<UndoPlan> beforeRunning) {
    return new FlywayExecutor(configuration)
        .execute(
            (resolver, history, database, schema, schemas, callbacks, interceptor) -> {
              if (interceptor != null) {
                throw new FlywayException("undo has no dry run of this kind; ask for its plan");
              }
              UndoPlanner planner = new UndoPlanner(configuration, resolver, history, database);
              return new UndoRun(configuration, planner, history, database, schema, callbacks)
                  .run(planner.plan(target), beforeRunning);
            },
            true,
            null);
  }
}
