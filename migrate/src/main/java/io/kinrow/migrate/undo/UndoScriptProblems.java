package io.kinrow.migrate.undo;

import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.FlywayExecutor;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.internal.info.MigrationInfoServiceImpl;
import org.jetbrains.annotations.ApiStatus;

/**
 * What is wrong with a project's undo scripts, whether or not they are about to run.
 *
 * @hidden
 */
@ApiStatus.Internal
public final class UndoScriptProblems {
  private UndoScriptProblems() {}

  /**
   * Misnamed scripts, scripts for versions that do not exist, scripts that do not parse.
   *
   * @throws FlywayException if the scripts cannot be read
   */
  public static List<String> of(Configuration configuration) {
    return new FlywayExecutor(configuration)
        .execute(
            (resolver, history, database, schema, schemas, callbacks, interceptor) -> {
              MigrationInfoServiceImpl info =
                  AllMigrations.read(resolver, history, database, configuration, true);
              UndoScripts scripts =
                  new UndoScripts(configuration, resolver.resolveMigrations(configuration));
              List<String> problems = new ArrayList<>(scripts.problems(info.all()));
              scripts.all().forEach(script -> scripts.check(script).ifPresent(problems::add));
              return problems;
            },
            true,
            null);
  }
}
