package io.kinrow.processor.name;

import io.github.encryptorcode.pluralize.Pluralize;
import java.util.Locale;
import java.util.Set;

/** English singulars and plurals of the last word of a name; everything else stays as it is. */
final class Nouns {

  /** Words that the library takes for plurals, or cuts to what nobody writes. */
  private static final Set<String> INVARIABLE =
      Set.of(
          "axis",
          "basis",
          "bias",
          "canvas",
          "chaos",
          "criteria",
          "css",
          "data",
          "dns",
          "gps",
          "https",
          "iris",
          "lens",
          "media",
          "metadata",
          "rss",
          "sms",
          "species",
          "tls");

  private Nouns() {}

  /** {@code user_groups} gives {@code user_group}. */
  static Words singular(Words words) {
    String last = words.last();
    return isInvariable(last) ? words : words.withLast(inflected(last, Pluralize.singular(last)));
  }

  /** Short words are abbreviations or pronouns to the library: {@code us} would become me. */
  private static boolean isInvariable(String word) {
    return word.length() < 3 || INVARIABLE.contains(word);
  }

  /** {@code blogPost} gives {@code blogPosts}. */
  static String plural(String camelName) {
    String name = camelName.replaceFirst("_+$", "");
    String last = Words.of(name).last();
    if (last.length() < 3 || !name.toLowerCase(Locale.ROOT).endsWith(last)) {
      return name;
    }
    int start = name.length() - last.length();
    String plural = inflected(last, Pluralize.plural(last));
    boolean capital = Character.isUpperCase(name.codePointAt(start));
    return name.substring(0, start) + (capital ? Words.capitalised(plural) : plural);
  }

  /** What the library gives, unless it is no word: it was made for ASCII. */
  private static String inflected(String word, String result) {
    String lower = result.toLowerCase(Locale.ROOT);
    return lower.isEmpty() || lower.chars().anyMatch(c -> !Character.isLetterOrDigit(c))
        ? word
        : lower;
  }
}
