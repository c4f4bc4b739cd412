package io.kinrow.migrate.settings;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.extensibility.ResourceTypeProvider;
import org.flywaydb.core.internal.resource.ResourceName;
import org.flywaydb.core.internal.resource.ResourceNameParser;
import org.flywaydb.core.internal.util.Pair;

/**
 * Whether Flyway finds the scripts of a project. What is named almost as it wants it, {@code
 * V5_x.sql} or {@code v5__x.sql}, it ignores without a word; {@code seed.sql} or {@code Users.sql}
 * are taken for files that are not meant for it.
 */
public final class ProjectScripts {

  private final Configuration configuration;
  private final SomeScripts scripts;
  private final ResourceNameParser names;

  /** Prepares to read the scripts of a project. */
  public ProjectScripts(Configuration configuration) {
    this.configuration = configuration;
    this.scripts = new SomeScripts(configuration);
    this.names = new ResourceNameParser(configuration);
  }

  /** Prepares to read the scripts of a project. */
  public ProjectScripts(FlywaySettings settings) {
    this(settings.configuration());
  }

  /**
   * A file that Flyway ignores.
   *
   * @param file its name
   * @param prefix of what it looks like: {@code V}, {@code U}, {@code R}, {@code B}
   * @param problem what is wrong with it and how it should be named
   */
  public record Misnamed(String file, String prefix, String problem) {}

  /** Returns files that look like scripts and that Flyway ignores, by name. */
  public List<Misnamed> misnamed() {
    List<String> prefixes = prefixes().toList();
    return scripts.resources().getResources("", new String[] {""}).stream()
        .map(LoadableResource::getFilename)
        .filter(file -> !suffixIn(file).isEmpty())
        .flatMap(
            file ->
                prefixes.stream()
                    .filter(prefix -> looksLike(prefix, file) && !isOf(prefix, file))
                    .limit(1)
                    .map(prefix -> new Misnamed(file, prefix, problem(prefix, file))))
        .distinct()
        .sorted(Comparator.comparing(Misnamed::file))
        .toList();
  }

  /**
   * Returns what is wrong with misnamed migrations. Misnamed undo scripts are not among them: an
   * undo that needs one names it.
   */
  public List<String> problems() {
    String undo = UndoConfiguration.prefix(configuration);
    return misnamed().stream()
        .filter(script -> !script.prefix().equals(undo))
        .map(Misnamed::problem)
        .toList();
  }

  /**
   * Refuses misnamed migrations, but no undo scripts.
   *
   * @throws FlywayException if there are any, naming them all
   */
  public void refuseMisnamed() {
    List<String> problems = problems();
    if (!problems.isEmpty()) {
      throw new FlywayException(String.join("\n", problems));
    }
  }

  /**
   * Refuses a project without migrations, and misnamed ones.
   *
   * @throws FlywayException if there is none at all
   */
  public void refuseNone() {
    refuseMisnamed();
    refuseEmpty();
  }

  /**
   * Refuses a project without migrations.
   *
   * @throws FlywayException if there is none at all
   */
  public void refuseEmpty() {
    if (!hasScripts() && !hasJava()) {
      throw new FlywayException(
          "There are no migrations in "
              + Arrays.stream(configuration.getLocations())
                  .map(String::valueOf)
                  .collect(Collectors.joining(", "))
              + ": check the locations");
    }
  }

  private boolean hasScripts() {
    return prefixes()
        .filter(prefix -> !prefix.equals(UndoConfiguration.prefix(configuration)))
        .anyMatch(prefix -> found(prefix).anyMatch(script -> isOf(prefix, script.getFilename())));
  }

  private boolean hasJava() {
    return configuration.getJavaMigrations().length > 0
        || configuration.getResolvers().length > 0
        || !scripts.javaClasses().isEmpty();
  }

  private Stream<LoadableResource> found(String prefix) {
    return scripts
        .resources()
        .getResources(prefix, configuration.getSqlMigrationSuffixes())
        .stream();
  }

  /** Those of migrations, not of callbacks, whose prefixes are the names of events. */
  private Stream<String> prefixes() {
    return configuration.getPluginRegister().getInstancesOf(ResourceTypeProvider.class).stream()
        .flatMap(provider -> provider.getPrefixTypePairs(configuration).stream())
        .filter(
            pair ->
                pair.getRight().isVersioned()
                    || pair.getLeft().equals(configuration.getRepeatableSqlMigrationPrefix()))
        .map(Pair::getLeft)
        .distinct();
  }

  private boolean isOf(String prefix, String file) {
    ResourceName name = names.parse(file);
    return name.isValid()
        && prefix.equals(name.getPrefix())
        && Arrays.stream(configuration.getSqlMigrationSuffixes()).anyMatch(file::endsWith);
  }

  private String suffixIn(String file) {
    String lower = file.toLowerCase(Locale.ROOT);
    return Arrays.stream(configuration.getSqlMigrationSuffixes())
        .filter(suffix -> !suffix.isEmpty() && lower.endsWith(suffix.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElse("");
  }

  /** {@code V5_x.sql}, {@code v5__x.sql}, {@code V__x.sql}, {@code R_x.sql}; not a word. */
  private boolean looksLike(String prefix, String file) {
    if (!file.toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT))) {
      return false;
    }
    String rest = file.substring(prefix.length());
    if (rest.startsWith(configuration.getSqlMigrationSeparator())) {
      return true;
    }
    return prefix.equals(configuration.getRepeatableSqlMigrationPrefix())
        ? file.startsWith(prefix) && rest.matches("[_ .-].*")
        : rest.matches("(?s)[_ .-]?\\d.*");
  }

  private String problem(String prefix, String file) {
    String kind = "a migration";
    String version = "1.2";
    if (prefix.equals(UndoConfiguration.prefix(configuration))) {
      kind = "an undo script";
    } else if (prefix.equals(configuration.getRepeatableSqlMigrationPrefix())) {
      kind = "a repeatable migration";
      version = "";
    }
    return "%s is not a valid name for %s, and Flyway ignores it; it should look like %s"
        .formatted(
            file,
            kind,
            prefix
                + version
                + configuration.getSqlMigrationSeparator()
                + "description"
                + suffixIn(file));
  }
}
