package io.kinrow.migrate.undo;

import io.kinrow.migrate.postgres.ScriptProblems;
import io.kinrow.migrate.settings.Explained;
import io.kinrow.migrate.settings.ProjectScripts;
import io.kinrow.migrate.settings.ProjectScripts.Misnamed;
import io.kinrow.migrate.settings.UndoConfiguration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.resolver.ResolvedMigration;
import org.flywaydb.core.internal.info.MigrationInfoImpl;
import org.flywaydb.core.internal.sqlscript.SqlStatement;
import org.flywaydb.core.internal.sqlscript.SqlStatementIterator;
import org.jspecify.annotations.Nullable;

/** The undo scripts of a project, and what is wrong with them. */
final class UndoScripts {
  private final Configuration configuration;
  private final String prefix;
  private final List<UndoResolvedMigration> scripts;
  private final List<Misnamed> misnamed;
  private @Nullable ScriptProblems scriptProblems;

  UndoScripts(Configuration configuration, Collection<ResolvedMigration> resolved) {
    this.configuration = configuration;
    this.prefix = UndoConfiguration.prefix(configuration);
    this.scripts =
        resolved.stream()
            .filter(UndoResolvedMigration.class::isInstance)
            .map(UndoResolvedMigration.class::cast)
            .toList();
    this.misnamed =
        new ProjectScripts(configuration)
            .misnamed().stream().filter(script -> script.prefix().equals(prefix)).toList();
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
      return problem(script);
    } catch (FlywayException e) {
      String said = String.valueOf(Explained.of(e).getMessage());
      return Optional.of(
          said.startsWith(script.getScript()) ? said : script.getScript() + ": " + said);
    }
  }

  private Optional<String> problem(UndoResolvedMigration script) {
    if (scriptProblems == null) {
      scriptProblems = new ScriptProblems(configuration);
    }
    ScriptProblems problems = scriptProblems;
    if (!problems.isPossible()) {
      return Optional.empty();
    }
    boolean transactional = script.getExecutor().canExecuteInTransaction();
    try (SqlStatementIterator statements = script.sqlScript().getSqlStatements()) {
      while (statements.hasNext()) {
        SqlStatement statement = statements.next();
        Optional<String> found =
            problems.in(
                script.getScript(), statement.getSql(), statement.getLineNumber(), transactional);
        if (found.isPresent()) {
          return found;
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
        + (misnamed.isEmpty()
            ? ""
            : " (or rename one of: "
                + String.join(", ", misnamed.stream().map(Misnamed::file).toList())
                + ")");
  }

  /** Misnamed scripts, and scripts that undo nothing; each with what to do about it. */
  List<String> problems(MigrationInfo[] all) {
    List<String> problems = new ArrayList<>();
    misnamed.forEach(script -> problems.add(script.problem()));
    for (UndoResolvedMigration script : scripts) {
      if (isOrphan(script.getVersion(), all)) {
        problems.add(
            script.getScript()
                + " undoes version "
                + script.getVersion()
                + ", which does not exist: give the script the version of the migration that it undoes, or delete it");
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
