package io.kinrow.migrate.postgres;

import io.kinrow.migrate.sql.PostgresTokenizer;
import io.kinrow.migrate.sql.SqlSyntaxException;
import io.kinrow.migrate.sql.Token;
import java.util.Optional;
import java.util.regex.Pattern;

/** The words of a script of PostgreSQL that are not inside anything else. */
final class ScriptWords {
  private static final Pattern COPY = Pattern.compile("(?is)\\s*COPY\\b.*\\bFROM\\s+STDIN\\b.*");
  private static final String END_OF_DATA = "\n\\.";

  private final String sql;
  private final PostgresTokenizer tokenizer;
  private final StringBuilder rest = new StringBuilder();
  private int at;

  private ScriptWords(String sql) {
    this.sql = sql;
    this.tokenizer = new PostgresTokenizer(sql);
  }

  /**
   * The text without comments, strings, quoted names, bodies of functions and the data of a {@code
   * COPY}; each of them is a blank, a line that ends inside one is still a line. What is never
   * closed reaches to the end.
   */
  static String of(String sql) {
    ScriptWords words = new ScriptWords(sql);
    try {
      words.read();
    } catch (SqlSyntaxException e) {
      // PostgreSQL will refuse it
    }
    words.blankTo(sql.length());
    return words.rest.toString();
  }

  private void read() {
    int statement = 0;
    for (Optional<Token> next = tokenizer.next(); next.isPresent(); next = tokenizer.next()) {
      Token token = next.get();
      blankTo(token.start());
      switch (token.kind()) {
        case STRING, BLOB, DOUBLE_QUOTED, QUOTED -> blankTo(token.end());
        default -> {
          rest.append(token.text());
          at = token.end();
        }
      }
      if (token.text().equals(";")) {
        if (COPY.matcher(rest.substring(statement)).matches()) {
          int data = sql.indexOf(END_OF_DATA, at);
          blankTo(data < 0 ? sql.length() : data + END_OF_DATA.length());
          tokenizer.skipTo(at);
        }
        statement = rest.length();
      }
    }
  }

  private void blankTo(int end) {
    if (at < end) {
      rest.append(' ');
      sql.substring(at, end).chars().filter(c -> c == '\n').forEach(c -> rest.append('\n'));
      at = end;
    }
  }
}
