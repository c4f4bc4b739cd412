package io.kinrow.migrate.sql;

/** SQL text that cannot be read; the message says where and why. */
public final class SqlSyntaxException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int offset;
  private final int end;
  private final String problem;

  /** Says what is wrong at an offset of a text, as {@code line 3, column 7: …}. */
  SqlSyntaxException(String sql, int offset, String problem) {
    this(sql, offset, 1, problem);
  }

  /** Says what is wrong with several characters. */
  SqlSyntaxException(String sql, int offset, int length, String problem) {
    super(place(sql, offset) + ": " + problem);
    this.offset = Math.min(offset, sql.length());
    this.end = this.offset + length;
    this.problem = problem;
  }

  /** Returns where in the text it is. */
  public int offset() {
    return offset;
  }

  /** Returns the offset after the last character that is wrong. */
  public int end() {
    return end;
  }

  /** Returns what is wrong, without the place. */
  public String problem() {
    return problem;
  }

  private static String place(String sql, int offset) {
    String before = sql.substring(0, Math.min(offset, sql.length()));
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    return "line " + line + ", column " + (before.length() - before.lastIndexOf('\n'));
  }
}
