package io.kinrow.queries.describe;

import io.kinrow.migrate.sql.Token;
import io.kinrow.migrate.sql.Token.Kind;
import io.kinrow.queries.text.QueryShape;
import io.kinrow.queries.text.QueryText;
import io.kinrow.queries.text.WrongSqlException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Refuses names in double quotes that SQLite takes for strings, because there is no such name. */
final class SqliteQuotes {

  private final Connection connection;
  private final Relations relations;
  private final QueryText query;

  SqliteQuotes(Connection connection, Relations relations, QueryText query) {
    this.connection = connection;
    this.relations = relations;
    this.query = query;
  }

  void refuseStrings() throws WrongSqlException {
    StringBuilder text = new StringBuilder(query.text());
    List<Token> quoted =
        query.tokens().stream()
            .filter(token -> token.kind() == Kind.DOUBLE_QUOTED)
            .filter(token -> !token.text().contains("]"))
            .filter(token -> !token.unquoted().contains("\""))
            .toList();
    for (Token token : quoted) {
      text.setCharAt(token.start(), '[');
      text.setCharAt(token.end() - 1, ']');
    }
    if (quoted.isEmpty()) {
      return;
    }
    try (PreparedStatement valid =
        connection.prepareStatement(SqliteDescriber.sent(text.toString()))) {
      valid.clearParameters();
    } catch (SQLException e) {
      String message = SqlitePlaces.message(e);
      QueryShape shape = QueryShape.of(query.tokens());
      for (Token token : quoted) {
        String name = token.unquoted();
        if (message.equals("no such column: " + name)) {
          String missing = new NamedSources(shape, relations).noColumn("", name);
          throw new WrongSqlException(
              token.start(),
              token.end(),
              missing
                  + (missing.endsWith("?") ? " " : ". ")
                  + "SQLite would take this for a string; a string is written in single quotes: '"
                  + name.replace("'", "''")
                  + "'");
        }
      }
    }
  }
}
