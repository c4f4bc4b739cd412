package io.kinrow.queries.text;

import io.kinrow.migrate.sql.PostgresTokenizer;
import io.kinrow.migrate.sql.SqlSyntaxException;
import io.kinrow.migrate.sql.Token;
import io.kinrow.migrate.sql.Tokenizer;
import io.kinrow.runtime.internal.dialect.DeclaredLists;
import java.util.ArrayList;
import java.util.Collections;
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
      return new Replacement(name.start(), name.end(), List.of(DeclaredLists.SQLITE, ")"));
    }

    @Override
    int marksOfRows(int width) {
      return 1;
    }

    @Override
    List<String> rows(int width, List<String> casts) {
      return DeclaredLists.sqliteRows(width, casts.isEmpty() ? "" : casts.get(0));
    }

    @Override
    boolean hasQuestionMarks() {
      return false;
    }

    @Override
    boolean hasRowWord() {
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
      return new Replacement(first.start(), close.end(), List.of(before, ")"));
    }

    @Override
    int marksOfRows(int width) {
      return width;
    }

    /** Until their types are known, as the only row, for the server to tell them. */
    @Override
    List<String> rows(int width, List<String> casts) {
      if (!casts.isEmpty()) {
        return DeclaredLists.postgresRows(casts);
      }
      List<String> parts = new ArrayList<>(Collections.nCopies(width + 1, ", "));
      parts.set(0, "(");
      parts.set(width, ")");
      return parts;
    }

    @Override
    boolean hasQuestionMarks() {
      return true;
    }

    @Override
    boolean hasRowWord() {
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
   * A part of the text that question marks take the place of.
   *
   * @param around what stands before the first question mark, between two, and after the last
   */
  record Replacement(int start, int end, List<String> around) {}

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

  /** How many question marks stand for a list of rows. */
  abstract int marksOfRows(int width);

  /**
   * What stands between the parentheses of {@code in}, around the question marks, for a list of
   * rows, as the runtime knows it.
   *
   * @param casts what is known of its columns, for each question mark; may be empty
   */
  abstract List<String> rows(int width, List<String> casts);

  /** Whether a question mark can be part of an operator. */
  abstract boolean hasQuestionMarks();

  /** Whether {@code row (a, b)} is the same as {@code (a, b)}. */
  abstract boolean hasRowWord();

  /** Whether a comment can be inside of another one. */
  abstract boolean nestsComments();
}
