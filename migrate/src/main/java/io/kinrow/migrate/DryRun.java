package io.kinrow.migrate;

import io.kinrow.migrate.script.HistoryRows;
import io.kinrow.migrate.script.Shell;
import io.kinrow.migrate.script.SqlText;
import io.kinrow.migrate.script.Unscriptable;
import io.kinrow.migrate.settings.ScriptStatements;
import io.kinrow.migrate.undo.AllMigrations;
import io.kinrow.migrate.undo.UndoMarker;
import io.kinrow.migrate.undo.UndoPlan;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.FlywayExecutor;
import org.flywaydb.core.api.CoreMigrationType;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.resolver.ResolvedMigration;
import org.flywaydb.core.extensibility.AppliedMigration;
import org.flywaydb.core.internal.database.base.Database;
import org.flywaydb.core.internal.database.base.Schema;
import org.flywaydb.core.internal.info.MigrationInfoServiceImpl;
import org.flywaydb.core.internal.schemahistory.SchemaHistory;
import org.flywaydb.core.internal.sqlscript.SqlScript;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a migrate or an undo would do as one SQL script, history rows included. The database
 * is only read. Immutable.
 */
public final class DryRun {
  private final Configuration configuration;

  /** Creates scripts for one database and the scripts of its project. */
  public DryRun(Configuration configuration) {
    this.configuration = configuration;
  }

  /** A migration to write: what runs, and the history row that it leaves. */
  private record Step(
      @Nullable String version,
      String description,
      String type,
      String script,
      @Nullable Integer checksum) {}

  /**
   * Returns what a planned migrate would do.
   *
   * @throws FlywayException if part of it is not SQL, or the plan does not fit any more
   */
  public String of(MigratePlan plan) {
    return write(
        "migrate",
        plan.currentVersion(),
        plan.versionAfter(),
        (info, resolved, unscriptable) -> {
          List<Step> steps = new ArrayList<>();
          for (MigratePlan.Step step : plan.steps()) {
            MigrationInfo pending =
                Arrays.stream(info.pending())
                    .filter(m -> m.getScript().equals(step.script()))
                    .findFirst()
                    .orElseThrow(DryRun::changed);
            unscriptable.addUnlessSql(pending);
            steps.add(
                new Step(
                    step.version(),
                    step.description(),
                    pending.getType().name(),
                    step.script(),
                    checksum(resolved, step.script())));
          }
          return steps;
        });
  }

  /**
   * Returns what a planned undo would do.
   *
   * @throws FlywayException if part of it is not SQL, or the plan does not fit any more
   */
  public String of(UndoPlan plan) {
    return write(
        "undo",
        plan.currentVersion(),
        plan.versionAfter(),
        (info, resolved, unscriptable) ->
            plan.steps().stream()
                .map(
                    step ->
                        new Step(
                            step.version(),
                            UndoMarker.marked(step.description()),
                            CoreMigrationType.DELETE.name(),
                            step.script(),
                            checksum(resolved, step.script())))
                .toList());
  }

  @FunctionalInterface
  private interface Steps {
    List<Step> of(
        MigrationInfoServiceImpl info,
        Collection<ResolvedMigration> resolved,
        Unscriptable unscriptable);
  }

  private String write(String command, @Nullable String from, @Nullable String to, Steps planned) {
    return new FlywayExecutor(configuration)
        .execute(
            (resolver, history, database, schema, schemas, callbacks, interceptor) -> {
              Shell shell = Shell.of(database);
              MigrationInfoServiceImpl info =
                  AllMigrations.read(
                      resolver, history, database, configuration, configuration.isOutOfOrder());
              MigrationInfo current = info.current();
              if (!Objects.equals(from, version(current))) {
                throw changed();
              }
              Unscriptable unscriptable = new Unscriptable();
              unscriptable.addCallbacks(configuration, command);
              List<Step> steps =
                  planned.of(info, resolver.resolveMigrations(configuration), unscriptable);
              unscriptable.refuse();
              refuseUnready(shell, history, database, schema);
              SqlText text = new SqlText(shell);
              text.comment(
                  "%s from version %s to %s, written by Kinrow. Nothing has run yet."
                      .formatted(command, shown(from), shown(to)));
              text.comment("Run it as: " + shell.usage());
              text.line(shell.stopAtErrors());
              head(text, shell, database, schema);
              int rank =
                  history.allAppliedMigrations().stream()
                      .mapToInt(AppliedMigration::getInstalledRank)
                      .max()
                      .orElse(0);
              start(text, history, database, schema, rank);
              HistoryRows rows =
                  new HistoryRows(
                      configuration, database, schema.getTable(configuration.getTable()), rank);
              ScriptStatements scripts = new ScriptStatements(configuration, database);
              for (Step step : steps) {
                write(text, step, scripts, rows, unscriptable);
              }
              unscriptable.refuse();
              return text.toString();
            },
            true,
            null);
  }

