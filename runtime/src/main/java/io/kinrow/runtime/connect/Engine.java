package io.kinrow.runtime.connect;

import java.sql.SQLException;
import java.util.Locale;

/** The database engines whose abilities matter to fixed statements; jOOQ knows the rest. */
public enum Engine {
  /** SQLite through xerial's driver. */
  SQLITE,
  /** PostgreSQL. */
  POSTGRES,
  /** Any other engine: what the standard and jOOQ's emulations give. */
  OTHER;

  private static final int SQLITE_CONSTRAINT = 19;

  /** The engine of a jOOQ dialect name, such as {@code "POSTGRES"}. */
  public static Engine ofDialect(String dialect) {
    String family = dialect.toUpperCase(Locale.ROOT);
    if (family.equals("SQLITE")) {
      return SQLITE;
    }
    return family.startsWith("POSTGRES") ? POSTGRES : OTHER;
  }

  /** The engine that a JDBC URL names. */
  public static Engine ofUrl(String url) {
    if (url.startsWith("jdbc:sqlite:")) {
      return SQLITE;
    }
    return url.startsWith("jdbc:postgresql:") ? POSTGRES : OTHER;
  }

  /** Whether connections end at a server, which may be gone when one is used again. */
  public boolean remote() {
    return this != SQLITE;
  }

  /** Whether a constraint refused a statement or a commit. */
  public boolean isConstraint(SQLException failure) {
    if (this == SQLITE) {
      return (failure.getErrorCode() & 0xff) == SQLITE_CONSTRAINT;
    }
    return failure.getSQLState() != null && failure.getSQLState().startsWith("23");
  }
}
