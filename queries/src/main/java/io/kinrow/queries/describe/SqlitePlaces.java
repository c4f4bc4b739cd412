package io.kinrow.queries.describe;

import io.kinrow.migrate.sql.Names;
import io.kinrow.migrate.sql.Token;
import io.kinrow.queries.text.QueryShape;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the token that SQLite complains of, by trying: it does not tell through JDBC. */
final class SqlitePlaces {

  private static final Pattern INSIDE =
      Pattern.compile("\\[SQLITE_\\w+] .*? \\((.*)\\)", Pattern.DOTALL);

  /** What a name is of. */
  enum Kind {
    TABLE,
    COLUMN,
    FUNCTION
  }

  private final Connection connection;
  private final String sql;
  private final QueryShape shape;
  private final List<Token> tokens;

  SqlitePlaces(Connection connection, String sql, QueryShape shape) {
    this.connection = connection;
    this.sql = sql;
    this.shape = shape;
    this.tokens = shape.tokens();
  }

  /** What SQLite itself says. */
  static String message(SQLException e) {
    String message = String.valueOf(e.getMessage());
    Matcher inside = INSIDE.matcher(message);
    return inside.matches() ? inside.group(1) : message;
  }

  private String refusal(String text) {
    try (PreparedStatement valid = connection.prepareStatement(SqliteDescriber.sent(text))) {
      valid.clearParameters();
      return "";
    } catch (SQLException e) {
      return message(e);
    }
  }

  /** The first token with which the text up to there cannot be continued. */
  int syntax() {
    for (int i = 0; i < tokens.size(); i++) {
      String message = refusal(sql.substring(0, tokens.get(i).end()));
      if (message.startsWith("near ") || message.startsWith("unrecognized token")) {
        return i;
      }
    }
    return tokens.size() - 1;
  }

  /** The token of a name that a message is about: the one without which it says something else. */
  int name(String message, String name, Kind kind) {
    List<Integer> candidates = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).isName() && Names.same(tokens.get(i).unquoted(), name) && fits(i, kind)) {
        candidates.add(i);
      }
    }
    if (candidates.size() > 1) {
      for (int candidate : candidates) {
        if (!refusal(without(candidate, kind)).equals(message)) {
          return candidate;
        }
      }
    }
    return candidates.isEmpty() ? 0 : candidates.get(0);
  }

  private boolean fits(int at, Kind kind) {
    return switch (kind) {
      case TABLE -> shape.tables().stream().anyMatch(use -> use.token() == at);
      case FUNCTION -> shape.is(at + 1, "(");
      case COLUMN -> !shape.is(at + 1, ".");
    };
  }

  private String without(int at, Kind kind) {
    int start = at;
    while (start >= 2 && shape.is(start - 1, ".")) {
      start -= 2;
    }
    String instead = kind == Kind.FUNCTION ? "coalesce" : "NULL";
    return sql.substring(0, tokens.get(start).start())
        + instead
        + sql.substring(tokens.get(at).end());
  }

  /** The first token that is a word; the first of all if there is none. */
  int word(@Nullable String word) {
    for (int i = 0; i < tokens.size(); i++) {
      boolean found =
          "set operator".equals(word)
              ? shape.is(i, "union") || shape.is(i, "intersect") || shape.is(i, "except")
              : word != null && shape.is(i, word) && !(word.equals("select") && i == 0);
      if (found) {
        return i;
      }
    }
    return 0;
  }
}
