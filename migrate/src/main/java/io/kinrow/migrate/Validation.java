package io.kinrow.migrate;

import io.kinrow.migrate.undo.UndoScriptProblems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
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
    problems.addAll(UndoScriptProblems.of(configuration));
    return new ValidateReport(problems);
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
    for (ValidateOutput invalid : result.invalidMigrations) {
      problems.add(invalid.errorDetails.errorMessage);
    }
    if (problems.isEmpty()) {
      problems.add(result.errorDetails.errorMessage);
    }
    return problems;
  }
}
