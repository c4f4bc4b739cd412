package io.kinrow.microblog.command;

import io.kinrow.microblog.store.Access;
import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.UndoReport;
import io.kinrow.migrate.undo.UndoPlan;
import io.kinrow.migrate.undo.UndoTarget;
import io.kinrow.migrate.verify.FailedMigration;
import java.io.IOException;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code microblog db undo}. */
@Command(
    name = "undo",
    description = "Undoes the latest migrations, after a backup if the database is a file.")
final class DbUndoCommand implements Callable<Integer> {

  private final BlogSession session;

  @Mixin private FlywayOptions flyway = new FlywayOptions();

  @Spec private @Nullable CommandSpec command;

  @ArgGroup(exclusive = true)
  private HowFar howFar = new HowFar();

  /** One of them. */
  static final class HowFar {
    @Option(
        names = "--to",
        paramLabel = "VERSION",
        converter = VersionConverter.class,
        description = "Undo what came after this version; 0 undoes everything.")
    private @Nullable String version;

    @Option(
        names = "--to-date",
        paramLabel = "DATE",
        description =
            "Undo what was applied after this day or moment, in UTC: 2026-01-31 or"
                + " 2026-01-31T23:59.")
    private @Nullable String date;

    @Option(names = "--last-run", description = "Undo all that the last 'db migrate' applied.")
    private boolean lastRun;

    @Option(
        names = "--steps",
        paramLabel = "N",
        description = "How many migrations to undo (default: 1).")
    private int steps = 1;

    @Option(
        names = "--only",
        paramLabel = "VERSION",
        converter = VersionConverter.class,
        description = "Undo only this version, if it is proved that later ones do not need it.")
    private @Nullable String only;

    @Option(
        names = "--failed",
        description = "Undo the part of a failed migration that ran, if this is proved correct.")
    private boolean failed;

    private UndoTarget target(CommandSpec command) {
      Positive.require(command, "--steps", steps);
      if (lastRun) {
        return UndoTarget.lastRun();
      }
      if (date != null) {
        return downTo(date, command);
      }
      if (only != null) {
        return UndoTarget.only(only);
      }
      return version == null ? UndoTarget.steps(steps) : UndoTarget.downTo(version);
    }

    private static UndoTarget downTo(String date, CommandSpec command) {
      try {
        return UndoTarget.at(date);
      } catch (DateTimeParseException e) {
        throw new ParameterException(
            command.commandLine(),
            "--to-date takes a day or a moment, 2026-01-31 or 2026-01-31T23:59: not " + date);
      }
    }
  }

  @Option(names = "--no-backup", description = "Do not copy the database file first.")
  private boolean noBackup;

  @Option(names = "--dry-run", description = "Only show what would be done.")
  private boolean dryRun;

  @Option(
      names = "--script",
      description =
          "Only print a SQL script for sqlite3 or psql that does the same, history rows included; not with"
              + " --failed.")
  private boolean script;

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  DbUndoCommand(BlogSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    CommandSpec spec = Objects.requireNonNull(command);
    UndoTarget target = howFar.target(spec);
    if (howFar.failed && script) {
      throw new ParameterException(
          spec.commandLine(),
          "--failed and --script are mutually exclusive; --dry-run shows what --failed would run");
    }
    Migrations migrations = session.migrations(Access.WRITE, flyway);
    if (howFar.failed) {
      return undoFailed(migrations);
    }
    UndoPlan plan = migrations.planUndo(target);
    session.warn(plan.warnings());
    if (script) {
      session.script(migrations.script(plan));
      return 0;
    }
    if (dryRun || plan.isEmpty()) {
      session.list(MigrationListings.of(plan));
      plan.steps().forEach(step -> session.statements(step.script(), step.statements()));
      return 0;
    }
    session.confirmUndo(plan, question(), yes);
    UndoReport report = migrations.undo(plan, backsUp());
    List<String> counted = new ArrayList<>(report.warnings());
    counted.removeAll(plan.warnings());
    session.warn(counted);
    session.list(MigrationListings.of(report));
    return 0;
  }

  private boolean backsUp() {
    return !noBackup && session.database().hasBackups();
  }

  private String question() {
    return session.database().hasBackups() ? "Undo?" : "Undo without a backup (pg_dump makes one)?";
  }

  private int undoFailed(Migrations migrations) throws IOException {
    FailedMigration failed = migrations.failed().orElse(null);
    if (failed == null) {
      session.warn(List.of("No migration has failed."));
      return 0;
    }
    if (!failed.isProved()) {
      throw new FlywayException("Cannot undo: " + failed);
    }
    session.warn(List.of(failed.toString().replace("\n- ", "; ")));
    session.statements(failed.script(), failed.undo());
    if (!dryRun) {
      session.confirm(question(), yes);
      session.awaitLock();
      migrations.undoFailed(failed, backsUp());
    }
    return 0;
  }
}
