package io.kinrow.migrate.verify;

import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.resource.ResourceName;
import org.flywaydb.core.internal.resource.ResourceNameParser;
import org.jspecify.annotations.Nullable;

/**
 * Only the versioned scripts of one version, with all callbacks. Flyway reads every script that it
 * finds at every run, so that the time for all versions would grow with their square.
 */
final class ScriptsOfVersion implements ResourceProvider {
  private final ResourceProvider all;
  private final ResourceNameParser names;
  private final MigrationVersion version;

  ScriptsOfVersion(ResourceProvider all, Configuration configuration, String version) {
    this.all = all;
    this.names = new ResourceNameParser(configuration);
    this.version = MigrationVersion.fromVersion(version);
  }

  @Override
  public @Nullable LoadableResource getResource(String name) {
    return all.getResource(name);
  }

  @Override
  public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
    return all.getResources(prefix, suffixes).stream()
        .filter(resource -> isWanted(names.parse(resource.getFilename())))
        .toList();
  }

  private boolean isWanted(ResourceName name) {
    return !name.isValid() || name.getVersion() == null || version.equals(name.getVersion());
  }

  /** None at all: Flyway makes its history and nothing else. */
  static ResourceProvider none() {
    return new ResourceProvider() {
      @Override
      public @Nullable LoadableResource getResource(String name) {
        return null;
      }

      @Override
      public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return List.of();
      }
    };
  }
}
