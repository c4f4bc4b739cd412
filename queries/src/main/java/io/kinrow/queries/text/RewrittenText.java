package io.kinrow.queries.text;

import java.util.Arrays;

/** A text of which each character knows where in the text of the query it comes from. */
public final class RewrittenText {

  private final String sql;
  private final int[] origins;
  private final int end;

  private RewrittenText(String sql, int[] origins, int end) {
    this.sql = sql;
    this.origins = origins;
    this.end = end;
  }

  /** Returns the text. */
  public String sql() {
    return sql;
  }

  /** Returns the offset in the text of the query. */
  public int origin(int offset) {
    return offset >= 0 && offset < origins.length ? origins[offset] : end;
  }

  @Override
  public String toString() {
    return sql;
  }

  /** Puts one together. */
  static final class Builder {

    private final StringBuilder sql = new StringBuilder();
    private int[] origins = new int[64];

    void copy(String text, int from, int to) {
      for (int i = from; i < to; i++) {
        add(text.charAt(i), i);
      }
    }

    void add(String text, int origin) {
      for (int i = 0; i < text.length(); i++) {
        add(text.charAt(i), origin);
      }
    }

    private void add(char c, int origin) {
      if (sql.length() == origins.length) {
        origins = Arrays.copyOf(origins, origins.length * 2);
      }
      origins[sql.length()] = origin;
      sql.append(c);
    }

    RewrittenText build(int end) {
      return new RewrittenText(sql.toString(), Arrays.copyOf(origins, sql.length()), end);
    }
  }
}
