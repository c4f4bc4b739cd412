package io.kinrow.processor.name;

import java.util.Locale;

/** English singulars and plurals of the last word of a name; everything else stays as it is. */
final class Nouns {

  private Nouns() {}

  /** {@code user_groups} gives {@code user_group}. */
  static Words singular(Words words) {
    String last = words.last();
    return isAbbreviation(last) ? words : words.withLast(Inflection.singular(last));
  }

  private static boolean isAbbreviation(String word) {
    return word.length() < 3;
  }

  /** {@code blogPost} gives {@code blogPosts}. */
  static String plural(String camelName) {
    String name = camelName.replaceFirst("_+$", "");
    String last = Words.of(name).last();
    if (isAbbreviation(last) || !name.toLowerCase(Locale.ROOT).endsWith(last)) {
      return name;
    }
    int start = name.length() - last.length();
    String plural = Inflection.plural(last);
    boolean capital = Character.isUpperCase(name.codePointAt(start));
    return name.substring(0, start) + (capital ? Words.capitalised(plural) : plural);
  }
}
