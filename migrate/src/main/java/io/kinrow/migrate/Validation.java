package io.kinrow.migrate;

import io.kinrow.migrate.settings.Explained;
import io.kinrow.migrate.settings.ProjectScripts;
import io.kinrow.migrate.undo.UndoScriptProblems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.ValidateOutput;
import org.flywaydb.core.api.output.ValidateResult;
import org.flywaydb.core.api.pattern.ValidatePattern;

/** Flyway's validation, and ours of the undo scripts. */
final class Validation {
  private final Configuration configuration;

  Validation(Configuration configuration) {
    this.configuration = configuration;
  }

  ValidateReport report() {
    List<String> problems = new ArrayList<>(flywaysProblems());
    problems.addAll(new ProjectScripts(configuration).problems());
    problems.addAll(UndoScriptProblems.of(configuration));
    return new ValidateReport(problems);
  }

  /** Migrations that came under one that was applied before them, with what to do about it. */
  private Map<String, String> late() {
    MigrationInfoService info = new Flyway(configuration).info();
    MigrationInfo current = info.current();
    Map<String, String> late = new HashMap<>();
    for (MigrationInfo migration : info.all()) {
      if (migration.getState() == MigrationState.IGNORED
          && migration.getVersion() != null
          && current != null
          && current.getVersion() != null) {
        late.put(
            migration.getVersion().getVersion(),
            "%s slips under version %s, which is applied: Flyway would never run it. Give it (and its undo script) a version above %s, or set outOfOrder=true if it is independent of everything applied since"
                .formatted(migration.getScript(), current.getVersion(), current.getVersion()));
      }
    }
    return late;
  }

  List<String> flywaysProblems() {
    List<ValidatePattern> ignored =
        new ArrayList<>(Arrays.asList(configuration.getIgnoreMigrationPatterns()));
    ignored.add(ValidatePattern.fromPattern("*:pending"));
    ValidateResult result =
        new Flyway(
                new FluentConfiguration(configuration.getClassLoader())
                    .configuration(configuration)
                    .ignoreMigrationPatterns(ignored.toArray(ValidatePattern[]::new)))
            .validateWithResult();
    if (result.validationSuccessful) {
      return List.of();
    }
    List<String> problems = new ArrayList<>();
    Map<String, String> late = late();
    for (ValidateOutput invalid : result.invalidMigrations) {
      problems.add(
          late.getOrDefault(invalid.version, Explained.tidy(invalid.errorDetails.errorMessage)));
    }
    if (problems.isEmpty()) {
      problems.add(Explained.tidy(result.errorDetails.errorMessage));
    }
    return problems;
  }
}
