package io.kinrow.migrate;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an undo did. Immutable.
 *
 * @param initialVersion the version before; null when nothing was applied
 * @param version the version now; null when nothing is applied any more
 * @param undone the migrations undone, in this order
 * @param warnings what the plan warned about
 * @param backup the copy made before, of an SQLite file; null when none was made
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
