package io.kinrow.migrate.sql;

import io.kinrow.migrate.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts SQL text into tokens by SQLite's lexical rules; white space and comments are left out.
 *
 * <pre>{@code
 * Tokenizer.tokens("SELECT 'it''s' -- a string");   // SELECT, 'it''s'
 * }</pre>
 */
public final class Tokenizer {

  private static final List<String> LONG_SYMBOLS =
      List.of("->>", "->", "||", "<>", "<=", "<<", ">=", ">>", "==", "!=");

  private final String sql;
  private final List<Token> tokens = new ArrayList<>();
  private final List<Comment> comments = new ArrayList<>();
  private final Lines lines;
  private int at;

  private Tokenizer(String sql) {
    this.sql = sql;
    this.lines = new Lines(sql);
  }

  /**
   * Returns the tokens of a text.
   *
   * @throws SqlSyntaxException when a string or quoted name is not closed
   */
  public static List<Token> tokens(String sql) {
    return new Tokenizer(sql).run(Integer.MAX_VALUE);
  }

  /** Returns the first tokens of a text; what follows them is not looked at. */
  public static List<Token> first(String sql, int most) {
    return new Tokenizer(sql).run(most);
  }

  /**
   * A comment.
   *
   * @param inside what it says, without its marks and the blanks around it
   * @param line the line it starts on, from 1
   */
  public record Comment(String inside, int line) {}

  /** Returns the comments of a text. */
  public static List<Comment> comments(String sql) {
    Tokenizer tokenizer = new Tokenizer(sql);
    tokenizer.run(Integer.MAX_VALUE);
    return List.copyOf(tokenizer.comments);
  }

  private void comment(int end, boolean closed) {
    String inside = sql.substring(at + 2, Math.max(at + 2, closed ? end - 2 : end));
    lines.advanceTo(at);
    comments.add(new Comment(inside.strip(), lines.line()));
    at = end;
  }

  private List<Token> run(int most) {
    while (at < sql.length() && tokens.size() < most) {
      char c = sql.charAt(at);
      if (isSpace(c)) {
        at++;
      } else if (sql.startsWith("--", at)) {
        comment(endOf("\n", at), false);
      } else if (sql.startsWith("/*", at)) {
        int end = endOf("*/", at + 2);
        comment(end, sql.startsWith("*/", end - 2));
      } else {
        token(c);
      }
    }
    return List.copyOf(tokens);
  }

  private void token(char c) {
    switch (c) {
      case '\'' -> add(Kind.STRING, quotedEnd(c, at + 1));
      case '"' -> add(Kind.DOUBLE_QUOTED, quotedEnd(c, at + 1));
      case '`' -> add(Kind.QUOTED, quotedEnd(c, at + 1));
      case '[' -> add(Kind.QUOTED, closed(sql.indexOf(']', at), c) + 1);
      case '?', ':', '@', '#', '$' -> add(Kind.VARIABLE, wordEnd(at + 1));
      default -> {
        if ((c == 'x' || c == 'X') && at + 1 < sql.length() && sql.charAt(at + 1) == '\'') {
          add(Kind.BLOB, quotedEnd('\'', at + 2));
        } else if (isDigit(c) || (c == '.' && at + 1 < sql.length() && isDigit(next()))) {
          add(Kind.NUMBER, numberEnd());
        } else if (isWordStart(c)) {
          add(Kind.WORD, wordEnd(at + 1));
        } else {
          add(Kind.SYMBOL, at + symbolLength());
        }
      }
    }
  }

  private void add(Kind kind, int end) {
    tokens.add(new Token(kind, sql.substring(at, end), at, end));
    at = end;
  }

  private char next() {
    return sql.charAt(at + 1);
  }

  private int endOf(String closing, int from) {
    int found = sql.indexOf(closing, from);
    return found < 0 ? sql.length() : found + closing.length();
  }

  private int quotedEnd(char quote, int from) {
    int close = closed(sql.indexOf(quote, from), quote);
    while (close + 1 < sql.length() && sql.charAt(close + 1) == quote) {
      close = closed(sql.indexOf(quote, close + 2), quote);
    }
    return close + 1;
  }

  private int closed(int close, char quote) {
    if (close < 0) {
      throw new SqlSyntaxException(sql, at, "this " + quote + " is never closed");
    }
    return close;
  }

  private int wordEnd(int from) {
    int end = from;
    while (end < sql.length() && isWordPart(sql.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Takes letters and digits, which covers 0x1F, 1e5 and 1_000, and the sign of an exponent. */
  private int numberEnd() {
    boolean hexadecimal = sql.startsWith("0x", at) || sql.startsWith("0X", at);
    int end = at + 1;
    while (end < sql.length()) {
      char c = sql.charAt(end);
      boolean exponent = Character.toLowerCase(sql.charAt(end - 1)) == 'e' && !hexadecimal;
      boolean sign = (c == '+' || c == '-') && exponent;
      if (!sign && c != '.' && !isWordPart(c)) {
        break;
      }
      end++;
    }
    return end;
  }

  private int symbolLength() {
    for (String symbol : LONG_SYMBOLS) {
      if (sql.startsWith(symbol, at)) {
        return symbol.length();
      }
    }
    return 1;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\uFEFF';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isWordStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
  }

  private static boolean isWordPart(char c) {
    return isWordStart(c) || isDigit(c) || c == '$';
  }
}
