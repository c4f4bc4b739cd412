package io.kinrow.microblog.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** What is asked of a database by plain SQL. */
@FunctionalInterface
interface Question<T> {

  /** How long a statement waits for another program's lock. */
  int BUSY_TIMEOUT_MILLIS = 5_000;

  T ask(Statement statement) throws SQLException;

  /** Asks an SQLite file on a connection of its own, which waits a while for a lock. */
  static <T> T ask(String url, Question<T> question) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = " + BUSY_TIMEOUT_MILLIS);
      return question.ask(statement);
    }
  }
}
