package io.kinrow.migrate.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Counts rows that a later schema would not accept, and says of each kind what is wrong with it.
 */
final class FaultCount {

  /** What can be wrong with a row, in words that follow the number of rows. */
  enum Fault {
    NULL_BEFORE("of %s have no %s, which becomes NOT NULL"),
    NEW_COLUMN("of %s have no %s, which is new and NOT NULL"),
    DUPLICATE("of %s have the same (%s) as another row, but it becomes unique"),
    ORPHAN("of %s reference by %s rows of %s that do not exist"),
    CHECK("of %s violate the check (%s)"),
    TYPE("of %s have a value in %s that is not valid for the type %s");

    private final String text;

    Fault(String text) {
      this.text = text;
    }

    String of(Object... names) {
      return text.formatted(names);
    }
  }

  private final Connection connection;
  private final List<String> found = new ArrayList<>();

  FaultCount(Connection connection) {
    this.connection = connection;
  }

  /** Counts all rows of a query that begins with {@code FROM}. */
  void count(String from, String what) {
    count(from, "count(*)", what);
  }

  void count(String from, String number, String what) {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT " + number + " " + from)) {
      long rows = result.next() ? result.getLong(1) : 0;
      if (rows > 0) {
        found.add(String.format(Locale.ROOT, "%d %s %s", rows, rows == 1 ? "row" : "rows", what));
      }
    } catch (SQLException e) {
      // it names what the script makes first, a new column say: only the run itself can tell
    }
  }

  List<String> list() {
    return List.copyOf(found);
  }
}
