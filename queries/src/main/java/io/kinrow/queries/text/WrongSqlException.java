package io.kinrow.queries.text;

/** The text of a query that cannot be used; the message says what is wrong, and what to do. */
public final class WrongSqlException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int start;
  private final int end;

  /**
   * Creates one.
   *
   * @param start offset in the text of the first character that is wrong
   * @param end offset after the last one
   */
  public WrongSqlException(int start, int end, String message) {
    super(message);
    this.start = start;
    this.end = end;
  }

  /** Returns the offset of the first character that is wrong. */
  public int start() {
    return start;
  }

  /** Returns the offset after the last one. */
  public int end() {
    return end;
  }

  /** Returns the message, which is never null. */
  public String message() {
    return String.valueOf(getMessage());
  }
}
