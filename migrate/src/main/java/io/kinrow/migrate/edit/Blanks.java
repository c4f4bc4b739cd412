package io.kinrow.migrate.edit;

/** Finds the ends of lines, and what is blank, in SQL text outside of tokens. */
final class Blanks {

  private Blanks() {}

  /** Where the line of an offset starts. */
  static int lineStart(String text, int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** Whether only blanks stand before an offset in its line. */
  static boolean beginsLine(String text, int offset) {
    return text.substring(lineStart(text, offset), offset).isBlank();
  }

  /**
   * The end of the line, before its line break, if only blanks and comments follow; a comment of
   * several lines is followed to its end.
   *
   * @return -1 if something else stands in the line
   */
  static int endOfLine(String text, int from) {
    int at = from;
    while (at < text.length()) {
      if (isBreak(text, at)) {
        return at;
      } else if (text.startsWith("--", at)) {
        at = endOfLineComment(text, at);
      } else if (text.startsWith("/*", at)) {
        at = endOfBlockComment(text, at);
      } else if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else {
        return -1;
      }
    }
    return at;
  }

  static int endOfLineComment(String text, int from) {
    int at = from;
    while (at < text.length() && !isBreak(text, at)) {
      at++;
    }
    return at;
  }

  static int endOfBlockComment(String text, int from) {
    int end = text.indexOf("*/", from + 2);
    return end < 0 ? text.length() : end + 2;
  }

  /** The end of the comments that follow in the line and do not end it. */
  static int overBlockComments(String text, int from) {
    int end = from;
    int at = from;
    while (at < text.length() && !isBreak(text, at)) {
      if (text.startsWith("/*", at)) {
        at = endOfBlockComment(text, at);
        end = at;
      } else if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else {
        break;
      }
    }
    return end;
  }

  /** The offset behind the line break that stands at an offset. */
  static int afterBreak(String text, int at) {
    return at >= text.length() ? at : at + (text.charAt(at) == '\r' ? 2 : 1);
  }

  /** Goes back over white space. */
  static int backOverBlanks(String text, int from) {
    int at = from;
    while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  /** Goes back over line breaks and blank lines, from the start of a line. */
  static int backOverBlankLines(String text, int lineStart) {
    int at = lineStart;
    while (at > 0) {
      int before = lineStart(text, at - 1);
      if (!text.substring(before, at).isBlank()) {
        break;
      }
      at = before;
    }
    return at;
  }

  private static boolean isBreak(String text, int at) {
    return text.charAt(at) == '\n' || text.startsWith("\r\n", at);
  }
}
