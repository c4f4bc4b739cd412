package io.kinrow.migrate.undo;

import io.kinrow.migrate.postgres.ConcurrentIndexes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.flywaydb.core.api.resolver.ResolvedMigration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.info.MigrationInfoImpl;
import org.flywaydb.core.internal.resource.ResourceNameParser;
import org.flywaydb.core.internal.scanner.Scanner;
import org.flywaydb.core.internal.sqlscript.SqlStatementIterator;

/** The undo scripts of a project, and what is wrong with them. */
final class UndoScripts {
  private final Configuration configuration;
  private final String prefix;
  private final List<UndoResolvedMigration> scripts;
  private final List<String> misnamed;

  UndoScripts(Configuration configuration, Collection<ResolvedMigration> resolved) {
    this.configuration = configuration;
    this.prefix = UndoConfiguration.prefix(configuration);
    this.scripts =
        resolved.stream()
            .filter(UndoResolvedMigration.class::isInstance)
            .map(UndoResolvedMigration.class::cast)
            .toList();
    this.misnamed = misnamed();
  }

  List<UndoResolvedMigration> all() {
    return scripts;
  }

  Optional<UndoResolvedMigration> find(MigrationVersion version) {
    return scripts.stream().filter(s -> s.getVersion().equals(version)).findFirst();
  }

  /** What is wrong with a script that is about to run, if anything. */
  Optional<String> check(UndoResolvedMigration script) {
    try {
      script.sqlScript().validate();
      return waiting(script);
    } catch (FlywayException e) {
      return Optional.of(script.getScript() + ": " + e.getMessage());
    }
  }

  private Optional<String> waiting(UndoResolvedMigration script) {
    if (!ConcurrentIndexes.canWait(configuration)) {
      return Optional.empty();
    }
    try (SqlStatementIterator statements = script.sqlScript().getSqlStatements()) {
      while (statements.hasNext()) {
        Optional<String> problem =
            ConcurrentIndexes.problem(
                configuration, script.getScript(), statements.next().getSql());
        if (problem.isPresent()) {
          return problem;
        }
      }
      return Optional.empty();
    }
  }

  String missing(MigrationInfoImpl migration) {
    return "version "
        + migration.getVersion()
        + (migration.getDescription().isEmpty() ? "" : " (" + migration.getDescription() + ")")
        + " has no undo script: write "
        + UndoScriptPlace.of(
            configuration,
            migration.getScript(),
            migration.getPhysicalLocation(),
            nameFor(migration))
        + (misnamed.isEmpty() ? "" : " (or rename one of: " + String.join(", ", misnamed) + ")");
  }

  /** Misnamed scripts, and scripts that undo nothing; each with what to do about it. */
  List<String> problems(MigrationInfo[] all) {
    List<String> problems = new ArrayList<>();
    for (String file : misnamed) {
      problems.add(
          file
              + " is not a valid name for an undo script; it should look like "
              + prefix
              + "1.2"
              + configuration.getSqlMigrationSeparator()
              + "description"
              + configuration.getSqlMigrationSuffixes()[0]);
    }
    for (UndoResolvedMigration script : scripts) {
      if (isOrphan(script.getVersion(), all)) {
        problems.add(
            script.getScript()
                + " undoes version "
                + script.getVersion()
                + ", which does not exist: give it the version of the migration that it undoes, or"
                + " delete it");
      }
    }
    return problems;
  }

  private static boolean isOrphan(MigrationVersion version, MigrationInfo[] all) {
    return Arrays.stream(all)
        .filter(m -> m.getVersion() != null && !m.getType().isUndo())
        .noneMatch(
            m ->
                m.getVersion().equals(version)
                    || (m.getType().isBaseline() && m.getVersion().compareTo(version) >= 0));
  }

  /** {@code U12_posts.sql} or {@code u12__posts.sql}, but not {@code Users.sql}. */
  private List<String> misnamed() {
    ResourceNameParser names = new ResourceNameParser(configuration);
    List<String> found = new ArrayList<>();
    for (LoadableResource resource :
        resources().getResources("", configuration.getSqlMigrationSuffixes())) {
      String file = resource.getFilename();
      if (looksLikeUndo(file)
          && !(names.parse(file).isValid() && prefix.equals(names.parse(file).getPrefix()))) {
        found.add(file);
      }
    }
    return found.stream().sorted().toList();
  }

  private boolean looksLikeUndo(String file) {
    String rest = file.length() > prefix.length() ? file.substring(prefix.length()) : "";
    return file.toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT))
        && (rest.startsWith(configuration.getSqlMigrationSeparator())
            || (!rest.isEmpty() && Character.isDigit(rest.charAt(0))));
  }

  private ResourceProvider resources() {
    return configuration.getResourceProvider() != null
        ? configuration.getResourceProvider()
        : new Scanner<>(JavaMigration.class, configuration, configuration.getLocations());
  }

  private String nameFor(MigrationInfoImpl migration) {
    String script = simpleName(migration.getScript());
    String versioned = configuration.getSqlMigrationPrefix();
    if (migration.getType().name().startsWith("SQL") && script.startsWith(versioned)) {
      return prefix + script.substring(versioned.length());
    }
    return prefix
        + migration.getVersion()
        + configuration.getSqlMigrationSeparator()
        + migration.getDescription().replace(' ', '_')
        + configuration.getSqlMigrationSuffixes()[0];
  }

  private static String simpleName(String script) {
    return script.substring(Math.max(script.lastIndexOf('/'), script.lastIndexOf('\\')) + 1);
  }
}
