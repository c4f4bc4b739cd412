package io.kinrow.microblog.store;

import io.kinrow.microblog.Refused;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Whether a database is at the version that the generated classes were made for, read from Flyway's
 * history by plain SQL: starting Flyway would take longer than most commands.
 */
final class SchemaVersion {

  private static final String HISTORY = "flyway_schema_history";

  private final BlogFile file;

  SchemaVersion(BlogFile file) {
    this.file = file;
  }

  /**
   * Checks the version.
   *
   * @throws Refused if the database is not migrated, older or newer
   */
  void require(String url) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 5000");
      if (!hasHistory(statement)) {
        throw new Refused(
            file.shown() + " is empty: it has not been migrated", "Run: microblog db migrate");
      }
      Set<String> applied = applied(statement, true);
      Set<String> known = KnownVersions.onClassPath();
      refuseNewer(applied, known);
      refuseOlder(applied, known);
    } catch (SQLException e) {
      throw DatabaseProblem.of(file.shown(), e);
    }
  }

  /**
   * Checks only that the database is not ahead of this program, and not another program's.
   *
   * @throws Refused if it is
   */
  void refuseUnknown(String url) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 5000");
      if (hasHistory(statement)) {
        refuseNewer(applied(statement, false), KnownVersions.onClassPath());
      }
    } catch (SQLException e) {
      throw DatabaseProblem.of(file.shown(), e);
    }
  }

  private boolean hasHistory(Statement statement) throws SQLException {
    boolean tables = false;
    try (ResultSet rows =
        statement.executeQuery("SELECT name FROM sqlite_schema WHERE type = 'table'")) {
      while (rows.next()) {
        if (rows.getString(1).equals(HISTORY)) {
          return true;
        }
        tables = true;
      }
    }
    if (tables) {
      throw new Refused(
          file.shown() + " has tables, but not microblog's: it belongs to another program",
          "Name another file: --db FILE");
    }
    return false;
  }

  /** Applied versions in the order of the history; an undo takes its version away again. */
  private Set<String> applied(Statement statement, boolean refuseFailed) throws SQLException {
    Set<String> applied = new LinkedHashSet<>();
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT version, type, success FROM "
                + HISTORY
                + " WHERE version IS NOT NULL ORDER BY installed_rank")) {
      while (rows.next()) {
        String version = rows.getString(1);
        if (refuseFailed && !rows.getBoolean(3)) {
          throw new Refused(
              file.shown() + " has a migration that failed, version " + version,
              "Look at it with 'microblog db info', then run: microblog db repair");
        }
        boolean undo = rows.getString(2).equals("DELETE") || rows.getString(2).startsWith("UNDO");
        if (undo) {
          applied.remove(version);
        } else {
          applied.add(version);
        }
      }
    }
    return applied;
  }

  private void refuseNewer(Set<String> applied, Set<String> known) {
    Set<String> unknown = new LinkedHashSet<>(applied);
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      throw new Refused(
          file.shown()
              + " is newer than this program, which does not know version "
              + String.join(", ", unknown),
          "Use the program that migrated it, or undo there: microblog db undo");
    }
  }

  private void refuseOlder(Set<String> applied, Set<String> known) {
    Set<String> missing = new LinkedHashSet<>(known);
    missing.removeAll(applied);
    if (!missing.isEmpty()) {
      throw new Refused(
          file.shown()
              + " is older than this program: version "
              + String.join(", ", missing)
              + (missing.size() == 1 ? " is" : " are")
              + " not applied",
          "Run: microblog db migrate");
    }
  }
}
