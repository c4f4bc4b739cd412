package io.kinrow.migrate.settings;

import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jetbrains.annotations.ApiStatus;

/**
 * Keeps Flyway from repeatable migrations, which build on the newest schema, while it runs
 * versioned ones. They can still be found: a script that changes tables must not meet what they
 * have made.
 *
 * @hidden
 */
@ApiStatus.Internal
public final class HiddenRepeatables {

  private static final String HIDDEN = "no repeatable migrations ";

  private HiddenRepeatables() {}

  /** Returns the same configuration, by which Flyway finds no repeatable migration. */
  public static FluentConfiguration in(FluentConfiguration configuration) {
    return configuration
        // a prefix that no file has
        .repeatableSqlMigrationPrefix(HIDDEN + prefix(configuration))
        .validateMigrationNaming(false);
  }

  /** Returns the prefix of repeatable migrations, whether or not they are hidden. */
  public static String prefix(Configuration configuration) {
    String prefix = configuration.getRepeatableSqlMigrationPrefix();
    return prefix.startsWith(HIDDEN) ? prefix.substring(HIDDEN.length()) : prefix;
  }
}
