package io.kinrow.diagram.designer;

import java.util.List;

/** What WWW SQL Designer can read back of what it saved. */
final class DesignerText {

  private DesignerText() {}

  /**
   * Checks a name, which the page writes without escaping it everywhere.
   *
   * @param what what it is the name of, for messages
   */
  static void name(String what, String name, List<String> problems) {
    boolean broken = name.contains("&") || name.contains("<") || name.contains("]]>");
    if (broken || name.contains("\"")) {
      problems.add(
          "%s %s: WWW SQL Designer saves a file that is not XML if a name contains & < or \"; rename it, or change the schema without that page"
              .formatted(what, name));
    } else if (name.isBlank() || !isXml(name) || name.codePoints().anyMatch(c -> c < ' ')) {
      problems.add(
          "%s \"%s\": XML cannot hold an empty name, or one with line breaks or control characters; rename it"
              .formatted(what, name));
    }
  }

  /** Checks a type, which the page writes into an element. */
  static void type(String column, String type, List<String> problems) {
    if (type.contains("&") || type.contains("<") || !isXml(type)) {
      problems.add(
          "The type of %s is %s: WWW SQL Designer saves a file that is not XML if a type contains & or <; use another one"
              .formatted(column, type));
    }
  }

  /** Checks a comment or a default. */
  static void text(String what, String text, List<String> problems) {
    if (!isXml(text)) {
      problems.add(
          "%s: XML cannot hold the control characters in it; remove them: %s"
              .formatted(what, text));
    }
  }

  /** Whether XML can hold a text as it is, but for line breaks. */
  static boolean isXml(String text) {
    return text.codePoints()
        .allMatch(
            c ->
                c == '\t'
                    || c == '\n'
                    || c == '\r'
                    || (c >= 0x20 && c <= 0xD7FF)
                    || (c >= 0xE000 && c <= 0xFFFD)
                    || c >= 0x10000);
  }
}
