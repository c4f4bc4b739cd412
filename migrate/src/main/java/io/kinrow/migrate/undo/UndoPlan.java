package io.kinrow.migrate.undo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an undo would do, checked against the database and the scripts but not yet run. Immutable.
 *
 * @param target how far the undo was asked to go
 * @param currentVersion the current version of the schema; null if nothing is applied
 * @param versionAfter the version that it will have afterwards; null if nothing will be applied
 * @param steps the scripts to run, in order
 * @param warnings what the reader should know before agreeing
 */
public record UndoPlan(
    UndoTarget target,
    @Nullable String currentVersion,
    @Nullable String versionAfter,
    List<Step> steps,
    List<String> warnings) {

  /** Copies the lists. */
  public UndoPlan {
    steps = List.copyOf(steps);
    warnings = List.copyOf(warnings);
  }

  /** Returns whether there is nothing to undo. */
  public boolean isEmpty() {
    return steps.isEmpty();
  }

  /**
   * One migration to undo.
   *
   * @param version its version
   * @param description its description, as applied
   * @param script the undo script, relative to its location
   * @param path where the undo script was found
   * @param transactional whether it runs in one transaction with its history row
   * @param statements the statements that it will run, with placeholders replaced by their values
   */
  public record Step(
      String version,
      String description,
      String script,
      String path,
      boolean transactional,
      List<String> statements) {

    /** Copies the list. */
    public Step {
      statements = List.copyOf(statements);
    }
  }
}
