package io.kinrow.migrate;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@link Migrations#info()}: a migration that is applied, undone or still to come.
 * Immutable.
 *
 * @param version its version; null for a repeatable migration
 * @param description its description
 * @param type Flyway's type, such as {@code SQL} or {@code BASELINE}
 * @param state Flyway's word for its state, such as {@code Success}, {@code Undone}, {@code
 *     Pending}
 * @param script the script, relative to its location
 * @param undoScript its undo script; null if there is none
 * @param installedOn when it was applied, as the database recorded it (on SQLite, in UTC); null if
 *     it was never applied
 * @param installedBy the user who applied it; null if it was never applied
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

  /** Returns whether there is an undo script for it. */
  public boolean undoable() {
    return undoScript != null;
  }
}
