package io.kinrow.migrate.undo;

import io.kinrow.migrate.settings.UndoConfiguration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.resolver.MigrationResolver;
import org.flywaydb.core.api.resolver.ResolvedMigration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.resolver.ChecksumCalculator;
import org.flywaydb.core.internal.resolver.ResolvedMigrationComparator;
import org.flywaydb.core.internal.resolver.sql.SqlMigrationExecutor;
import org.flywaydb.core.internal.resource.ResourceName;
import org.flywaydb.core.internal.resource.ResourceNameParser;
import org.flywaydb.core.internal.sqlscript.SqlScript;
import org.jetbrains.annotations.ApiStatus;

/**
 * Finds the undo scripts in Flyway's locations.
 *
 * @hidden
 */
@ApiStatus.Internal
public final class UndoMigrationResolver implements MigrationResolver {

  @Override
  public Collection<ResolvedMigration> resolveMigrations(Context context) {
    Configuration configuration = context.configuration;
    String prefix = UndoConfiguration.prefix(configuration);
    ResourceNameParser names = new ResourceNameParser(configuration);
    List<ResolvedMigration> found = new ArrayList<>();
    for (LoadableResource resource :
        context.resourceProvider.getResources(prefix, configuration.getSqlMigrationSuffixes())) {
      ResourceName name = names.parse(resource.getFilename());
      if (name.isValid()
          && prefix.equals(name.getPrefix())
          && Event.fromId(name.getPrefix()) == null) {
        found.add(undoMigration(context, resource, name));
      }
    }
    found.sort(new ResolvedMigrationComparator());
    return found;
  }

  private static UndoResolvedMigration undoMigration(
      Context context, LoadableResource resource, ResourceName name) {
    Configuration configuration = context.configuration;
    SqlScript script =
        context.sqlScriptFactory.createSqlScript(
            resource, configuration.isMixed(), context.resourceProvider);
    return new UndoResolvedMigration(
        name.getVersion(),
        name.getDescription(),
        script,
        ChecksumCalculator.calculate(resource),
        new SqlMigrationExecutor(
            context.sqlScriptExecutorFactory, script, true, configuration.isBatch()));
  }

  @Override
  public String getPrefix(Configuration configuration) {
    return UndoConfiguration.prefix(configuration);
  }
}
