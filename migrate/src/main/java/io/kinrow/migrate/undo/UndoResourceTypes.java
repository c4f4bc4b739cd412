package io.kinrow.migrate.undo;

import io.kinrow.migrate.settings.UndoConfiguration;
import java.util.List;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.extensibility.ResourceType;
import org.flywaydb.core.extensibility.ResourceTypeProvider;
import org.flywaydb.core.internal.util.Pair;
import org.jetbrains.annotations.ApiStatus;

/**
 * Makes {@code U1__name.sql} a valid file name, also under {@code validateMigrationNaming}.
 *
 * @hidden
 */
@ApiStatus.Internal
public final class UndoResourceTypes implements ResourceTypeProvider {
  private enum UndoResourceType implements ResourceType {
    UNDO_MIGRATION;

    @Override
    public boolean isVersioned() {
      return true;
    }

    // abstract in Flyway 13.12, absent in 13.1: no @Override, so that one jar serves both
    @SuppressWarnings("MissingOverride")
    public String getDisplayName() {
      return "Undo migration";
    }
  }

  @Override
  public List<Pair<String, ResourceType>> getPrefixTypePairs(Configuration configuration) {
    return List.of(
        Pair.of(UndoConfiguration.prefix(configuration), UndoResourceType.UNDO_MIGRATION));
  }
}
