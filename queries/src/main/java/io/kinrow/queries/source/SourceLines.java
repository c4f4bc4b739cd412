package io.kinrow.queries.source;

import java.nio.file.Path;

/**
 * A source file.
 *
 * @param content its text
 */
public record SourceLines(Path file, String content) {

  /** The place of a character: lines and columns count from 1. */
  public record Place(int line, int column) {}

  /** Returns where a character stands. */
  public Place place(int offset) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < offset; i++) {
      if (endsLine(i)) {
        line++;
        start = i + 1;
      }
    }
    return new Place(line, offset - start + 1);
  }

  /** Returns the line that a character stands in, without its end. */
  public String line(int offset) {
    int start = offset;
    while (start > 0 && !endsLine(start - 1)) {
      start--;
    }
    return content.substring(start, lineEnd(offset));
  }

  int lineEnd(int offset) {
    int end = offset;
    while (end < content.length() && content.charAt(end) != '\n' && content.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  /** Whether the line ends with this character; a carriage return before a line feed is no end. */
  private boolean endsLine(int offset) {
    char c = content.charAt(offset);
    return c == '\n'
        || (c == '\r' && !(offset + 1 < content.length() && content.charAt(offset + 1) == '\n'));
  }
}
