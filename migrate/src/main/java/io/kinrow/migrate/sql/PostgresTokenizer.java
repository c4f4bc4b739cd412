package io.kinrow.migrate.sql;

import io.kinrow.migrate.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts SQL text into tokens by PostgreSQL's lexical rules; white space and comments are left out.
 * Strings have no backslashes, except those that begin with {@code E}.
 *
 * <pre>{@code
 * PostgresTokenizer.tokens("select E'it\\'s', $$;$$ -- two strings"); // select, E'it\'s', ",", $$;$$
 * }</pre>
 */
public final class PostgresTokenizer {

  private static final Pattern DOLLAR =
      Pattern.compile("\\$(?:[A-Za-z_\\x80-\\uFFFF][\\w\\x80-\\uFFFF]*)?\\$");
  private static final String OPERATORS = "+-*/<>=~!@#%^&|`?";
  private static final String FREE = "~!@#%^&|`?";

  private final String sql;
  private int at;

  /** Begins at the start of a text. */
  public PostgresTokenizer(String sql) {
    this.sql = sql;
  }

  /**
   * Returns the tokens of a text.
   *
   * @throws SqlSyntaxException if a string, quoted name or comment is not closed
   */
  public static List<Token> tokens(String sql) {
    PostgresTokenizer tokenizer = new PostgresTokenizer(sql);
    List<Token> tokens = new ArrayList<>();
    for (Optional<Token> next = tokenizer.next(); next.isPresent(); next = tokenizer.next()) {
      tokens.add(next.get());
    }
    return List.copyOf(tokens);
  }

