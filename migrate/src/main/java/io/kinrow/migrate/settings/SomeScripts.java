package io.kinrow.migrate.settings;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.flywaydb.core.api.ClassProvider;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.resource.ResourceName;
import org.flywaydb.core.internal.resource.ResourceNameParser;
import org.flywaydb.core.internal.scanner.Scanner;
import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.Nullable;

/**
 * The scripts and Java migrations of a project, of which Flyway may see only some. The project's
 * folders are looked through once. Immutable.
 *
 * @hidden
 */
@ApiStatus.Internal
public final class SomeScripts {

  private final Configuration configuration;
  private final ResourceProvider resources;
  private final ClassProvider<JavaMigration> classes;
  private final ResourceNameParser names;

  // each name is parsed once, however many versions are asked for
  private final Map<String, Optional<MigrationVersion>> versions = new ConcurrentHashMap<>();

  /** Prepares to read the scripts of a project. */
  public SomeScripts(Configuration configuration) {
    this.configuration = configuration;
    ResourceProvider resources = configuration.getResourceProvider();
    ClassProvider<JavaMigration> classes = configuration.getJavaMigrationClassProvider();
    if (resources == null || classes == null) {
      Scanner<JavaMigration> scanner = scanner(configuration);
      resources = resources == null ? scanner : resources;
      classes = classes == null ? scanner : classes;
    }
    this.resources = resources;
    this.classes = classes;
    this.names = new ResourceNameParser(configuration);
  }

  /** The scripts that were found. */
  ResourceProvider resources() {
    return resources;
  }

  /** The Java migrations that were found. */
  Collection<Class<? extends JavaMigration>> javaClasses() {
    return classes.getClasses();
  }

  /** Returns where the scripts of a project are found. */
  public static ResourceProvider resources(Configuration configuration) {
    ResourceProvider given = configuration.getResourceProvider();
    return given == null ? scanner(configuration) : given;
  }

  private static Scanner<JavaMigration> scanner(Configuration configuration) {
    return new Scanner<>(JavaMigration.class, configuration, configuration.getLocations());
  }

  /** Returns the same configuration, for which all of them exist. */
  public FluentConfiguration all() {
    return without(script -> false);
  }

  /** Returns the same configuration, for which no script exists: migrations, undos, callbacks. */
  public FluentConfiguration none() {
    return without(script -> true);
  }

  /**
   * Returns the same configuration, for which the versioned scripts of one version exist alone,
   * beside callbacks and Java migrations. Flyway reads every script that it finds at every run, so
   * that the time for all versions would grow with their square.
   */
  public FluentConfiguration only(String version) {
    MigrationVersion wanted = MigrationVersion.fromVersion(version);
    return without(
        script ->
            versions
                .computeIfAbsent(script, this::versionOf)
                .filter(other -> !other.equals(wanted))
                .isPresent());
  }

  /** Returns the same configuration, for which only scripts without a version exist. */
  public FluentConfiguration repeatables() {
    return without(script -> versions.computeIfAbsent(script, this::versionOf).isPresent());
  }

  private Optional<MigrationVersion> versionOf(String script) {
    ResourceName name = names.parse(script.substring(script.lastIndexOf('/') + 1));
    return name.isValid() ? Optional.ofNullable(name.getVersion()) : Optional.empty();
  }

  /**
   * Returns the same configuration, for which some migrations do not exist.
   *
   * @param hidden tells them, as Flyway calls them in {@code MigrationInfo.getScript()}
   */
  public FluentConfiguration without(Predicate<String> hidden) {
    View view = new View(resources, classes, hidden);
    return new FluentConfiguration(configuration.getClassLoader())
        .configuration(configuration)
        .resourceProvider(view)
        .javaMigrationClassProvider(view)
        .javaMigrations(
            Arrays.stream(configuration.getJavaMigrations())
                .filter(migration -> !hidden.test(migration.getClass().getName()))
                .toArray(JavaMigration[]::new));
  }

  private record View(
      ResourceProvider resources, ClassProvider<JavaMigration> classes, Predicate<String> hidden)
      implements ResourceProvider, ClassProvider<JavaMigration> {

    @Override
    public @Nullable LoadableResource getResource(String name) {
      return hidden.test(name) ? null : resources.getResource(name);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
      return resources.getResources(prefix, suffixes).stream()
          .filter(resource -> !hidden.test(resource.getRelativePath()))
          .toList();
    }

    @Override
    public Collection<Class<? extends JavaMigration>> getClasses() {
      return classes.getClasses().stream().filter(type -> !hidden.test(type.getName())).toList();
    }
  }
}
