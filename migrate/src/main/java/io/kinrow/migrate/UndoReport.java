package io.kinrow.migrate;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an undo did. Immutable.
 *
 * @param initialVersion the version before the undo; null if nothing was applied
 * @param version the version after the undo; null if nothing is applied any more
 * @param undone the migrations that were undone, in order
 * @param warnings the warnings of the plan
 * @param backup the copy of the SQLite file that was made first; null if none was made
 */
public record UndoReport(
    @Nullable String initialVersion,
    @Nullable String version,
    List<Undone> undone,
    List<String> warnings,
    @Nullable Path backup) {

  /** Copies the lists. */
  public UndoReport {
    undone = List.copyOf(undone);
    warnings = List.copyOf(warnings);
  }

  /**
   * One migration that was undone.
   *
   * @param version its version
   * @param description its description
   * @param path the undo script that ran
   * @param milliseconds how long it ran
   */
  public record Undone(String version, String description, String path, int milliseconds) {}
}
