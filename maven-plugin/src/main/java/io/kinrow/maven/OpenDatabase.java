package io.kinrow.maven;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** A scratch database that can be connected to until it is closed. */
interface OpenDatabase {

  Login login();

  /** Adds to Flyway's configuration what this engine needs. */
  default FluentConfiguration configure(FluentConfiguration flyway) {
    return flyway.cleanDisabled(true);
  }

  /**
   * Makes sure that it may be migrated.
   *
   * @throws GenerationException if not
   */
  default void check(Flyway flyway) {}

  /** What the database said of a failed migration, and what the user can do about it. */
  default String explain(String message) {
    return message;
  }

  /** Closes it; nobody is connected any more. */
  void close();

  /** Whether, now that it is closed, a copy of it would do for migrations to come. */
  default boolean isWhole() {
    return true;
  }
}
