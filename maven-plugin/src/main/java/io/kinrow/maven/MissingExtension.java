package io.kinrow.maven;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says of an extension that a server lacks which ones it has, and what to do. */
final class MissingExtension {

  private static final Pattern MESSAGE = Pattern.compile("extension \"([^\"]+)\" is not available");

  private MissingExtension() {}

  /** The message, with more to it if it is about an extension. */
  static String explain(String message, Login login) {
    Matcher missing = MESSAGE.matcher(message);
    if (!missing.find()) {
      return message;
    }
    return """
        %s
        The PostgreSQL that the build starts does not have %s. For migrations that need it, set <scratchUrl> to an empty \
        database of a server that has it (docs/postgresql.md). Extensions that the build's own PostgreSQL has: %s"""
        .formatted(message, missing.group(1), available(login));
  }

  private static String available(Login login) {
    try (Connection connection =
            DriverManager.getConnection(login.url(), login.user(), login.password());
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select string_agg(name, ', ' order by name) from pg_available_extensions")) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      return "unknown, since " + e.getMessage();
    }
  }
}
