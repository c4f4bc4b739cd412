package io.kinrow.microblog.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** What is asked of an SQLite file by plain SQL. */
@FunctionalInterface
interface Question<T> {

  T ask(Statement statement) throws SQLException;

  /** Asks on a connection of its own, which waits a while for a lock. */
  static <T> T ask(String url, Question<T> question) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 5000");
      return question.ask(statement);
    }
  }
}
