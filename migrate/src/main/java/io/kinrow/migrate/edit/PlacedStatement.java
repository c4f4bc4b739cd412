package io.kinrow.migrate.edit;

import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.sql.CreateTable;
import io.kinrow.migrate.sql.Statement;
import io.kinrow.migrate.sql.Token;
import java.nio.file.Path;
import java.util.List;

/**
 * A statement in a file.
 *
 * @param script the whole text of the file
 * @param semicolon the offset of the semicolon behind it, or -1
 */
record PlacedStatement(Path file, String script, Statement statement, int semicolon) {

  int start() {
    return statement.tokens().get(0).start();
  }

  int end() {
    return statement.tokens().get(statement.tokens().size() - 1).end();
  }

  /** The end, with its semicolon. */
  int fullEnd() {
    return semicolon < 0 ? end() : semicolon + 1;
  }

  Name name() {
    return new Name(statement.createdName());
  }

  /** Its tokens from its name on, which SQLite keeps as they are. */
  List<Token> fromName() {
    return fromName(statement.creates(), statement.tokens());
  }

  static List<Token> fromName(String kind, List<Token> tokens) {
    return tokens.subList(Statement.nameAfter(kind, tokens), tokens.size());
  }

  CreateTable table() {
    return CreateTable.parse(statement.text());
  }

  @Override
  public String toString() {
    return file + ":" + statement.line();
  }
}
