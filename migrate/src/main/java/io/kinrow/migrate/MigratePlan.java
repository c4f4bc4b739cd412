package io.kinrow.migrate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a migration run would do, validated but not yet run. Immutable.
 *
 * @param currentVersion the current version of the schema; null if nothing is applied
 * @param versionAfter the version that it will have afterwards
 * @param steps the migrations to apply, in order
 * @param warnings what the reader should know before agreeing
 */
public record MigratePlan(
    @Nullable String currentVersion,
    @Nullable String versionAfter,
    List<Step> steps,
    List<String> warnings) {

  /** Copies the lists. */
  public MigratePlan {
    steps = List.copyOf(steps);
    warnings = List.copyOf(warnings);
  }

  /** Returns whether the schema is up to date. */
  public boolean isEmpty() {
    return steps.isEmpty();
  }

  /**
   * One migration to apply.
   *
   * @param version its version; null for a repeatable migration
   * @param description its description
   * @param script the script, relative to its location, or the class of a Java migration
   * @param path where it was found
   * @param undoable whether there is an undo script for it
   * @param statements the statements that it will run, with placeholders replaced by their values;
   *     empty for a Java migration
   */
  public record Step(
      @Nullable String version,
      String description,
      String script,
      String path,
      boolean undoable,
      List<String> statements) {

    /** Copies the list. */
    public Step {
      statements = List.copyOf(statements);
    }
  }
}
