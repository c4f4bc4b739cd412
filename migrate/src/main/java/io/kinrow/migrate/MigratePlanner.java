package io.kinrow.migrate;

import io.kinrow.migrate.postgres.ScriptProblems;
import io.kinrow.migrate.settings.Explained;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.settings.ProjectScripts;
import io.kinrow.migrate.settings.ScriptStatements;
import io.kinrow.migrate.settings.ScriptText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.FlywayExecutor;
import org.flywaydb.core.api.CoreMigrationType;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.InfoOutput;
import org.flywaydb.core.api.output.MigrateOutput;
import org.flywaydb.core.api.output.MigrateResult;
import org.jspecify.annotations.Nullable;

/** Says what Flyway's migrate would do, and what it did. */
final class MigratePlanner {
  private final Configuration configuration;

  MigratePlanner(Configuration configuration) {
    this.configuration = configuration;
  }

  MigratePlan planTo(String version) {
    requireReachable(version);
    return plan();
  }

  /** There is such a version, and the schema is not past it: Flyway would do nothing, silently. */
  void requireReachable(String version) {
    MigrationVersion target = MigrationVersion.fromVersion(version);
    MigrationInfoService all = info(MigrationVersion.LATEST);
    if (Arrays.stream(all.all()).noneMatch(m -> target.equals(m.getVersion()))) {
      throw new FlywayException(
          "Cannot migrate to version "
              + version
              + ": there is no such version. The known versions are: "
              + versions(all));
    }
    MigrationInfo current = all.current();
    if (current != null
        && current.getVersion() != null
        && current.getVersion().compareTo(target) > 0) {
      throw new FlywayException(
          "Cannot migrate to version "
              + version
              + ": the schema is at "
              + current.getVersion()
              + " already. To go back, use undo.");
    }
  }

  MigratePlan plan() {
    new ProjectScripts(configuration).refuseMisnamed();
    refuseInvalid();
    MigrationInfoService info = info(configuration.getTarget());
    refuseProblems(() -> info);
    Set<String> undoable = new TreeSet<>();
    for (InfoOutput line : info.getInfoResult().migrations) {
      if (line.undoable != null && line.undoable.startsWith("Yes")) {
        undoable.add(line.version);
      }
    }
    List<MigratePlan.Step> steps = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    String version = version(info.current());
    String after = version;
    Map<String, List<String>> statements = statements(info.pending());
    for (MigrationInfo pending : info.pending()) {
      MigratePlan.Step step =
          step(pending, undoable, statements.getOrDefault(pending.getScript(), List.of()));
      steps.add(step);
      if (step.version() != null) {
        if (slipsUnder(pending, info.current())) {
          warnings.add(
              step.script()
                  + " slips under version "
                  + version
                  + ", which is applied: it will run on a schema that it was not written for.");
        } else {
          after = step.version();
        }
        if (!step.undoable()) {
          warnings.add(step.script() + " has no undo script: it cannot be undone.");
        }
      }
    }
    return new MigratePlan(version, after, steps, warnings);
  }

  /** What the pending SQL scripts will run. */
  private Map<String, List<String>> statements(MigrationInfo[] pending) {
    Map<String, List<String>> all = new HashMap<>();
    List<String> scripts =
        Arrays.stream(pending)
            .filter(migration -> migration.getType() == CoreMigrationType.SQL)
            .map(MigrationInfo::getScript)
            .toList();
    if (!scripts.isEmpty()) {
      FlywayExecutor flyway = new FlywayExecutor(configuration);
      return Explained.of(
          () ->
              flyway.execute(
                  (resolver, history, database, schema, schemas, callbacks, interceptor) -> {
                    ScriptStatements statements = new ScriptStatements(configuration, database);
                    scripts.forEach(script -> all.put(script, statements.of(script)));
                    return all;
                  },
                  true,
                  null));
    }
    return all;
  }

  private static boolean slipsUnder(MigrationInfo pending, @Nullable MigrationInfo current) {
    return current != null
        && current.getVersion() != null
        && pending.getVersion().compareTo(current.getVersion()) < 0;
  }

  private static MigratePlan.Step step(
      MigrationInfo pending, Set<String> undoable, List<String> statements) {
    String version = version(pending);
    return new MigratePlan.Step(
        version,
        pending.getDescription(),
        pending.getScript(),
        pending.getPhysicalLocation() == null ? pending.getScript() : pending.getPhysicalLocation(),
        version != null && undoable.contains(version),
        statements);
  }

  /** Scripts and history fit together, so that Flyway would begin. */
  void refuseInvalid() {
    if (configuration.isValidateOnMigrate()) {
      List<String> problems = new Validation(configuration).flywaysProblems();
      if (!problems.isEmpty()) {
        throw new FlywayException(
            "Cannot migrate; nothing was changed.\n- " + String.join("\n- ", problems));
      }
    }
  }

  /** What would wait for Flyway itself, or end its transaction. */
  void refuseProblems() {
    refuseProblems(() -> info(configuration.getTarget()));
  }

  private void refuseProblems(Supplier<MigrationInfoService> info) {
    ScriptProblems possible = new ScriptProblems(configuration);
    if (!possible.isPossible()) {
      return;
    }
    ScriptText texts = new ScriptText(FlywaySettings.of(configuration));
    List<String> problems =
        Arrays.stream(info.get().pending())
            .map(MigrationInfo::getScript)
            .filter(this::isSql)
            .flatMap(s -> possible.in(s, texts.of(s), 1, texts.isInTransaction(s)).stream())
            .toList();
    if (!problems.isEmpty()) {
      throw new FlywayException(
          "Cannot migrate; nothing was changed.\n- " + String.join("\n- ", problems));
    }
  }

  /** Java migrations are known by the name of their class. */
  private boolean isSql(String script) {
    return Arrays.stream(configuration.getSqlMigrationSuffixes()).anyMatch(script::endsWith);
  }

  private MigrationInfoService info(@Nullable MigrationVersion target) {
    return new Flyway(
            new FluentConfiguration(configuration.getClassLoader())
                .configuration(configuration)
                .target(target == null ? MigrationVersion.LATEST : target))
        .info();
  }

  static MigrateReport report(MigrateResult result) {
    String version = null;
    for (MigrateOutput migration : result.migrations) {
      if (hasText(migration.version)) {
        version = migration.version;
      }
    }
    return new MigrateReport(
        result.initialSchemaVersion,
        version == null ? result.initialSchemaVersion : version,
        result.migrations.stream().map(MigratePlanner::applied).toList(),
        result.warnings == null ? List.of() : result.warnings);
  }

  private static MigrateReport.Applied applied(MigrateOutput migration) {
    return new MigrateReport.Applied(
        hasText(migration.version) ? migration.version : null,
        migration.description,
        migration.filepath,
        migration.executionTime);
  }

  private static String versions(MigrationInfoService info) {
    return Arrays.stream(info.all())
        .map(MigrationInfo::getVersion)
        .filter(v -> v != null)
        .distinct()
        .sorted()
        .map(MigrationVersion::toString)
        .collect(Collectors.joining(", "));
  }

  private static @Nullable String version(@Nullable MigrationInfo migration) {
    return migration == null || migration.getVersion() == null
        ? null
        : migration.getVersion().getVersion();
  }

  private static boolean hasText(@Nullable String text) {
    return text != null && !text.isEmpty();
  }
}
