package io.kinrow.migrate.sql;

import java.util.List;

/** Walks over the tokens of one statement. */
final class TokenCursor {

  private final String sql;
  private final List<Token> tokens;
  private int at;

  TokenCursor(String sql, List<Token> tokens) {
    this.sql = sql;
    this.tokens = tokens;
  }

  boolean atEnd() {
    return at >= tokens.size();
  }

  int position() {
    return at;
  }

  Token peek() {
    if (atEnd()) {
      throw new SqlSyntaxException(sql, sql.length(), "the statement is incomplete");
    }
    return tokens.get(at);
  }

  boolean sees(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (at + i >= tokens.size() || !tokens.get(at + i).is(words[i])) {
        return false;
      }
    }
    return true;
  }

  boolean seesAny(List<String> words) {
    return words.stream().anyMatch(this::sees);
  }

  /** Takes these words when they come next. */
  boolean takes(String... words) {
    boolean seen = sees(words);
    if (seen) {
      at += words.length;
    }
    return seen;
  }

  Token take() {
    Token token = peek();
    at++;
    return token;
  }

  void expect(String word) {
    if (!takes(word)) {
      throw new SqlSyntaxException(
          sql, atEnd() ? sql.length() : peek().start(), "expected " + word);
    }
  }

  /** Takes a pair of parentheses and gives what stands between them. */
  List<Token> parenthesised() {
    expect("(");
    int start = at;
    int depth = 1;
    while (depth > 0) {
      Token token = take();
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
    }
    return tokens.subList(start, at - 1);
  }

  List<Token> since(int start) {
    return tokens.subList(start, at);
  }
}
