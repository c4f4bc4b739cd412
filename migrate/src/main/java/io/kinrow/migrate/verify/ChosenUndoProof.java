package io.kinrow.migrate.verify;

import io.kinrow.migrate.settings.ScratchFolder;
import io.kinrow.migrate.undo.UndoTarget;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.Configuration;
import org.jetbrains.annotations.ApiStatus;

/**
 * Proves that migrations which were applied after another one do not need it: they run without it,
 * and its undo script leads to what they give then, schema and rows.
 *
 * @hidden
 */
@ApiStatus.Internal
public final class ChosenUndoProof {
  private final Configuration configuration;

  /** Prepares work for the database of a configuration, which is only read. */
  public ChosenUndoProof(Configuration configuration) {
    this.configuration = configuration;
  }

  /**
   * Proves it for one version.
   *
   * @throws FlywayException if it is not so, or cannot be proved: the history has a baseline or
   *     cannot be applied again in its order, or the database cannot be copied
   */
  public void prove(UndoTarget.Only target) {
    LiveDatabase live = LiveDatabase.of(configuration);
    MigrationInfo[] all = live.migrations();
    List<String> applied = versions(Scratch.appliedLatestFirst(all));
    String chosen = target.version().getVersion();
    if (applied.isEmpty() || applied.get(applied.size() - 1).equals(chosen)) {
      return;
    }
    if (Scratch.hasBaseline(all)) {
      throw unproved(target, "what is below the baseline cannot be applied again");
    }
    live.refuse(Scratch.appliedLatestFirst(all));
    live.refuseScripts(Stream.ofNullable(Scratch.undoScripts(all).get(target.version())).toList());
    try (ScratchFolder folder = new ScratchFolder()) {
      try (ScratchSource empties = live.empties(folder);
          Scratch with = empties.next();
          Scratch without = empties.next()) {
        replay(with, applied, "", target);
        replay(without, applied, chosen, target);
        undo(with, target, "on an empty database");
        List<String> differences = differences(without, with, applied, empties, target);
        if (!differences.isEmpty()) {
          throw new FlywayException(
              "Cannot undo only version %s: its undo does not lead to the result of the others without it.\n- %s"
                  .formatted(target.version(), String.join("\n- ", differences)));
        }
      }
      try (ScratchSource copies = live.copies(folder);
          Scratch copy = copies.next()) {
        undo(copy, target, "with the rows of this database");
      }
    }
  }

  private static List<String> versions(List<MigrationInfo> latestFirst) {
    List<String> versions = new ArrayList<>();
    latestFirst.forEach(migration -> versions.add(migration.getVersion().getVersion()));
    Collections.reverse(versions);
    return versions;
  }

  private static void replay(
      Scratch scratch, List<String> versions, String left, UndoTarget.Only target) {
    for (String version : versions) {
      try {
        if (version.equals(left)) {
          scratch.skip(version);
        } else {
          scratch.migrate(version);
        }
      } catch (FlywayException e) {
        throw left.isEmpty()
            ? unproved(target, "the history cannot be applied again: " + e.getMessage())
            : new FlywayException(
                "Cannot undo only version %s: version %s needs it. Without it, %s"
                    .formatted(target.version(), version, e.getMessage()),
                e);
      }
    }
    if (!versions(scratch.appliedLatestFirst()).equals(versions)) {
      throw unproved(target, "the history cannot be applied again in its order");
    }
  }

  private static void undo(Scratch scratch, UndoTarget.Only target, String where) {
    try {
      scratch.undo(target);
    } catch (FlywayException e) {
      throw new FlywayException(
          "Cannot undo only version %s, %s: %s".formatted(target.version(), where, e.getMessage()),
          e);
    }
  }

  /** Values that are different ones each time that the same scripts run are not the undo's. */
  private static List<String> differences(
      Scratch without,
      Scratch undone,
      List<String> applied,
      ScratchSource empties,
      UndoTarget.Only target) {
    Snapshot wanted = without.snapshot();
    Snapshot found = undone.snapshot();
    List<String> differences = new ArrayList<>(wanted.schemaDifferences(found));
    List<String> rows = wanted.rowDifferences(found);
    Set<String> suspects = wanted.changedValues(found);
    if (!suspects.isEmpty()) {
      try (Scratch again = empties.next()) {
        replay(again, applied, target.version().getVersion(), target);
        if (wanted.changedValues(again.snapshot()).containsAll(suspects)) {
          return differences;
        }
      }
    }
    differences.addAll(rows);
    return differences;
  }

  private static FlywayException unproved(UndoTarget.Only target, String why) {
    return new FlywayException(
        "Cannot undo only version %s: it cannot be proved that later versions do not need it, because %s"
            .formatted(target.version(), why));
  }
}
