package io.kinrow.microblog.store;

import io.kinrow.microblog.Refused;
import io.kinrow.migrate.sql.Names;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a database is at the version that the generated classes were made for, read from Flyway's
 * history by plain SQL: starting Flyway would take longer than most commands.
 */
final class SchemaVersion {

  private final BlogDatabase database;

  SchemaVersion(BlogDatabase database) {
    this.database = database;
  }

  /**
   * Checks the version.
   *
   * @throws Refused if the database is not migrated, older or newer
   */
  void require(Login login) {
    on(
        login,
        statement -> {
          String history = historyOf(statement);
          if (history == null) {
            throw new Refused(
                database.shown() + " is empty: it has not been migrated",
                "Run: microblog db migrate");
          }
          Set<String> applied = applied(statement, history, true);
          Set<String> known = KnownVersions.in(database.locations());
          refuseNewer(applied, known);
          refuseOlder(applied, known);
          return history;
        });
  }

  /**
   * Checks only that the database is not ahead of this program, and not another program's.
   *
   * @throws Refused if it is
   */
  void refuseUnknown(Login login) {
    on(
        login,
        statement -> {
          String history = historyOf(statement);
          if (history != null) {
            refuseNewer(applied(statement, history, false), KnownVersions.in(database.locations()));
          }
          return "";
        });
  }

  /**
   * The names of Flyway's history tables, its usual one first.
   *
   * @throws Refused if the database cannot be read
   */
  List<String> histories(Login login) {
    return on(login, this::historiesOf);
  }

  private <T> T on(Login login, Question<T> question) {
    try {
      return database.ask(login, question);
    } catch (SQLException e) {
      throw database.refusal(e);
    }
  }

  private @Nullable String historyOf(Statement statement) throws SQLException {
    List<String> histories = historiesOf(statement);
    if (histories.isEmpty() && !names(statement, database.tablesQuery()).isEmpty()) {
      throw new Refused(
          database.shown() + " has tables, but not microblog's: it belongs to another program",
          database.nameAnother());
    }
    return histories.isEmpty() ? null : histories.get(0);
  }

  private List<String> historiesOf(Statement statement) throws SQLException {
    return names(statement, database.historiesQuery());
  }

  static List<String> names(Statement statement, String query) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  /** Applied versions in the order of the history; an undo takes its version away again. */
  private Set<String> applied(Statement statement, String history, boolean refuseFailed)
      throws SQLException {
    Set<String> applied = new LinkedHashSet<>();
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT version, type, success FROM "
                + Names.quoted(history)
                + " WHERE version IS NOT NULL ORDER BY installed_rank")) {
      while (rows.next()) {
        String version = rows.getString(1);
        if (refuseFailed && !rows.getBoolean(3)) {
          throw new Refused(
              database.shown() + " has a migration that failed, version " + version,
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
          database.shown()
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
          database.shown()
              + " is older than this program: version "
              + String.join(", ", missing)
              + (missing.size() == 1 ? " is" : " are")
              + " not applied",
          "Run: microblog db migrate");
    }
  }
}
