package io.kinrow.maven;

import io.kinrow.migrate.settings.Explained;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * The schemas that Flyway makes before it migrates: those to be generated, unless Flyway's own
 * setting names others, and without those that a migration makes. Which ones these are is guessed
 * from the scripts, and known when such a migration fails.
 *
 * @param names the schemas; the first of them has Flyway's history, and is where scripts work
 */
record FlywaySchemas(List<String> names) {

  private static final String DUPLICATE_SCHEMA = "42P06";

  private static final Pattern MADE =
      Pattern.compile(
          "--[^\\n]*+|(?s:/\\*.*?\\*/)"
              + "|\\bcreate\\s+schema\\s+(?!if\\s)(?:\"((?:[^\"]|\"\")+)\"|([\\w$]+))",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  FlywaySchemas {
    names = List.copyOf(names);
  }

  /** Those but the ones that scripts seem to make; it saves the attempts to do without. */
  FlywaySchemas withoutThoseMadeIn(Collection<Map<String, byte[]>> scripts) {
    Set<String> made = new HashSet<>();
    for (Map<String, byte[]> files : scripts) {
      for (byte[] file : files.values()) {
        Matcher found = MADE.matcher(new String(file, StandardCharsets.UTF_8));
        while (found.find()) {
          if (found.group(1) != null) {
            made.add(found.group(1).replace("\"\"", "\""));
          } else if (found.group(2) != null) {
            made.add(found.group(2).toLowerCase(Locale.ROOT));
          }
        }
      }
    }
    return new FlywaySchemas(names.stream().filter(name -> !made.contains(name)).toList());
  }

  /** Adds them to Flyway's configuration. */
  FluentConfiguration in(FluentConfiguration flyway) {
    return names.isEmpty() || flyway.getSchemas().length > 0
        ? flyway
        : flyway.schemas(names.toArray(String[]::new));
  }

  /** The same for a database that has been migrated, where Flyway's history is in some schema. */
  FluentConfiguration inMigrated(FluentConfiguration flyway) {
    if (names.isEmpty() || flyway.getSchemas().length > 0 || flyway.getDefaultSchema() != null) {
      return in(flyway);
    }
    try (Connection connection = flyway.getDataSource().getConnection()) {
      new PostgresSchemas(connection).holding(flyway.getTable()).ifPresent(flyway::defaultSchema);
    } catch (SQLException e) {
      throw new FlywayException(Explained.of(e), e);
    }
    return in(flyway);
  }

  /** Those but the one that a migration could not make because it was there, if that failed. */
  Optional<FlywaySchemas> withoutTheOneOf(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && DUPLICATE_SCHEMA.equals(sql.getSQLState())) {
        String message = String.valueOf(sql.getMessage());
        return names.stream()
            .filter(name -> isNamedIn(message, name))
            .findFirst()
            .map(own -> new FlywaySchemas(names.stream().filter(n -> !n.equals(own)).toList()));
      }
    }
    return Optional.empty();
  }

  /** In whatever language and quotes. */
  private static boolean isNamedIn(String message, String name) {
    return Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])")
        .matcher(message)
        .find();
  }
}
