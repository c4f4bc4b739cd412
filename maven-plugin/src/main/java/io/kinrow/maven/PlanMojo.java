package io.kinrow.maven;

import io.kinrow.migrate.MigratePlan;
import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.undo.UndoPlan;
import io.kinrow.migrate.undo.UndoTarget;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Shows the statements that <code>flyway:migrate</code> or an undo would run. With <code>
 * kinrow.script</code> it writes them as one script that includes the rows of the history.
 */
@Mojo(name = "plan", threadSafe = true)
public class PlanMojo extends DatabaseMojo {

  /** Whether to plan an undo. */
  @Parameter(property = "kinrow.undo", defaultValue = "false")
  boolean undo;

  /**
   * The version to migrate to or, for an undo, the last one that stays. The default is the newest
   * version or, for an undo, one step back.
   */
  @Parameter(property = "kinrow.to")
  @Nullable String to;

  /** For an undo: the day or moment after which everything that was applied is undone. */
  @Parameter(property = "kinrow.toDate")
  @Nullable String toDate;

  /** For an undo: whether to undo everything that the last run of migrate applied. */
  @Parameter(property = "kinrow.lastRun", defaultValue = "false")
  boolean lastRun;

  /** A file to write the script to, for <code>sqlite3</code> or <code>psql</code>. */
  @Parameter(property = "kinrow.script")
  @Nullable File script;

  /** For Maven. */
  public PlanMojo() {}

  @Override
  void run() {
    Migrations migrations = migrations();
    if (undo) {
      UndoPlan plan = migrations.planUndo(target());
      plan.warnings().forEach(warning -> getLog().warn(warning));
      plan.steps().forEach(step -> show(step.script(), step.statements()));
      if (script != null) {
        write(script, migrations.script(plan));
      }
      return;
    }
    MigratePlan plan = to == null ? migrations.planMigrate() : migrations.planMigrate(to);
    plan.warnings().forEach(warning -> getLog().warn(warning));
    plan.steps().forEach(step -> show(step.script(), step.statements()));
    if (plan.isEmpty()) {
      getLog().info("Up to date");
    }
    if (script != null) {
      write(script, migrations.script(plan));
    }
  }

  private UndoTarget target() {
    if ((to == null ? 0 : 1) + (toDate == null ? 0 : 1) + (lastRun ? 1 : 0) > 1) {
      throw new IllegalArgumentException(
          "set only one of kinrow.to, kinrow.toDate and kinrow.lastRun");
    }
    if (lastRun) {
      return UndoTarget.lastRun();
    }
    if (toDate != null) {
      try {
        return UndoTarget.at(toDate);
      } catch (DateTimeParseException e) {
        throw new IllegalArgumentException(
            "kinrow.toDate must be a day or a moment such as 2026-01-31 or 2026-01-31T23:59: "
                + toDate,
            e);
      }
    }
    return to == null ? UndoTarget.steps(1) : UndoTarget.downTo(to);
  }

  private void show(String name, List<String> statements) {
    getLog().info(name + "\n" + String.join(";\n", statements) + ";");
  }

  private void write(File file, String sql) {
    try {
      Files.writeString(file.toPath(), sql);
      getLog().info("wrote " + file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
