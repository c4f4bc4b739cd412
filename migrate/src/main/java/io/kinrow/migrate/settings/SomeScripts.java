package io.kinrow.migrate.settings;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import org.flywaydb.core.api.ClassProvider;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.scanner.Scanner;
import org.jspecify.annotations.Nullable;

/** The scripts and Java migrations of a project without some of them. For one thread. */
public final class SomeScripts implements ResourceProvider, ClassProvider<JavaMigration> {

  private final ResourceProvider resources;
  private final ClassProvider<JavaMigration> classes;
  private final Set<String> hidden;

  private SomeScripts(
      ResourceProvider resources, ClassProvider<JavaMigration> classes, Set<String> hidden) {
    this.resources = resources;
    this.classes = classes;
    this.hidden = hidden;
  }

  /**
   * The same configuration, for which some migrations do not exist.
   *
   * @param hidden as Flyway calls them in {@code MigrationInfo.getScript()}
   */
  public static FluentConfiguration without(Set<String> hidden, Configuration configuration) {
    Scanner<JavaMigration> scanner =
        new Scanner<>(JavaMigration.class, configuration, configuration.getLocations());
    ResourceProvider resources = configuration.getResourceProvider();
    ClassProvider<JavaMigration> classes = configuration.getJavaMigrationClassProvider();
    SomeScripts some =
        new SomeScripts(
            resources == null ? scanner : resources, classes == null ? scanner : classes, hidden);
    return new FluentConfiguration(configuration.getClassLoader())
        .configuration(configuration)
        .resourceProvider(some)
        .javaMigrationClassProvider(some)
        .javaMigrations(
            Arrays.stream(configuration.getJavaMigrations())
                .filter(migration -> !hidden.contains(migration.getClass().getName()))
                .toArray(JavaMigration[]::new));
  }

  @Override
  public @Nullable LoadableResource getResource(String name) {
    return hidden.contains(name) ? null : resources.getResource(name);
  }

  @Override
  public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
    return resources.getResources(prefix, suffixes).stream()
        .filter(resource -> !hidden.contains(resource.getRelativePath()))
        .toList();
  }

  @Override
  public Collection<Class<? extends JavaMigration>> getClasses() {
    return classes.getClasses().stream().filter(type -> !hidden.contains(type.getName())).toList();
  }
}
