package io.kinrow.processor.write;

import java.util.ArrayList;
import java.util.List;

/** Breaks a statement into readable lines; put together again they are the statement. */
final class SqlLines {

  private static final int WIDTH = 78;
  private static final List<String> CLAUSES =
      List.of("from ", "where ", "order by ", "group by ", "join ", "cross join ");

  private final String sql;
  private final List<String> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private int lineWidth;
  private int depth;
  private char quote;

  private SqlLines(String sql) {
    this.sql = sql;
  }

  /** The lines, each with the space that ends it. */
  static List<String> of(String sql) {
    return width(sql) <= WIDTH ? List.of(sql) : new SqlLines(sql).split();
  }

  /** In a Java literal a quote takes two characters. */
  static int width(String text) {
    int width = text.length();
    for (int at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
      width++;
    }
    return width;
  }

  private List<String> split() {
    int word = 0;
    for (int i = 0; i < sql.length(); i++) {
      track(sql.charAt(i));
      if (sql.charAt(i) == ' ' && quote == 0) {
        add(sql.substring(word, i + 1));
        word = i + 1;
        if (depth == 0 && startsClause(word) && !begins()) {
          end();
        }
      }
    }
    add(sql.substring(word));
    end();
    return lines;
  }

  private void track(char c) {
    if (quote != 0) {
      quote = c == quote ? 0 : quote;
    } else if (c == '"' || c == '`' || c == '\'') {
      quote = c;
    } else if (c == '[') {
      quote = ']';
    } else if (c == '(') {
      depth++;
    } else if (c == ')') {
      depth--;
    }
  }

  private boolean startsClause(int at) {
    for (String clause : CLAUSES) {
      if (sql.startsWith(clause, at)) {
        return !sql.startsWith("cross join ", at - "cross ".length());
      }
    }
    return false;
  }

  /** Whether what the line has so far says nothing by itself. */
  private boolean begins() {
    return line.toString().isBlank() || line.toString().equals("delete ");
  }

  private void add(String word) {
    int width = width(word);
    if (lineWidth > 0 && lineWidth + width > WIDTH) {
      end();
    }
    line.append(word);
    lineWidth += width;
  }

  private void end() {
    if (line.length() > 0) {
      lines.add(line.toString());
      line.setLength(0);
      lineWidth = 0;
    }
  }
}
