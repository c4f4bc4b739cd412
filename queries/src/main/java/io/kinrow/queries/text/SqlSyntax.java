package io.kinrow.queries.text;

import io.kinrow.migrate.sql.PostgresTokenizer;
import io.kinrow.migrate.sql.SqlSyntaxException;
import io.kinrow.migrate.sql.Token;
import io.kinrow.migrate.sql.Tokenizer;
import io.kinrow.runtime.internal.dialect.DeclaredLists;
import java.util.List;
import java.util.Set;

/** What differs between engines in the text of a query. */
public enum SqlSyntax {
  /** SQLite. */
  SQLITE("select insert update delete with values replace") {
    @Override
    List<Token> cut(String sql) {
      return Tokenizer.tokens(sql);
    }

    @Override
    Replacement list(Token first, Token in, Token name, Token close, boolean not) {
      return new Replacement(name.start(), name.end(), DeclaredLists.SQLITE, ")");
    }

    @Override
    boolean hasQuestionMarks() {
      return false;
    }

    @Override
    boolean nestsComments() {
      return false;
    }
  },
  /** PostgreSQL. */
  POSTGRESQL("select insert update delete with values merge table (") {
    @Override
    List<Token> cut(String sql) {
      return PostgresTokenizer.tokens(sql);
    }

    @Override
    Replacement list(Token first, Token in, Token name, Token close, boolean not) {
      String before = not ? DeclaredLists.POSTGRES_NOT_IN : DeclaredLists.POSTGRES_IN;
      return new Replacement(first.start(), close.end(), before, ")");
    }

    @Override
    boolean hasQuestionMarks() {
      return true;
    }

    @Override
    boolean nestsComments() {
      return true;
    }
  };

  private final String beginnings;

  SqlSyntax(String beginnings) {
    this.beginnings = beginnings;
  }

  /** The words that a statement begins with which reads or writes rows. */
  Set<String> beginnings() {
    return Set.of(beginnings.split(" "));
  }

  /**
   * A part of the text that a question mark takes the place of.
   *
   * @param before what stands before the question mark
   * @param after what stands after it
   */
  record Replacement(int start, int end, String before, String after) {}

  /**
   * Cuts a text into tokens.
   *
   * @throws WrongSqlException if a quote or comment is not closed
   */
  public List<Token> tokens(String sql) throws WrongSqlException {
    try {
      return cut(sql);
    } catch (SqlSyntaxException e) {
      throw new WrongSqlException(e.offset(), e.end(), e.problem() + ". Close it");
    }
  }

  abstract List<Token> cut(String sql);

  /**
   * A list as one bind, as the runtime knows it.
   *
   * @param first {@code not} or {@code in}
   */
  abstract Replacement list(Token first, Token in, Token name, Token close, boolean not);

  /** Whether a question mark can be part of an operator. */
  abstract boolean hasQuestionMarks();

  /** Whether a comment can be inside of another one. */
  abstract boolean nestsComments();
}
