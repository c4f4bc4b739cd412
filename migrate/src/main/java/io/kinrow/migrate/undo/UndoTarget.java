package io.kinrow.migrate.undo;

import io.kinrow.migrate.settings.UndoConfiguration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;

/** How far an undo goes back. Immutable. */
public sealed interface UndoTarget {

  /** Flyway's own rule, from its setting {@code target}: the target version is undone too. */
  record Flyway(MigrationVersion version, boolean mustExist) implements UndoTarget {}

  /** Everything above {@code version} is undone; {@code version} itself stays. */
  record DownTo(MigrationVersion version) implements UndoTarget {}

  /** The latest {@code count} migrations, in the reverse order of their application. */
  record Steps(int count) implements UndoTarget {
    /**
     * Checks the count.
     *
     * @throws IllegalArgumentException if it is below 1
     */
    public Steps {
      if (count < 1) {
        throw new IllegalArgumentException("At least 1 migration must be undone, not " + count);
      }
    }
  }

  /** Everything that was applied after {@code moment}, as the database records times. */
  record DownToDate(LocalDateTime moment) implements UndoTarget {}

  /**
   * The migrations of the last run: each started within a second of the end of the one before. A
   * history says nothing more about runs.
   */
  record LastRun() implements UndoTarget {}

  /**
   * One version, whatever was applied after it. {@code Migrations.planUndo} proves first that the
   * later ones do not need it.
   */
  record Only(MigrationVersion version) implements UndoTarget {}

  /** Everything down to an empty schema, or to the baseline. */
  record Everything() implements UndoTarget {}

  /**
   * Returns what {@code Flyway.undo()} does with this configuration.
   *
   * @throws FlywayException if more than one of its settings says how far to go back, or if its
   *     date is not valid
   */
  static UndoTarget of(Configuration configuration) {
    UndoConfiguration own = UndoConfiguration.in(configuration);
    MigrationVersion target = configuration.getTarget();
    String date = own.getUndoToDate() == null ? "" : own.getUndoToDate();
    boolean toDate = !date.isBlank();
    boolean toVersion = target != null && !MigrationVersion.LATEST.equals(target);
    boolean lastRun = own.isUndoLastRun();
    if (!toDate && !lastRun) {
      return new Flyway(target, configuration.isFailOnMissingTarget());
    }
    if (toVersion || (toDate && lastRun)) {
      throw new FlywayException(
          "Cannot undo: set only one of flyway.target, flyway.undoToDate and flyway.undoLastRun.");
    }
    try {
      return date != null && toDate ? at(date) : lastRun();
    } catch (DateTimeParseException e) {
      throw new FlywayException(
          "flyway.undoToDate must be a day or a moment, such as 2026-01-31 or 2026-01-31T23:59, not "
              + date,
          e);
    }
  }

  /**
   * Undoes everything above a version; that version itself stays applied.
   *
   * @param version a version as in a script's name; {@code "0"} undoes everything
   */
  static UndoTarget downTo(String version) {
    return "0".equals(version)
        ? new Everything()
        : new DownTo(MigrationVersion.fromVersion(version));
  }

  /**
   * Undoes everything that was applied after a moment.
   *
   * @param moment in the same form and time zone as in {@code info}, which on SQLite is UTC
   */
  static UndoTarget downTo(LocalDateTime moment) {
    return new DownToDate(moment);
  }

  /**
   * Undoes everything that was applied after a day; migrations applied on that day stay.
   *
   * @param day in the same time zone as in {@code info}, which on SQLite is UTC
   */
  static UndoTarget downTo(LocalDate day) {
    return new DownToDate(day.plusDays(1).atStartOfDay().minusNanos(1));
  }

  /**
   * Undoes everything that was applied after a day or a moment, given as text.
   *
   * @param dayOrMoment such as {@code 2026-01-31}, {@code 2026-01-31T23:59} or {@code 2026-01-31
   *     23:59}
   * @throws java.time.format.DateTimeParseException if it is neither
   */
  static UndoTarget at(String dayOrMoment) {
    return dayOrMoment.length() <= 10
        ? downTo(LocalDate.parse(dayOrMoment))
        : downTo(LocalDateTime.parse(dayOrMoment.replace(' ', 'T')));
  }

  /** Undoes what the last run of migrate applied; the plan names the migrations. */
  static UndoTarget lastRun() {
    return new LastRun();
  }

  /**
   * Undoes one migration, and keeps those that were applied after it.
   *
   * @param version a version as in a script's name
   */
  static UndoTarget only(String version) {
    return new Only(MigrationVersion.fromVersion(version));
  }

  /**
   * Undoes the latest migrations.
   *
   * @throws IllegalArgumentException if {@code count} is below 1
   */
  static UndoTarget steps(int count) {
    return new Steps(count);
  }
}
