package io.kinrow.migrate.settings;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.Predicate;
import org.flywaydb.core.api.ClassProvider;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.scanner.Scanner;
import org.jspecify.annotations.Nullable;

/**
 * The scripts and Java migrations of a project without some of them. Its folders are looked through
 * once. For one thread.
 */
public final class SomeScripts implements ResourceProvider, ClassProvider<JavaMigration> {

  private final Configuration configuration;
  private final ResourceProvider resources;
  private final ClassProvider<JavaMigration> classes;
  private Predicate<String> hidden = script -> false;

  /** Of a project; all are there until some are hidden. */
  public SomeScripts(Configuration configuration) {
    this.configuration = configuration;
    Scanner<JavaMigration> scanner =
        new Scanner<>(JavaMigration.class, configuration, configuration.getLocations());
    this.resources =
        configuration.getResourceProvider() == null ? scanner : configuration.getResourceProvider();
    this.classes =
        configuration.getJavaMigrationClassProvider() == null
            ? scanner
            : configuration.getJavaMigrationClassProvider();
  }

  /**
   * The same configuration, for which some migrations do not exist. It is no longer of use when
   * others are hidden.
   *
   * @param hidden tells them, as Flyway calls them in {@code MigrationInfo.getScript()}
   */
  public FluentConfiguration without(Predicate<String> hidden) {
    this.hidden = hidden;
    return new FluentConfiguration(configuration.getClassLoader())
        .configuration(configuration)
        .resourceProvider(this)
        .javaMigrationClassProvider(this)
        .javaMigrations(
            Arrays.stream(configuration.getJavaMigrations())
                .filter(migration -> !hidden.test(migration.getClass().getName()))
                .toArray(JavaMigration[]::new));
  }

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
