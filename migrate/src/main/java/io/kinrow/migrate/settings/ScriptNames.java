package io.kinrow.migrate.settings;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.baseline.BaselineMigrationConfigurationExtension;

/**
 * How a project names its versioned scripts. Immutable.
 *
 * @param prefix of a migration, {@code V} unless said otherwise
 * @param undoPrefix of its undo, {@code U} unless said otherwise
 * @param baselinePrefix of a baseline migration, {@code B} unless said otherwise
 * @param separator between version and description
 * @param suffixes of scripts; new ones have the first
 */
public record ScriptNames(
    String prefix,
    String undoPrefix,
    String baselinePrefix,
    String separator,
    List<String> suffixes) {

  static ScriptNames of(Configuration configuration) {
    return new ScriptNames(
        configuration.getSqlMigrationPrefix(),
        UndoConfiguration.prefix(configuration),
        baselinePrefix(configuration),
        configuration.getSqlMigrationSeparator(),
        List.of(configuration.getSqlMigrationSuffixes()));
  }

  private static String baselinePrefix(Configuration configuration) {
    BaselineMigrationConfigurationExtension own =
        configuration.getPluginRegister().getExact(BaselineMigrationConfigurationExtension.class);
    return own == null ? "B" : own.getBaselineMigrationPrefix();
  }

  /** Returns the name of a baseline migration. */
  public String baseline(String version, String description) {
    return baselinePrefix + version + separator + description + suffixes.get(0);
  }

  /** Returns the name of a migration. */
  public String migration(String version, String description) {
    return prefix + version + separator + description + suffixes.get(0);
  }

  /** Returns the name of its undo. */
  public String undo(String version, String description) {
    return undoPrefix + version + separator + description + suffixes.get(0);
  }

  /** Returns whether a file is a script. */
  public boolean isScript(String file) {
    return suffixes.stream().anyMatch(file::endsWith);
  }

  /** Returns the version in the name of a migration. */
  public Optional<String> version(String file) {
    return version(prefix, file);
  }

  /** Returns the version in the name of an undo script. */
  public Optional<String> undoVersion(String file) {
    return version(undoPrefix, file);
  }

  private Optional<String> version(String before, String file) {
    if (!isScript(file)) {
      return Optional.empty();
    }
    Matcher name =
        Pattern.compile(
                Pattern.quote(before) + "([0-9][0-9._]*?)" + Pattern.quote(separator) + ".*")
            .matcher(file);
    return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
  }
}
