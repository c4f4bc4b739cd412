package io.kinrow.migrate.verify;

import io.kinrow.migrate.settings.Explained;
import io.kinrow.migrate.settings.ScriptStatements;
import java.util.List;
import java.util.function.Function;
import org.flywaydb.core.FlywayExecutor;
import org.flywaydb.core.api.configuration.Configuration;

/** The scripts of a migration that failed, as Flyway sends them to its database. */
final class FailedScripts {
  private final Configuration configuration;

  FailedScripts(Configuration configuration) {
    this.configuration = configuration;
  }

  List<String> statements(String script) {
    return ofScripts(scripts -> scripts.of(script));
  }

  boolean isInTransaction(String script) {
    return ofScripts(scripts -> scripts.isInTransaction(script));
  }

  private <T> T ofScripts(Function<ScriptStatements, T> what) {
    return Explained.of(
        () ->
            new FlywayExecutor(configuration)
                .execute(
                    (resolver, history, database, schema, schemas, callbacks, interceptor) ->
                        what.apply(new ScriptStatements(configuration, database)),
                    true,
                    null));
  }
}
