package io.kinrow.queries;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Real files of SQLite. */
final class Sqlite {

  private Sqlite() {}

  static Connection database(Path file, String schema) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      for (String each : schema.split(";\n")) {
        statement.execute(each);
      }
    }
    return connection;
  }
}