  /**
   * Returns the next token, or nothing at the end of the text.
   *
   * @throws SqlSyntaxException if a string, quoted name or comment is not closed
   */
  public Optional<Token> next() {
    while (at < sql.length()) {
      char c = sql.charAt(at);
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\u000B') {
        at++;
      } else if (sql.startsWith("--", at)) {
        int end = sql.indexOf('\n', at);
        at = end < 0 ? sql.length() : end;
      } else if (sql.startsWith("/*", at)) {
        at = commentEnd();
      } else {
        Token token = prefixed(c).orElseGet(() -> token(c));
        at = token.end();
        return Optional.of(token);
      }
    }
    return Optional.empty();
  }

  /** Goes on at an offset, as after the data of a {@code COPY}. */
  public void skipTo(int offset) {
    at = offset;
  }

  /** Takes a string with a letter before it. */
  private Optional<Token> prefixed(char c) {
    if ("eE".indexOf(c) >= 0 && startsAt(at + 1, "'")) {
      return Optional.of(to(Kind.STRING, escapedEnd(at + 2)));
    } else if ("bBxX".indexOf(c) >= 0 && startsAt(at + 1, "'")) {
      return Optional.of(to(Kind.BLOB, quotedEnd('\'', at + 2)));
    } else if ("nN".indexOf(c) >= 0 && startsAt(at + 1, "'")) {
      return Optional.of(to(Kind.STRING, quotedEnd('\'', at + 2)));
    } else if ("uU".indexOf(c) >= 0 && startsAt(at + 1, "&'")) {
      return Optional.of(to(Kind.STRING, quotedEnd('\'', at + 3)));
    } else if ("uU".indexOf(c) >= 0 && startsAt(at + 1, "&\"")) {
      return Optional.of(to(Kind.DOUBLE_QUOTED, quotedEnd('"', at + 3)));
    }
    return Optional.empty();
  }

  private Token token(char c) {
    if (c == '\'') {
      return to(Kind.STRING, quotedEnd(c, at + 1));
    } else if (c == '"') {
      return to(Kind.DOUBLE_QUOTED, quotedEnd(c, at + 1));
    } else if (c == '$') {
      return dollar();
    } else if (isDigit(c) || (c == '.' && at + 1 < sql.length() && isDigit(sql.charAt(at + 1)))) {
      return to(Kind.NUMBER, numberEnd());
    } else if (isWordStart(c)) {
      return to(Kind.WORD, wordEnd(at + 1));
    } else if (c == ':') {
      return colon();
    } else if (OPERATORS.indexOf(c) >= 0) {
      return to(Kind.SYMBOL, operatorEnd());
    }
    return to(Kind.SYMBOL, at + 1);
  }

  /** A digit after a colon is the bound of a slice of an array. */
  private Token colon() {
    if (startsAt(at + 1, ":") || startsAt(at + 1, "=")) {
      return to(Kind.SYMBOL, at + 2);
    } else if (at + 1 < sql.length() && isWordStart(sql.charAt(at + 1))) {
      return to(Kind.VARIABLE, wordEnd(at + 1));
    }
    return to(Kind.SYMBOL, at + 1);
  }

  private Token dollar() {
    Matcher tag = DOLLAR.matcher(sql).region(at, sql.length());
    if (!tag.lookingAt()) {
      return to(Kind.VARIABLE, wordEnd(at + 1));
    }
    int close = sql.indexOf(tag.group(), tag.end());
    if (close < 0) {
      throw unclosed(tag.group());
    }
    return to(Kind.STRING, close + tag.group().length());
  }

  private int commentEnd() {
    int depth = 0;
    int end = at;
    do {
      if (sql.startsWith("/*", end)) {
        depth++;
        end += 2;
      } else if (sql.startsWith("*/", end)) {
        depth--;
        end += 2;
      } else if (end == sql.length()) {
        throw unclosed("/*");
      } else {
        end++;
      }
    } while (depth > 0);
    return end;
  }

  private int escapedEnd(int from) {
    int end = from;
    while (end < sql.length()) {
      if (sql.charAt(end) == '\\') {
        end += 2;
      } else if (startsAt(end, "''")) {
        end += 2;
      } else if (sql.charAt(end) == '\'') {
        return end + 1;
      } else {
        end++;
      }
    }
    throw unclosed("'");
  }

  private int quotedEnd(char quote, int from) {
    int end = from;
    while (true) {
      int close = sql.indexOf(quote, end);
      if (close < 0) {
        throw unclosed(String.valueOf(quote));
      } else if (!startsAt(close + 1, String.valueOf(quote))) {
        return close + 1;
      }
      end = close + 2;
    }
  }

  private SqlSyntaxException unclosed(String opening) {
    return new SqlSyntaxException(
        sql, at, opening.length(), "this " + opening + " is never closed");
  }

  /** An operator of several characters ends in + or - only if it has one of the unusual ones. */
  private int operatorEnd() {
    int end = at;
    while (end < sql.length()
        && OPERATORS.indexOf(sql.charAt(end)) >= 0
        && !startsAt(end, "--")
        && !startsAt(end, "/*")) {
      end++;
    }
    boolean free = sql.substring(at, end).chars().anyMatch(c -> FREE.indexOf(c) >= 0);
    while (!free && end > at + 1 && "+-".indexOf(sql.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  private int numberEnd() {
    int end = at;
    while (end < sql.length()) {
      char c = sql.charAt(end);
      boolean sign =
          (c == '+' || c == '-')
              && Character.toLowerCase(sql.charAt(end - 1)) == 'e'
              && !sql.regionMatches(true, at, "0x", 0, 2);
      if (!sign && !isDigit(c) && !isWordStart(c) && (c != '.' || startsAt(end, ".."))) {
        break;
      }
      end++;
    }
    return end;
  }

  private int wordEnd(int from) {
    int end = from;
    while (end < sql.length()
        && (isWordStart(sql.charAt(end)) || isDigit(sql.charAt(end)) || sql.charAt(end) == '$')) {
      end++;
    }
    return end;
  }

  private Token to(Kind kind, int end) {
    return new Token(kind, sql.substring(at, end), at, end);
  }

  private boolean startsAt(int offset, String text) {
    return sql.startsWith(text, offset);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isWordStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
  }
}
