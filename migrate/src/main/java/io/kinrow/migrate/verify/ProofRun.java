package io.kinrow.migrate.verify;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.diff.SampleRows;
import io.kinrow.migrate.verify.VerifyReport.Outcome;
import io.kinrow.migrate.verify.VerifyReport.Proof;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

/**
 * Proves undo scripts on one scratch database, either upwards or downwards from where it stands.
 */
final class ProofRun {
  private static final int ATTEMPTS = 3;

  private final Scratch scratch;
  private final Map<MigrationVersion, String> undoScripts;
  private final List<Proof> proofs = new ArrayList<>();
  private boolean stopped;
  private boolean repeated;

  ProofRun(Scratch scratch) {
    this.scratch = scratch;
    this.undoScripts = scratch.undoScripts();
  }

  /** V, U, V for each pending migration, which stay applied. */
  List<Proof> upwards() {
    for (MigrationInfo migration : scratch.pending()) {
      if (stopped) {
        add(migration, Outcome.NOT_REACHED, List.of(), List.of());
      } else {
        up(migration);
      }
    }
    return proofs;
  }

  /** Upwards, and then, where repeatable migrations stand beside them, downwards again. */
  List<Proof> fromTheFirst() {
    List<MigrationInfo> pending = scratch.pending();
    upwards();
    if (!stopped
        && !pending.isEmpty()
        && attempt(pending.get(pending.size() - 1), "repeatable migrations", this::repeat)
        && repeated) {
      downwards();
    }
    return proofs;
  }

  private void repeat() {
    repeated = scratch.repeat();
  }

  private void up(MigrationInfo migration) {
    String version = migration.getVersion().getVersion();
    Snapshot before = scratch.snapshot();
    if (!attempt(migration, "V", () -> scratch.migrate(version))) {
      return;
    }
    if (!undoScripts.containsKey(migration.getVersion())) {
      add(migration, Outcome.NO_UNDO, List.of(), List.of());
      return;
    }
    prove(migration, before, List.of());
  }

  /**
   * U, V, U, V for each applied migration, and then U, down to one without an undo script. Those
   * below it are listed too: an undo could not get to them.
   */
  List<Proof> downwards() {
    boolean reached = true;
    for (MigrationInfo migration : scratch.appliedLatestFirst()) {
      boolean undoable = undoScripts.containsKey(migration.getVersion());
      reached &= undoable && !stopped;
      if (reached) {
        down(migration);
      } else {
        add(migration, undoable ? Outcome.NOT_REACHED : Outcome.NO_UNDO, List.of(), List.of());
      }
    }
    return proofs;
  }

  private void down(MigrationInfo migration) {
    String version = migration.getVersion().getVersion();
    Snapshot live = scratch.snapshot();
    if (!attempt(migration, "U", scratch::undoLatest)) {
      return;
    }
    Snapshot before = scratch.snapshot();
    if (!attempt(migration, "V after U", () -> scratch.migrate(version))) {
      return;
    }
    Snapshot again = scratch.snapshot();
    List<String> notes = new ArrayList<>();
    live.schemaDifferences(again)
        .forEach(d -> notes.add("the database differs from what the script makes: " + d));
    live.rowDifferences(again).forEach(d -> notes.add("data does not survive the undo: " + d));
    prove(migration, before, notes);
    if (!stopped) {
      attempt(migration, "U", scratch::undoLatest);
    }
  }

  /** The migration is applied; what was before it is known. */
  private void prove(MigrationInfo migration, Snapshot before, List<String> notesSoFar) {
    String version = migration.getVersion().getVersion();
    List<String> notes = new ArrayList<>(notesSoFar);
    Snapshot after = scratch.snapshot();
    Optional<Catalog> migrated = scratch.catalog();
    Optional<ChangedRows> changed = scratch.read(ChangedRows::of);
    if (!attempt(migration, "U", scratch::undoLatest)) {
      return;
    }
    List<String> differences =
        new ArrayList<>(compare("after U, ", before, scratch.snapshot(), notes));
    changed.ifPresent(rows -> scratch.read(rows::remember));
    if (differences.isEmpty() && changed.filter(ChangedRows::needsRows).isPresent()) {
      undoSampleRows(version, changed.get().anew(), migrated.orElseThrow(), differences, notes);
    }
    if (!attempt(migration, "V after U", () -> scratch.migrate(version))) {
      return;
    }
    Snapshot again = scratch.snapshot();
    Set<String> made =
        differences.isEmpty() ? made(migration, after.changedValues(again), again) : Set.of();
    if (stopped) {
      return;
    }
    if (made.isEmpty()) {
      differences.addAll(compare("after V again, ", after, again, notes));
    } else {
      notes.add("the database makes other values each time: " + String.join(", ", made));
    }
    if (differences.isEmpty() && changed.filter(rows -> !rows.isEmpty()).isPresent()) {
      undoChangedRows(changed.get(), differences, notes);
    }
    add(migration, differences.isEmpty() ? Outcome.PROVED : Outcome.DIFFERS, differences, notes);
  }

