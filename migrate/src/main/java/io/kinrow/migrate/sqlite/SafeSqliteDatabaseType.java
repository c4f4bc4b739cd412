package io.kinrow.migrate.sqlite;

import io.kinrow.migrate.catalog.Name;
import java.sql.Connection;
import java.util.IdentityHashMap;
import java.util.Set;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.callback.CallbackExecutor;
import org.flywaydb.core.internal.database.DatabaseExecutionStrategy;
import org.flywaydb.core.internal.database.base.Database;
import org.flywaydb.core.internal.database.sqlite.SQLiteDatabaseType;
import org.flywaydb.core.internal.jdbc.JdbcConnectionFactory;
import org.flywaydb.core.internal.jdbc.JdbcTemplate;
import org.flywaydb.core.internal.jdbc.StatementInterceptor;
import org.flywaydb.core.internal.parser.ParsingContext;
import org.flywaydb.core.internal.resource.ResourceName;
import org.flywaydb.core.internal.resource.ResourceNameParser;
import org.flywaydb.core.internal.sqlscript.ParserSqlScript;
import org.flywaydb.core.internal.sqlscript.SqlScriptExecutorFactory;
import org.flywaydb.core.internal.sqlscript.SqlScriptFactory;
import org.flywaydb.core.internal.sqlscript.SqlScriptMetadata;

/**
 * Takes SQLite over from Flyway, which finds it by its priority: migrations and undos run with
 * foreign keys off and are checked before they commit.
 */
public final class SafeSqliteDatabaseType extends SQLiteDatabaseType {

  @Override
  public int getPriority() {
    return 100;
  }

  @Override
  public Database<?> createDatabase(
      Configuration configuration,
      JdbcConnectionFactory connections,
      StatementInterceptor interceptor) {
    return new SafeSqliteDatabase(configuration, connections, interceptor);
  }

  /** Scripts say how many rows get nothing of what was kept for an undo. */
  @Override
  public SqlScriptExecutorFactory createSqlScriptExecutorFactory(
      JdbcConnectionFactory connections,
      CallbackExecutor<Event> callbacks,
      StatementInterceptor interceptor) {
    return (connection, undo, batch, outputQueryResults) ->
        new KeptRows(
            new JdbcTemplate(connection, this),
            callbacks,
            undo,
            batch && connections.isSupportsBatch(),
            outputQueryResults,
            interceptor);
  }

  /** Wraps each migration script, of either direction and also in Java. */
  @Override
  public DatabaseExecutionStrategy createExecutionStrategy(Connection connection) {
    return new ForeignKeyCheck(connection);
  }

  @Override
  public SqlScriptFactory createSqlScriptFactory(
      Configuration configuration, ParsingContext parsingContext) {
    SqlScriptFactory scripts = super.createSqlScriptFactory(configuration, parsingContext);
    ResourceNameParser names = new ResourceNameParser(configuration);
    IdentityHashMap<ResourceProvider, Set<Name>> repeatables = new IdentityHashMap<>();
    return (resource, mixed, resources) -> {
      if (!isMigration(resource, names)) {
        return scripts.createSqlScript(resource, mixed, resources);
      }
      return new GuardedSqlScript(
          () ->
              new ParserSqlScript(
                  createParser(configuration, resources, parsingContext),
                  resource,
                  SqlScriptMetadata.getMetadataResource(resources, resource),
                  true),
          createParser(configuration, resources, parsingContext),
          resource,
          SqlScriptMetadata.getMetadataResource(resources, resource),
          mixed,
          isRepeatable(resource, configuration)
              ? () -> Set.of()
              : () ->
                  repeatables.computeIfAbsent(
                      resources, all -> RepeatableObjects.names(configuration, all)));
    };
  }

  private static boolean isRepeatable(LoadableResource resource, Configuration configuration) {
    return resource
        .getFilename()
        .startsWith(
            configuration.getRepeatableSqlMigrationPrefix()
                + configuration.getSqlMigrationSeparator());
  }

  /** Not a callback and not {@code initSql}: those may well set {@code PRAGMA foreign_keys}. */
  private static boolean isMigration(LoadableResource resource, ResourceNameParser names) {
    String file = resource.getFilename();
    if (file == null || file.isEmpty()) {
      return false;
    }
    ResourceName name = names.parse(file);
    return name.isValid() && Event.fromId(name.getPrefix()) == null;
  }
}
