package io.kinrow.migrate;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@link Migrations#info()}: a migration that is applied, undone or still to come.
 * Immutable.
 *
 * @param version its version; null for a repeatable one
 * @param description its description
 * @param type Flyway's type, such as {@code SQL} or {@code BASELINE}
 * @param state Flyway's word for its state, such as {@code Success}, {@code Undone}, {@code
 *     Pending}
 * @param script the script, relative to its location
 * @param undoScript the undo script for it; null when there is none
 * @param installedOn when it was applied, as the database wrote it (SQLite: in UTC); null when it
 *     never was
 * @param installedBy who applied it; null when it never was
 */
public record MigrationStatus(
    @Nullable String version,
    String description,
    String type,
    String state,
    String script,
    @Nullable String undoScript,
    @Nullable LocalDateTime installedOn,
    @Nullable String installedBy) {

  /** Whether there is an undo script for it. */
  public boolean undoable() {
    return undoScript != null;
  }
}
