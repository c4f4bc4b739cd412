package io.kinrow.migrate.verify;

import io.kinrow.migrate.settings.ScratchFolder;
import io.kinrow.migrate.sqlite.SqliteBackup;
import io.kinrow.migrate.undo.UndoTarget;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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

  /** For the database of a configuration, which is only read. */
  public ChosenUndoProof(Configuration configuration) {
    this.configuration = configuration;
  }

  /**
   * Proves it for one version.
   *
   * @throws FlywayException if it is not so, or cannot be proved: the history has a baseline or
   *     cannot be applied again in its order, or the database is not an SQLite file
   */
  public void prove(UndoTarget.Only target) {
    UndoVerification.requireSqlite(configuration);
    try (ScratchFolder folder = new ScratchFolder();
        Scratch copy = scratch(folder.file("copy.db"))) {
      new SqliteBackup(configuration).create(folder.file("copy.db"));
      List<String> applied = applied(copy);
      String chosen = target.version().getVersion();
      if (applied.isEmpty() || applied.get(applied.size() - 1).equals(chosen)) {
        return;
      }
      if (copy.hasBaseline()) {
        throw unproved(target, "what stands below the baseline cannot be applied again");
      }
      try (Scratch with = scratch(folder.file("with.db"));
          Scratch without = scratch(folder.file("without.db"))) {
        replay(with, applied, "", target);
        replay(without, applied, chosen, target);
        undo(with, target, "on an empty database");
        compare(without.snapshot(), with.snapshot(), target);
      }
      undo(copy, target, "with the rows of this database");
    }
  }

  private Scratch scratch(Path file) {
    return new Scratch(configuration, ScratchFolder.url(file), "", "");
  }

  private static List<String> applied(Scratch scratch) {
    List<String> versions = new ArrayList<>();
    for (MigrationInfo migration : scratch.appliedLatestFirst()) {
      versions.add(migration.getVersion().getVersion());
    }
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
                "Cannot undo version %s alone: version %s needs it. Without it, %s"
                    .formatted(target.version(), version, e.getMessage()),
                e);
      }
    }
    if (!applied(scratch).equals(versions)) {
      throw unproved(target, "the history cannot be applied again in its order");
    }
  }

  private static void undo(Scratch scratch, UndoTarget.Only target, String where) {
    try {
      scratch.undo(target);
    } catch (FlywayException e) {
      throw new FlywayException(
          "Cannot undo version %s alone: %s, %s".formatted(target.version(), where, e.getMessage()),
          e);
    }
  }

  private static void compare(Snapshot without, Snapshot undone, UndoTarget.Only target) {
    List<String> differences = new ArrayList<>(without.schemaDifferences(undone));
    differences.addAll(without.rowDifferences(undone));
    if (!differences.isEmpty()) {
      throw new FlywayException(
          "Cannot undo version %s alone: its undo does not lead to what the others give without it.\n- %s"
              .formatted(target.version(), String.join("\n- ", differences)));
    }
  }

  private static FlywayException unproved(UndoTarget.Only target, String why) {
    return new FlywayException(
        "Cannot undo version %s alone: it is not proved that the later ones do not need it, as %s"
            .formatted(target.version(), why));
  }
}
