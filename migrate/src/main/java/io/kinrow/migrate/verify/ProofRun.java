package io.kinrow.migrate.verify;

import io.kinrow.migrate.prove.SampleRows;
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
 * Proves undo scripts on one scratch database after the other, either upwards or downwards from
 * where they stand. A version costs three snapshots and three scripts, however many there are.
 */
final class ProofRun {
  /** Values of few forms, such as {@code random() % 2}, are the same every other time. */
  private static final int ATTEMPTS = 20;

  private final ScratchSource databases;
  private final Map<MigrationVersion, String> undoScripts;
  private final List<Proof> proofs = new ArrayList<>();
  private Scratch scratch;
  private Snapshot now;
  private @Nullable String stopped;
  private @Nullable String caveat;

  /** How a proof leaves the database, in which its version is applied. */
  private enum Left {
    /** As the scripts make it. */
    RIGHT,
    /** With a schema or rows that the scripts do not make. */
    OTHERWISE,
    /** Half-way through a script, or with a failed row in the history. */
    BROKEN
  }

  ProofRun(ScratchSource databases) {
    this.databases = databases;
    this.scratch = databases.next();
    this.undoScripts = scratch.undoScripts();
    this.now = scratch.snapshot();
  }

  /** V, U, V for each pending migration, which stay applied. */
  List<Proof> upwards() {
    for (MigrationInfo migration : scratch.pending()) {
      if (stopped != null) {
        add(migration, Outcome.NOT_REACHED, List.of(), List.of("not reached: " + stopped));
      } else {
        Left left = up(migration);
        if (left != Left.RIGHT) {
          startAgain(version(migration), left);
        }
      }
    }
    return proofs;
  }

  /** Upwards, and then, where repeatable migrations stand beside them, downwards again. */
  List<Proof> fromTheFirst() {
    List<MigrationInfo> pending = scratch.pending();
    upwards();
    if (stopped != null || pending.isEmpty()) {
      return proofs;
    }
    try {
      if (scratch.repeat()) {
        now = scratch.snapshot();
        downwards("with repeatable migrations in place");
      }
    } catch (FlywayException e) {
      String failure = "repeatable migrations failed: " + e.getMessage();
      add(pending.get(pending.size() - 1), Outcome.FAILED, List.of(failure), List.of());
    }
    return proofs;
  }

  private Left up(MigrationInfo migration) {
    Snapshot before = now;
    try {
      run("V", () -> scratch.migrate(version(migration)));
    } catch (ScriptFailure e) {
      add(migration, Outcome.FAILED, List.of(e.getMessage()), List.of());
      stopped = "V" + version(migration) + " failed";
      return Left.RIGHT;
    }
    now = scratch.snapshot();
    if (!undoScripts.containsKey(migration.getVersion())) {
      add(migration, Outcome.NO_UNDO, List.of(), List.of());
      return Left.RIGHT;
    }
    return prove(migration, before, List.of());
  }

  /**
   * Continues on another database, brought to this version by the migrations only, so that what the
   * undo has spoiled does not count against later versions.
   */
  private void startAgain(String version, Left left) {
    try {
      Scratch other = databases.next();
      other.migrateUpTo(version);
      now = other.snapshot();
      scratch = other;
      caveat = null;
    } catch (FlywayException e) {
      String why = "there is no other scratch database to continue on: " + e.getMessage();
      if (left == Left.OTHERWISE) {
        caveat = "on what the undo of version " + version + " left behind; " + why;
      } else {
        stopped = "the undo of version " + version + " failed, and " + why;
      }
    }
  }

  /** U, V, U, V for each applied migration, and then U, down to one without an undo script. */
  List<Proof> downwards() {
    return downwards("with the rows of the database");
  }

