package io.kinrow.migrate.edit;

import io.kinrow.migrate.settings.RefusedException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Texts for people in SQL comments: behind a column in its line, or behind the name or opening
 * parenthesis of a table. {@code kinrow:was} in the same comment is not a part of the text.
 */
final class Comments {

  private static final Pattern WAS = Pattern.compile("--[ \\t]*kinrow:was\\b");

  private Comments() {}

  /** A comment in a script. */
  private record Found(int start, int end, String text) {}

  /**
   * Returns the text in the first comment behind something, or "".
   *
   * @param from where that ends
   * @param through the offset of the comma or parenthesis that may stand before the comment, or -1
   * @param endsLine whether a comment behind that must be the last thing in its line
   */
  static String text(String script, int from, int through, boolean endsLine) {
    Found found = find(script, from, through, endsLine);
    return found == null ? "" : found.text();
  }

  /** Replaces the text, or puts a comment there, or takes it out. */
  static Splice set(TableText table, int from, int through, boolean endsLine, String text) {
    String script = table.script();
    Found found = find(script, from, through, endsLine);
    boolean inLine =
        through >= 0 && through >= from && !script.substring(from, through).contains("\n");
    int at = inLine ? through + 1 : from;
    boolean last = Blanks.endOfLine(script, at) >= 0;
    if (found == null) {
      if (text.isEmpty()) {
        return table.replace(at, at, "");
      }
      int place = last || !endsLine ? at : from;
      return table.replace(place, place, " " + (last ? line(text) : block(text)));
    }
    if (text.isEmpty()) {
      int start = Blanks.backOverBlanks(script, found.start());
      return table.replace(start, found.end(), "");
    }
    boolean isLine = script.startsWith("--", found.start());
    return table.replace(found.start(), found.end(), isLine ? line(text) : block(text));
  }

  /** A comment of one line if possible. */
  static String line(String text) {
    return isOneLine(text) ? "-- " + text : block(text);
  }

  /** A comment that something can follow. */
  static String block(String text) {
    return "/* " + text + " */";
  }

  private static boolean isOneLine(String text) {
    return text.indexOf('\n') < 0;
  }

  /** The text as it can be read back: blanks around it, and other line breaks, make none. */
  static String plain(String text) {
    String plain = text.strip().replace("\r\n", "\n").replace('\r', '\n');
    if (plain.contains("*/") || plain.contains("kinrow:was")) {
      throw RefusedException.because(
          "A comment cannot contain */ or kinrow:was; change this text: " + plain);
    }
    return plain;
  }

  private static @Nullable Found find(String script, int from, int through, boolean endsLine) {
    int at = from;
    boolean passed = through < 0;
    while (at < script.length()) {
      char c = script.charAt(at);
      if (script.startsWith("--", at)) {
        Found found = lineComment(script, at);
        return found.text().isEmpty() ? null : found;
      } else if (script.startsWith("/*", at)) {
        int end = Blanks.endOfBlockComment(script, at);
        boolean counts =
            !endsLine || through < 0 || at < through || Blanks.endOfLine(script, end) >= 0;
        String inside = script.substring(at + 2, Math.max(at + 2, end - 2)).strip();
        return counts && !inside.isEmpty()
            ? new Found(at, end, inside.replace("\r\n", "\n"))
            : null;
      } else if (at == through) {
        passed = true;
        at++;
      } else if ((c == '\n' && (passed || endsLine)) || !Character.isWhitespace(c)) {
        return null;
      } else {
        at++;
      }
    }
    return null;
  }

  private static Found lineComment(String script, int at) {
    int end = Blanks.endOfLineComment(script, at);
    Matcher was = WAS.matcher(script).region(at, end);
    if (was.find()) {
      end = was.start();
    }
    String text = script.substring(Math.min(at + 2, end), end);
    return new Found(at, at + 2 + text.stripTrailing().length(), text.strip());
  }
}
