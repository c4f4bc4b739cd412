package io.kinrow.runtime.internal.write;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Conditions that are written out in SQL and name nothing but constants, such as {@code not (1 =
 * 0)} and {@code true and 'a' = 'a'}. A part that is a constant is put in place of itself, as long
 * as there is one; unless nothing else is left, the condition depends on the row.
 */
final class Constants {

  /** Characters of a condition that may be all constants; longer ones are taken for others. */
  private static final int LONGEST = 1_000;

  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|--[^\\n]*+", Pattern.DOTALL);
  private static final Pattern BLANKS = Pattern.compile("\\s++");
  private static final Pattern NUMBERS = Pattern.compile("\\b(\\d++) ?= ?(\\d++)\\b");
  private static final Pattern TEXTS = Pattern.compile("'([^']*+)' ?= ?'([^']*+)'");
  private static final Pattern IN_BRACKETS = Pattern.compile("\\( ?(true|false) ?\\)");
  private static final Pattern NOT = Pattern.compile("\\bnot ?(true|false)\\b");
  private static final Pattern AND = Pattern.compile("\\b(true|false) and (true|false)\\b");
  private static final Pattern OR = Pattern.compile("\\b(true|false) or (true|false)\\b");

  private Constants() {}

  static Certainty of(String sql) {
    if (sql.length() > LONGEST) {
      return Certainty.DEPENDS;
    }
    String text = COMMENT.matcher(sql.toLowerCase(Locale.ROOT)).replaceAll(" ");
    text = BLANKS.matcher(text).replaceAll(" ").strip();
    for (String before = ""; !before.equals(text); ) {
      before = text;
      text = folded(text);
    }
    return switch (text) {
      case "true", "1" -> Certainty.ALWAYS;
      case "false", "0" -> Certainty.NEVER;
      default -> Certainty.DEPENDS;
    };
  }

  /** With the innermost constants put in place; OR waits until there is no AND left. */
  private static String folded(String text) {
    String folded = NUMBERS.matcher(text).replaceAll(match -> same(match.group(1), match.group(2)));
    folded = TEXTS.matcher(folded).replaceAll(match -> same(match.group(1), match.group(2)));
    folded = IN_BRACKETS.matcher(folded).replaceAll("$1");
    folded = NOT.matcher(folded).replaceAll(match -> not(match.group(1)));
    folded =
        AND.matcher(folded)
            .replaceAll(match -> match.group(1).equals("true") ? match.group(2) : "false");
    return folded.equals(text)
        ? OR.matcher(folded)
            .replaceAll(match -> match.group(1).equals("true") ? "true" : match.group(2))
        : folded;
  }

  private static String same(String left, String right) {
    return Boolean.toString(left.equals(right));
  }

  private static String not(String constant) {
    return Boolean.toString(constant.equals("false"));
  }
}