  private List<Proof> downwards(String how) {
    for (MigrationInfo migration : scratch.appliedLatestFirst()) {
      String version = version(migration);
      if (!undoScripts.containsKey(migration.getVersion())) {
        add(migration, Outcome.NO_UNDO, List.of(), List.of());
        stopped = stopped == null ? "V" + version + " above it has no undo script" : stopped;
      } else if (stopped != null) {
        String note = "not reached " + how + ": " + stopped;
        add(migration, Outcome.NOT_REACHED, List.of(), List.of(note));
      } else if (!down(migration)) {
        stopped = "the undo of version " + version + " above it failed";
      }
    }
    return proofs;
  }

  private boolean down(MigrationInfo migration) {
    Snapshot live = now;
    List<String> notes = new ArrayList<>();
    try {
      run("U", () -> scratch.undo(version(migration)));
      Snapshot before = scratch.snapshot();
      run("V after U", () -> scratch.migrate(version(migration)));
      now = scratch.snapshot();
      live.schemaDifferences(now)
          .forEach(d -> notes.add("the database differs from the result of the script: " + d));
      live.rowDifferences(now).forEach(d -> notes.add("data does not survive the undo: " + d));
      if (prove(migration, before, notes) == Left.BROKEN) {
        return false;
      }
      run("U", () -> scratch.undo(version(migration)));
      now = scratch.snapshot();
      return true;
    } catch (ScriptFailure e) {
      proofs.removeIf(p -> p.version().equals(version(migration)));
      add(migration, Outcome.FAILED, List.of(e.getMessage()), notes);
      return false;
    }
  }

  /** The migration is applied, {@link #now}; what was before it is known. */
  private Left prove(MigrationInfo migration, Snapshot before, List<String> notesSoFar) {
    List<String> notes = new ArrayList<>(notesSoFar);
    List<String> differences = new ArrayList<>();
    Left left = Left.RIGHT;
    Snapshot after = now;
    Optional<ChangedRows> changed =
        after
            .catalog()
            .filter(catalog -> ChangedRows.mayLose(before.catalog().orElseThrow(), catalog))
            .flatMap(catalog -> scratch.read(ChangedRows::of));
    try {
      run("U", () -> scratch.undo(version(migration)));
      Snapshot undone = scratch.snapshot();
      before.schemaDifferences(undone).forEach(d -> differences.add("after U, " + d));
      before.rowDifferences(undone).forEach(d -> differences.add("after U, " + d));
      before.orderDifferences(undone).forEach(d -> notes.add("after U, " + d));
      changed.ifPresent(rows -> scratch.read(rows::remember));
      boolean sameStart = differences.isEmpty();
      if (sameStart && changed.filter(ChangedRows::needsRows).isPresent()) {
        undoSampleRows(migration, changed.get().anew(), undone, after, differences, notes);
      }
      // or V would give other numbers to the same rows
      scratch.restoreCounters(before, undone).forEach(c -> notes.add("after U, " + c));
      run("V after U", () -> scratch.migrate(version(migration)));
      now = scratch.snapshot();
      List<String> again = new ArrayList<>(after.schemaDifferences(now));
      after.orderDifferences(now).forEach(d -> notes.add("after V again, " + d));
      Set<String> made = sameStart ? made(migration, before, after.changedValues(now)) : Set.of();
      if (made.isEmpty()) {
        again.addAll(after.rowDifferences(now));
      }
      if (!again.isEmpty()) {
        left = Left.OTHERWISE;
        again.forEach(d -> differences.add("after V again, " + d));
      }
      if (!made.isEmpty()) {
        notes.add("the database makes different values each time: " + String.join(", ", made));
      }
    } catch (ScriptFailure e) {
      differences.add(e.getMessage());
      add(migration, Outcome.FAILED, differences, notes);
      return isStill(after) ? Left.RIGHT : Left.BROKEN;
    }
    if (differences.isEmpty() && changed.filter(rows -> !rows.isEmpty()).isPresent()) {
      undoChangedRows(changed.get(), migration, differences, notes);
    }
    before.notCompared().forEach(name -> notes.add("not compared: " + name));
    add(migration, differences.isEmpty() ? Outcome.PROVED : Outcome.DIFFERS, differences, notes);
    return left;
  }