  private static @Nullable Integer checksum(Collection<ResolvedMigration> all, String script) {
    return all.stream()
        .filter(migration -> migration.getScript().equals(script))
        .findFirst()
        .orElseThrow(DryRun::changed)
        .getChecksum();
  }

  private static FlywayException changed() {
    return new FlywayException(
        "The database or the scripts have changed since the plan was made; plan again.");
  }

  private static @Nullable String version(@Nullable MigrationInfo migration) {
    return migration == null || migration.getVersion() == null
        ? null
        : migration.getVersion().getVersion();
  }

  private static String shown(@Nullable String version) {
    return version == null ? "none" : version;
  }

  /** What Flyway would do, or check, before the first script. */
  private void refuseUnready(
      Shell shell, SchemaHistory history, Database<?> database, Schema<?, ?> schema) {
    if (!schema.exists()) {
      throw new FlywayException(
          "The schema " + schema.getName() + " does not exist: create it, then write the script.");
    }
    if (!history.exists() && !schema.empty()) {
      throw new FlywayException(
          "The database has tables but no schema history: run baseline first.");
    }
    if (shell == Shell.SQLITE3) {
      try {
        int dangling =
            database
                .getMainConnection()
                .getJdbcTemplate()
                .queryForInt("SELECT count(*) FROM pragma_foreign_key_check");
        if (dangling > 0) {
          throw new FlywayException(
              dangling
                  + " rows have lost their parents (PRAGMA foreign_key_check lists them). The script could not distinguish them from rows that lose theirs while it runs: repair them first.");
        }
      } catch (SQLException e) {
        throw new FlywayException(
            "PRAGMA foreign_key_check, which the script relies on, fails: " + e.getMessage(), e);
      }
    }
  }

  private static void head(SqlText text, Shell shell, Database<?> database, Schema<?, ?> schema) {
    if (shell == Shell.SQLITE3) {
      text.statement("PRAGMA foreign_keys = OFF");
      return;
    }
    database.getMigrationConnection().changeCurrentSchemaTo(schema);
    try {
      text.statement(
          "SET search_path TO "
              + database
                  .getMigrationConnection()
                  .getJdbcTemplate()
                  .queryForString("SHOW search_path"));
    } catch (SQLException e) {
      throw new FlywayException("Cannot read the search path: " + e.getMessage(), e);
    }
  }

  /** The history as it was when the script was written, or else it stops. */
  private void start(
      SqlText text, SchemaHistory history, Database<?> database, Schema<?, ?> schema, int rank) {
    text.line("").begin();
    var table = schema.getTable(configuration.getTable());
    if (history.exists()) {
      text.expect(
          "history_is_the_one_this_was_written_for",
          "SELECT coalesce(max(" + database.quote("installed_rank") + "), 0) FROM " + table,
          rank);
    } else {
      text.line(database.getRawCreateScript(table, false).strip());
    }
    text.statement("COMMIT");
  }

  private void write(
      SqlText text,
      Step step,
      ScriptStatements scripts,
      HistoryRows rows,
      Unscriptable unscriptable) {
    SqlScript script = scripts.script(step.script());
    List<String> statements = ScriptStatements.of(script);
    unscriptable.addCopies(step.script(), statements);
    if (!script.shouldExecute()) {
      unscriptable.add(step.script() + " is not executed (shouldExecute)");
    }
    text.line("").comment(step.script());
    String row =
        rows.next(step.version(), step.description(), step.type(), step.script(), step.checksum());
    if (script.executeInTransaction()) {
      text.begin().statements(statements).statement(row).commit();
    } else {
      text.comment("not in a transaction: if it fails, part of it may remain")
          .statements(statements)
          .statement(row);
    }
  }
}
