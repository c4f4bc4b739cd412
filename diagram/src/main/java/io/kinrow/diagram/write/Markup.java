package io.kinrow.diagram.write;

/** Text in pictures: names from a database may contain anything. */
final class Markup {

  private static final char UNKNOWN = '\uFFFD';

  private Markup() {}

  /**
   * Escapes a text for elements and for quoted attributes. Characters that XML does not allow, and
   * those that would turn the text around them, become a replacement character.
   */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        case '\n', '\t', '\r' -> escaped.append(' ');
        default -> {
          if (Character.isHighSurrogate(c)
              && at + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(at + 1))) {
            escaped.append(c).append(text.charAt(++at));
          } else {
            escaped.append(isAllowed(c) ? c : UNKNOWN);
          }
        }
      }
    }
    return escaped.toString();
  }

  private static boolean isAllowed(char c) {
    return c >= ' '
        && !(c >= 0x7F && c <= 0x9F)
        && !Character.isSurrogate(c)
        && c != '\uFFFE'
        && c != '\uFFFF'
        && !(c >= '\u202A' && c <= '\u202E')
        && !(c >= '\u2066' && c <= '\u2069');
  }

  /** Returns a text on one line, without characters that would turn the text around them. */
  static String readable(String text) {
    return text.replaceAll("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]+", " ");
  }

  /** Writes a coordinate with at most two digits after the point. */
  static String number(double value) {
    long hundredths = Math.round(value * 100);
    String sign = hundredths < 0 ? "-" : "";
    long whole = Math.abs(hundredths) / 100;
    long rest = Math.abs(hundredths) % 100;
    if (rest == 0) {
      return sign + whole;
    }
    return sign + whole + "." + (rest % 10 == 0 ? "" + rest / 10 : (rest < 10 ? "0" : "") + rest);
  }
}