  /** On a copy, as what is tried there does not come back. */
  private void undoChangedRows(ChangedRows changed, List<String> differences, List<String> notes) {
    try (Scratch.Copy copy = scratch.copy()) {
      undoChangedRows(changed, copy.scratch(), differences, notes);
    }
  }

  /** As there are none before the migration, rows are tried that both schemas allow. */
  private void undoSampleRows(
      String version,
      ChangedRows changed,
      Catalog migrated,
      List<String> differences,
      List<String> notes) {
    try (Scratch.Copy copy = scratch.copy()) {
      Scratch sampled = copy.scratch();
      List<String> samples = SampleRows.inserts(sampled.catalog().orElseThrow(), migrated);
      sampled.read(connection -> ChangedRows.insert(connection, samples));
      sampled.read(changed::remember);
      sampled.migrate(version);
      undoChangedRows(changed, sampled, differences, notes);
    } catch (FlywayException | SQLException e) {
      notes.add("not tried on rows that change after it: " + e.getMessage());
    }
  }

  private static void undoChangedRows(
      ChangedRows changed, Scratch copy, List<String> differences, List<String> notes) {
    copy.read(changed::change);
    try {
      copy.undoLatest();
    } catch (FlywayException e) {
      notes.add("U fails on rows that were deleted, replaced or added since: " + e.getMessage());
      return;
    }
    copy.read(changed::mixedUp)
        .orElseThrow()
        .forEach(row -> differences.add("after U of rows that had changed, " + row));
  }

  /**
   * Tells values that the database makes, times, random ones and the next ids of AUTOINCREMENT,
   * from those that an undo script spoils. The undo left nothing behind, so that whatever is
   * another one each time that V runs is made; what became another one after the undo once, is not.
   *
   * @param suspects columns whose values V, applied again, has made other ones
   * @return all of them, or none
   */
  private Set<String> made(MigrationInfo migration, Set<String> suspects, Snapshot again) {
    String version = migration.getVersion().getVersion();
    Set<String> made = new TreeSet<>();
    Snapshot last = again;
    for (int i = 0; i < ATTEMPTS && !made.containsAll(suspects); i++) {
      if (i > 0) {
        awaitAnotherSecond();
      }
      if (!attempt(migration, "U", scratch::undoLatest)
          || !attempt(migration, "V after U", () -> scratch.migrate(version))) {
        return Set.of();
      }
      Snapshot next = scratch.snapshot();
      made.addAll(last.changedValues(next));
      last = next;
    }
    return made.containsAll(suspects) ? suspects : Set.of();
  }

  /** SQLite's times have the resolution of a second. */
  private static void awaitAnotherSecond() {
    try {
      Thread.sleep(1100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> compare(
      String when, Snapshot wanted, Snapshot found, List<String> notes) {
    List<String> differences = new ArrayList<>();
    wanted.schemaDifferences(found).forEach(d -> differences.add(when + d));
    wanted.rowDifferences(found).forEach(d -> differences.add(when + d));
    wanted.orderDifferences(found).forEach(d -> notes.add(when + d));
    return differences;
  }

  /** A script that fails was rolled back or not: either way nothing can be proved after it. */
  private boolean attempt(MigrationInfo migration, String what, Runnable run) {
    try {
      run.run();
      return true;
    } catch (FlywayException e) {
      proofs.removeIf(p -> p.version().equals(migration.getVersion().getVersion()));
      add(migration, Outcome.FAILED, List.of(what + " failed: " + e.getMessage()), List.of());
      stopped = true;
      return false;
    }
  }

  private void add(
      MigrationInfo migration, Outcome outcome, List<String> differences, List<String> notes) {
    String version = migration.getVersion().getVersion();
    @Nullable String script = undoScripts.get(migration.getVersion());
    proofs.add(new Proof(version, migration.getDescription(), script, outcome, differences, notes));
  }
}
