package io.kinrow.migrate.sqlite;

import io.kinrow.migrate.sql.Names;
import io.kinrow.migrate.sql.SqlSyntaxException;
import io.kinrow.migrate.sql.Statement;
import io.kinrow.migrate.sql.Token;
import java.util.List;
import java.util.Optional;

/**
 * Something that a migration script may not say on SQLite, since it would not do what it says: the
 * script runs in a transaction that is not its own, one statement at a time.
 *
 * @param line of the text it was found in, from 1
 * @param reason what is wrong and what to do
 */
record ForbiddenStatement(int line, String reason) {

  /**
   * The first one in a text.
   *
   * @param sql what Flyway sends to the driver as one statement
   */
  static Optional<ForbiddenStatement> in(String sql) {
    List<Statement> statements;
    try {
      statements = Statement.split(sql);
    } catch (SqlSyntaxException e) {
      return Optional.of(
          new ForbiddenStatement(1, cutApart(shown(sql), String.valueOf(e.getMessage()))));
    }
    Optional<ForbiddenStatement> forbidden =
        statements.stream().flatMap(statement -> of(statement).stream()).findFirst();
    return forbidden.isPresent() || statements.size() < 2
        ? forbidden
        : Optional.of(
            new ForbiddenStatement(
                statements.get(0).line(),
                cutApart(
                    shown(statements.get(0).text()),
                    statements.size() + " statements would be sent as one")));
  }

  /** The first one in a script that Flyway cannot read. */
  static Optional<ForbiddenStatement> inScript(String script) {
    try {
      return Statement.split(script).stream()
          .flatMap(
              statement ->
                  of(statement)
                      .or(
                          () ->
                              statement.tokens().stream().anyMatch(ForbiddenStatement::puzzles)
                                  ? Optional.of(
                                      new ForbiddenStatement(
                                          statement.line(),
                                          cutApart(
                                              shown(statement.text()), "a quote is never closed")))
                                  : Optional.empty())
                      .stream())
          .findFirst();
    } catch (SqlSyntaxException e) {
      return Optional.empty(); // what Flyway says is as good
    }
  }

  private static Optional<ForbiddenStatement> of(Statement statement) {
    if (statement.isTransactional()) {
      return Optional.of(new ForbiddenStatement(statement.line(), transaction(statement)));
    }
    return setsForeignKeys(statement.tokens())
        ? Optional.of(new ForbiddenStatement(statement.line(), foreignKeys(statement)))
        : Optional.empty();
  }

  private static boolean puzzles(Token token) {
    return token.kind() == Token.Kind.QUOTED && token.text().matches("(?s).*['\"].*");
  }

  /** {@code PRAGMA foreign_keys = …}, with a schema's name before it or in parentheses too. */
  private static boolean setsForeignKeys(List<Token> tokens) {
    if (!tokens.get(0).is("PRAGMA")) {
      return false;
    }
    int name = tokens.size() > 2 && tokens.get(2).is(".") ? 3 : 1;
    return tokens.size() > name + 1
        && Names.same(tokens.get(name).unquoted(), "foreign_keys")
        && (tokens.get(name + 1).is("=") || tokens.get(name + 1).is("("));
  }

  private static String foreignKeys(Statement statement) {
    return "remove \""
        + statement.text()
        + "\". Migrations and undos already run with foreign keys off, PRAGMA foreign_key_check must be clean before they commit, and the setting of the connection is restored afterwards. SQLite ignores this pragma inside a transaction. If this script is applied elsewhere, run repair"
        + " there after the change.";
  }

  private static String transaction(Statement statement) {
    return "remove \""
        + shown(statement.text())
        + "\". A script runs in one transaction, together with its row in the history: anything that it commits on its own would remain, unchecked, if a later statement fails. If this script is"
        + " applied elsewhere, run repair there after the change.";
  }

  private static String cutApart(String statement, String how) {
    return "Flyway splits \""
        + statement
        + "\" where SQLite does not ("
        + how
        + "), and only part of it would run. Flyway does not know names in [brackets], and interprets a quote or a semicolon in them: write the name in double quotes.";
  }

  private static String shown(String sql) {
    String line = sql.strip().lines().findFirst().orElse("");
    return line.length() > 80 ? line.substring(0, 80) + "…" : line;
  }
}
