package io.kinrow.migrate.script;

import java.util.Locale;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.internal.database.base.Database;

/** The program that a script is for, and what it must be told to stop at an error. */
public enum Shell {
  SQLITE3(".bail on", "sqlite3 FILE < SCRIPT"),
  PSQL("\\set ON_ERROR_STOP on", "psql -X -f SCRIPT DATABASE");

  private final String stopAtErrors;
  private final String usage;

  Shell(String stopAtErrors, String usage) {
    this.stopAtErrors = stopAtErrors;
    this.usage = usage;
  }

  /** Returns what makes the shell stop at the first error. */
  public String stopAtErrors() {
    return stopAtErrors;
  }

  /** Returns how the shell is started with a script. */
  public String usage() {
    return usage;
  }

  /**
   * Returns the shell of a database.
   *
   * @throws FlywayException if there is none that the scripts are tried with
   */
  public static Shell of(Database<?> database) {
    String name = database.getDatabaseType().getName().toLowerCase(Locale.ROOT);
    if (name.startsWith("sqlite")) {
      return SQLITE3;
    }
    if (name.startsWith("postgresql")) {
      return PSQL;
    }
    throw new FlywayException(
        "Scripts can be written for SQLite and PostgreSQL, but not for "
            + database.getDatabaseType().getName()
            + ".");
  }
}
