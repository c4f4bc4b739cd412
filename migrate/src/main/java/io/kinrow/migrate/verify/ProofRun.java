package io.kinrow.migrate.verify;

import io.kinrow.migrate.verify.VerifyReport.Outcome;
import io.kinrow.migrate.verify.VerifyReport.Proof;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.jspecify.annotations.Nullable;

/**
 * Proves undo scripts on one scratch database, either upwards or downwards from where it stands.
 */
final class ProofRun {
  private static final int ATTEMPTS = 3;

  private final Scratch scratch;
  private final @Nullable Path file;
  private final Map<String, String> undoScripts;
  private final List<Proof> proofs = new ArrayList<>();
  private boolean stopped;
  private boolean repeated;

  ProofRun(Scratch scratch) {
    this(scratch, null);
  }

  /**
   * With trials on rows that live on after a migration.
   *
   * @param file of the scratch database, without rows but those of the migrations
   */
  ProofRun(Scratch scratch, @Nullable Path file) {
    this.scratch = scratch;
    this.file = file;
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
    Scratch trial =
        file == null || !undoScripts.containsKey(version)
            ? null
            : scratch.copy(file, file.resolveSibling("trial.db"));
    if (!attempt(migration, "V", () -> scratch.migrate(version))) {
      return;
    }
    if (!undoScripts.containsKey(version)) {
      add(migration, Outcome.NO_UNDO, List.of(), List.of());
      return;
    }
    prove(migration, before, trial, List.of());
  }

  /**
   * U, V, U, V for each applied migration, and then U, down to one without an undo script. Those
   * below it are listed too: an undo could not get to them.
   */
  List<Proof> downwards() {
    boolean reached = true;
    for (MigrationInfo migration : scratch.appliedLatestFirst()) {
      boolean undoable = undoScripts.containsKey(migration.getVersion().getVersion());
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
    prove(migration, before, null, notes);
    if (!stopped) {
      attempt(migration, "U", scratch::undoLatest);
    }
  }

  /** The migration is applied; what was before it is known. */
  private void prove(
      MigrationInfo migration, Snapshot before, @Nullable Scratch trial, List<String> notesSoFar) {
    String version = migration.getVersion().getVersion();
    List<String> notes = new ArrayList<>(notesSoFar);
    Snapshot after = scratch.snapshot();
    if (!attempt(migration, "U", scratch::undoLatest)) {
      return;
    }
    List<String> differences =
        new ArrayList<>(compare("after U, ", before, scratch.snapshot(), notes));
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
    if (trial != null) {
      tried(trial, version, before, after, notes)
          .forEach(d -> differences.add("on rows that lived on, after U, " + d));
    }
    add(migration, differences.isEmpty() ? Outcome.PROVED : Outcome.DIFFERS, differences, notes);
  }

  private static List<String> tried(
      Scratch trial, String version, Snapshot before, Snapshot after, List<String> notes) {
    RowTrial rows = new RowTrial(trial, before.catalog(), after.catalog());
    return rows.isNeeded() ? rows.run(version, notes) : List.of();
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
    @Nullable String script = undoScripts.get(version);
    proofs.add(new Proof(version, migration.getDescription(), script, outcome, differences, notes));
  }
}
