package io.kinrow.migrate;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One row of the schema history as it was written: what ran, when, and who ran it. Immutable.
 *
 * @param rank the row's place in the history
 * @param action what the row records
 * @param version the version; null for a repeatable migration
 * @param description the description, without the marker of an undo
 * @param script the script that ran
 * @param checksum the script's checksum; null if it has none
 * @param installedOn when it ran, as the database recorded it (on SQLite, in UTC)
 * @param installedBy the user who ran it
 * @param milliseconds how long it ran
 * @param success whether it succeeded
 */
public record HistoryEntry(
    int rank,
    Action action,
    @Nullable String version,
    String description,
    String script,
    @Nullable Integer checksum,
    @Nullable LocalDateTime installedOn,
    String installedBy,
    int milliseconds,
    boolean success) {

  /** The kinds of events that a row of the history can record. */
  public enum Action {
    /** A migration was applied. */
    MIGRATE,
    /** A migration was undone. */
    UNDO,
    /** The history began here. */
    BASELINE,
    /** A repair marked a migration as deleted. */
    DELETE,
    /** Flyway created the schema. */
    SCHEMA
  }
}