  /** On a copy, as what is tried there does not come back. */
  private void undoChangedRows(
      ChangedRows changed, MigrationInfo migration, List<String> differences, List<String> notes) {
    try (Scratch.Copy copy = scratch.copy()) {
      undoChangedRows(changed, copy.scratch(), migration, differences, notes);
    }
  }

  /** As there are none before the migration, rows are tried that both schemas allow. */
  private void undoSampleRows(
      MigrationInfo migration,
      ChangedRows changed,
      Snapshot undone,
      Snapshot migrated,
      List<String> differences,
      List<String> notes) {
    try (Scratch.Copy copy = scratch.copy()) {
      Scratch sampled = copy.scratch();
      List<String> samples =
          SampleRows.inserts(undone.catalog().orElseThrow(), migrated.catalog().orElseThrow());
      sampled.read(connection -> ChangedRows.insert(connection, samples));
      sampled.read(changed::remember);
      sampled.migrate(version(migration));
      undoChangedRows(changed, sampled, migration, differences, notes);
    } catch (FlywayException | SQLException e) {
      notes.add("not tried on rows that changed after it: " + e.getMessage());
    }
  }

  private static void undoChangedRows(
      ChangedRows changed,
      Scratch copy,
      MigrationInfo migration,
      List<String> differences,
      List<String> notes) {
    copy.read(changed::change);
    try {
      copy.undo(version(migration));
    } catch (FlywayException e) {
      notes.add("U fails on rows that were deleted, replaced or added since V: " + e.getMessage());
      return;
    }
    copy.read(changed::mixedUp)
        .orElseThrow()
        .forEach(row -> differences.add("after U on rows that had changed, " + row));
  }

  /**
   * Tells values that the database makes, times, random ones and the next ids of AUTOINCREMENT,
   * from those that an undo script spoils. The undo left nothing behind, so that whatever is
   * another one each time that V runs is made; what became another one after the undo once, is not.
   *
   * @param suspects columns whose values V, applied again, has made other ones
   * @return all of them, or none
   */
  private Set<String> made(MigrationInfo migration, Snapshot before, Set<String> suspects)
      throws ScriptFailure {
    Set<String> made = new TreeSet<>();
    for (int i = 0; i < ATTEMPTS && !made.containsAll(suspects); i++) {
      if (i == 1) {
        awaitAnotherSecond();
      }
      Snapshot last = now;
      run("U", () -> scratch.undo(version(migration)));
      scratch.restoreCounters(before, scratch.snapshot());
      run("V after U", () -> scratch.migrate(version(migration)));
      Snapshot next = scratch.snapshot();
      made.addAll(last.changedValues(next));
      now = next;
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

  /** Whether a script that failed has left everything as it was. */
  private boolean isStill(Snapshot after) {
    now = scratch.snapshot();
    return after.schemaDifferences(now).isEmpty()
        && after.rowDifferences(now).isEmpty()
        && !scratch.hasFailed();
  }

  private static void run(String what, Runnable script) throws ScriptFailure {
    try {
      script.run();
    } catch (FlywayException e) {
      throw new ScriptFailure(what + " failed: " + e.getMessage());
    }
  }

  private static String version(MigrationInfo migration) {
    return migration.getVersion().getVersion();
  }

  private void add(
      MigrationInfo migration, Outcome outcome, List<String> differences, List<String> notes) {
    String version = version(migration);
    @Nullable String script = undoScripts.get(migration.getVersion());
    List<String> all = new ArrayList<>(notes);
    if (caveat != null) {
      all.add(caveat);
    }
    proofs.add(new Proof(version, migration.getDescription(), script, outcome, differences, all));
  }

  private static final class ScriptFailure extends Exception {
    private static final long serialVersionUID = 1L;

    ScriptFailure(String message) {
      super(message);
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }
}
