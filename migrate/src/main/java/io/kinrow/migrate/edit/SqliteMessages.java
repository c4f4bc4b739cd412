package io.kinrow.migrate.edit;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What SQLite itself says, without the words of its driver around it. */
final class SqliteMessages {

  private static final Pattern WRAPPED =
      Pattern.compile("\\[SQLITE_\\w+\\] [^(]*\\((.*)\\)", Pattern.DOTALL);

  private SqliteMessages() {}

  static String plain(SQLException e) {
    String message = String.valueOf(e.getMessage());
    Matcher wrapped = WRAPPED.matcher(message);
    return wrapped.matches() ? wrapped.group(1) : message;
  }
}
