package io.kinrow.migrate.sql;

/** Counts the lines of a text from its start on, each of them once. */
final class Lines {

  private final String text;
  private int at;
  private int line = 1;

  Lines(String text) {
    this.text = text;
  }

  /** Goes on to a place, which is not before the last one. */
  void advanceTo(int offset) {
    for (int next = text.indexOf('\n', at); next >= 0 && next < offset; ) {
      line++;
      at = next + 1;
      next = text.indexOf('\n', at);
    }
  }

  /** The line of that place, from 1. */
  int line() {
    return line;
  }
}
