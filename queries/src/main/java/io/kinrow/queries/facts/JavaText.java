package io.kinrow.queries.facts;

/** Writes strings of Java. */
final class JavaText {

  private JavaText() {}

  /** A constant; a text of several lines is written line by line. */
  static String constant(String text, String indent) {
    StringBuilder constant = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      constant.append(escaped(c));
      if (c == '\n' && i + 1 < text.length()) {
        constant.append("\"\n").append(indent).append("+ \"");
      }
    }
    return constant.append('"').toString();
  }

  private static String escaped(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> c < ' ' || c > '~' ? "\\u%04x".formatted((int) c) : String.valueOf(c);
    };
  }
}
