package io.kinrow.microblog.command;

import io.kinrow.microblog.output.Column;
import io.kinrow.microblog.output.Listing;
import io.kinrow.migrate.HistoryEntry;
import io.kinrow.migrate.MigratePlan;
import io.kinrow.migrate.MigrateReport;
import io.kinrow.migrate.MigrationStatus;
import io.kinrow.migrate.RedoReport;
import io.kinrow.migrate.UndoReport;
import io.kinrow.migrate.undo.UndoPlan;
import io.kinrow.migrate.verify.Rehearsal;
import io.kinrow.migrate.verify.VerifyReport;
import io.kinrow.migrate.verify.VerifyReport.Proof;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is shown of migrations. */
final class MigrationListings {

  static final List<Column<MigrationStatus>> STATUS =
      List.of(
          Column.of("version", MigrationStatus::version),
          Column.of("description", MigrationStatus::description),
          Column.of("state", MigrationStatus::state),
          Column.of("script", MigrationStatus::script),
          Column.of("undoScript", MigrationStatus::undoScript),
          Column.of("installedOn", MigrationStatus::installedOn));

  static final List<Column<HistoryEntry>> HISTORY =
      List.of(
          Column.number("rank", HistoryEntry::rank),
          Column.of("action", entry -> entry.action().name().toLowerCase(Locale.ROOT)),
          Column.of("version", HistoryEntry::version),
          Column.of("description", HistoryEntry::description),
          Column.of("script", HistoryEntry::script),
          Column.of("installedOn", HistoryEntry::installedOn),
          Column.number("milliseconds", HistoryEntry::milliseconds),
          Column.of("success", HistoryEntry::success));

  private static final List<Column<Proof>> PROOFS =
      List.of(
          Column.of("version", Proof::version),
          Column.of("description", Proof::description),
          Column.of("outcome", proof -> proof.outcome().name().toLowerCase(Locale.ROOT)),
          Column.of("undoScript", Proof::undoScript),
          Column.below("differences", Proof::differences),
          Column.below("notes", Proof::notes));

  private record Step(
      String done,
      @Nullable String version,
      String description,
      String script,
      List<String> statements) {

    Step(String done, @Nullable String version, String description, String script) {
      this(done, version, description, script, List.of());
    }
  }

  private static final List<Column<Step>> STEPS =
      List.of(
          Column.of("action", Step::done),
          Column.of("version", Step::version),
          Column.of("description", Step::description),
          Column.of("script", Step::script));

  private MigrationListings() {}

  static Listing<Proof> of(VerifyReport report) {
    return Listing.of(PROOFS, report.proofs(), "No migrations.")
        .more(new Listing.More("", Map.of("passed", report.passed())));
  }

  static Listing<?> of(MigratePlan plan) {
    List<Step> steps =
        plan.steps().stream()
            .map(
                s ->
                    new Step(
                        "would migrate", s.version(), s.description(), s.script(), s.statements()))
            .toList();
    return steps(steps, "Up to date.", plan.currentVersion(), plan.versionAfter(), null);
  }

  static Listing<?> of(MigrateReport report) {
    return steps(applied(report), "Up to date.", report.initialVersion(), report.version(), null);
  }

  static Listing<?> of(Rehearsal rehearsal) {
    List<Rehearsed> rows = new ArrayList<>();
    rehearsal.passed().forEach(script -> rows.add(new Rehearsed(script, "passed")));
    if (rehearsal.failed() != null) {
      rows.add(new Rehearsed(rehearsal.failed(), "failed"));
    }
    List<String> told = new ArrayList<>(rehearsal.rows());
    if (!rehearsal.isPassed()) {
      told.add(rehearsal.problem());
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("counts", rehearsal.rows());
    fields.put("problem", rehearsal.problem());
    return Listing.of(
            List.of(
                Column.of("script", Rehearsed::script), Column.of("outcome", Rehearsed::outcome)),
            rows,
            "Up to date.")
        .more(new Listing.More(String.join("\n", told), fields));
  }

  private record Rehearsed(String script, String outcome) {}

  private static List<Step> applied(MigrateReport report) {
    return report.applied().stream()
        .map(s -> new Step("migrated", s.version(), s.description(), file(s.path())))
        .toList();
  }

  static Listing<?> of(UndoPlan plan) {
    List<Step> steps =
        plan.steps().stream()
            .map(
                s ->
                    new Step(
                        "would undo", s.version(), s.description(), s.script(), s.statements()))
            .toList();
    return steps(steps, "Nothing to undo.", plan.currentVersion(), plan.versionAfter(), null);
  }

  static Listing<?> of(UndoReport report) {
    String backup = report.backup() == null ? null : report.backup().toString();
    return steps(
        undone(report), "Nothing to undo.", report.initialVersion(), report.version(), backup);
  }

  private static List<Step> undone(UndoReport report) {
    return report.undone().stream()
        .map(s -> new Step("undone", s.version(), s.description(), file(s.path())))
        .toList();
  }

  static Listing<?> of(RedoReport report) {
    List<Step> steps = new ArrayList<>(undone(report.undo()));
    steps.addAll(applied(report.migrate()));
    String backup = report.undo().backup() == null ? null : report.undo().backup().toString();
    return steps(
        steps,
        "Nothing to redo.",
        report.undo().initialVersion(),
        report.migrate().version(),
        backup);
  }

  private static String file(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  /** The path as seen from where the user is, if it lies below. */
  private static Path near(String path) {
    Path here = Path.of("").toAbsolutePath();
    Path there = Path.of(path).toAbsolutePath();
    return there.startsWith(here) ? here.relativize(there) : there;
  }

  private static Listing<Step> steps(
      List<Step> steps,
      String none,
      @Nullable String from,
      @Nullable String to,
      @Nullable String backup) {
    String versions =
        "Version " + (from == null ? "none" : from) + " → " + (to == null ? "none" : to);
    String hint =
        steps.isEmpty() ? "" : versions + (backup == null ? "" : "\nBackup: " + near(backup));
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("from", from);
    fields.put("to", to);
    fields.put("backup", backup);
    fields.put("statements", steps.stream().flatMap(step -> step.statements().stream()).toList());
    return Listing.of(STEPS, steps, none).more(new Listing.More(hint, fields));
  }
}
