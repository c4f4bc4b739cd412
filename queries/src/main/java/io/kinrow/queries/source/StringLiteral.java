package io.kinrow.queries.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a string literal or text block of Java (JLS 3.10.5 to 3.10.7), keeping the place of each
 * character.
 */
final class StringLiteral {

  private static final String BLOCK = "\"\"\"";
  private static final int OCTAL = 8;

  private StringLiteral() {}

  /**
   * Reads a literal.
   *
   * @param start offset of its first quote
   * @param end offset after its last quote
   */
  static PlacedText read(String source, int start, int end) {
    PlacedText raw = withoutUnicodeEscapes(source, start, end);
    boolean block = raw.length() >= 2 * BLOCK.length() && raw.text().startsWith(BLOCK);
    return block
        ? withoutEscapes(block(raw))
        : withoutEscapes(raw.part(1, Math.max(1, raw.length() - 1)));
  }

  /** Java replaces {@code \}{@code u0041} before anything else. */
  private static PlacedText withoutUnicodeEscapes(String source, int start, int end) {
    PlacedText raw = new PlacedText(end);
    int at = start;
    while (at < end) {
      char c = source.charAt(at);
      if (c == '\\' && at + 1 < end && source.charAt(at + 1) == 'u') {
        int digits = at + 1;
        while (source.charAt(digits) == 'u') {
          digits++;
        }
        char unit = (char) Integer.parseInt(source.substring(digits, digits + 4), 16);
        raw.add(unit, at, digits + 4);
        at = digits + 4;
      } else if (c == '\\' && at + 1 < end) {
        raw.add(c, at, at + 1).add(source.charAt(at + 1), at + 1, at + 2);
        at += 2;
      } else {
        raw.add(c, at, at + 1);
        at++;
      }
    }
    return raw;
  }

  /** The content of a text block, without what is there for its indentation only. */
  private static PlacedText block(PlacedText raw) {
    List<PlacedText> lines = lines(raw.part(BLOCK.length(), raw.length() - BLOCK.length()));
    lines.remove(0); // what follows the opening quotes
    int indent = Integer.MAX_VALUE;
    for (int i = 0; i < lines.size(); i++) {
      if (i == lines.size() - 1 || !lines.get(i).text().isBlank()) {
        indent = Math.min(indent, blanks(lines.get(i)));
      }
    }
    PlacedText block = new PlacedText(raw.start(raw.length()));
    for (int i = 0; i < lines.size(); i++) {
      PlacedText line = lines.get(i);
      int end = line.text().stripTrailing().length();
      boolean last = i == lines.size() - 1;
      if (end > indent) {
        block.add(line.part(indent, end));
      }
      if (!last) {
        block.add('\n', line.start(line.length()), line.start(line.length()) + 1);
      }
    }
    return block;
  }

  private static List<PlacedText> lines(PlacedText text) {
    List<PlacedText> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        lines.add(text.part(start, i));
        if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
          i++;
        }
        start = i + 1;
      }
    }
    lines.add(text.part(start, text.length()));
    return lines;
  }

  private static int blanks(PlacedText line) {
    int blanks = 0;
    while (blanks < line.length() && Character.isWhitespace(line.charAt(blanks))) {
      blanks++;
    }
    return blanks;
  }

  private static PlacedText withoutEscapes(PlacedText raw) {
    PlacedText text = new PlacedText(raw.start(raw.length()));
    int at = 0;
    while (at < raw.length()) {
      int start = raw.start(at);
      if (raw.charAt(at) != '\\' || at + 1 == raw.length()) {
        text.add(raw.charAt(at), start, raw.end(at));
        at++;
        continue;
      }
      int end = at + 2;
      char c = raw.charAt(at + 1);
      if (c >= '0' && c < '0' + OCTAL) {
        int most = at + (c <= '3' ? 4 : 3);
        while (end < Math.min(most, raw.length()) && isOctal(raw.charAt(end))) {
          end++;
        }
        char unit = (char) Integer.parseInt(raw.text().substring(at + 1, end), OCTAL);
        text.add(unit, start, raw.end(end - 1));
      } else if (c != '\n') { // which a text block leaves out
        text.add(escaped(c), start, raw.end(at + 1));
      }
      at = end;
    }
    return text;
  }

  private static boolean isOctal(char c) {
    return c >= '0' && c < '0' + OCTAL;
  }

  private static char escaped(char c) {
    return switch (c) {
      case 'b' -> '\b';
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'f' -> '\f';
      case 'r' -> '\r';
      case 's' -> ' ';
      default -> c;
    };
  }
}
