package io.kinrow.processor.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/** An SQL name as words, and the words as Java identifiers of each kind. */
record Words(List<String> words) {

  /** {@code userId|Name}, {@code HTML|Page}: where camel case starts a word. */
  private static final Pattern CAMEL =
      Pattern.compile("(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  Words {
    words = List.copyOf(words);
  }

  static Words of(String sqlName) {
    List<String> words = new ArrayList<>();
    for (String part : SEPARATORS.split(sqlName, -1)) {
      if (!part.isEmpty()) {
        words.addAll(isMixed(part) ? List.of(CAMEL.split(part, -1)) : List.of(part));
      }
    }
    Words result = new Words(words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList());
    return result.isUsable() ? result : inCodePoints(sqlName);
  }

  private static boolean isMixed(String part) {
    return part.codePoints().anyMatch(Character::isLowerCase);
  }

  private boolean isUsable() {
    return !words.isEmpty()
        && SourceVersion.isIdentifier("x" + camel())
        && SourceVersion.isIdentifier("x" + constant());
  }

  /** For names of symbols only, and for letters that Java does not take: {@code %} is u25. */
  private static Words inCodePoints(String sqlName) {
    String hex = sqlName.codePoints().mapToObj(Integer::toHexString).collect(Collectors.joining());
    return new Words(List.of("u" + hex));
  }

  /** {@code aboutMe}. */
  String camel() {
    String pascal = joined();
    int first = pascal.isEmpty() ? 0 : Character.charCount(pascal.codePointAt(0));
    return startable(pascal.substring(0, first).toLowerCase(Locale.ROOT) + pascal.substring(first));
  }

  /** {@code AboutMe}. */
  String pascal() {
    return startable(joined());
  }

  /** {@code ABOUT_ME}. */
  String constant() {
    return startable(String.join("_", words).toUpperCase(Locale.ROOT));
  }

  /** {@code about_me}. */
  String underscored() {
    return startable(String.join("_", words).toLowerCase(Locale.ROOT));
  }

  Words withLast(String last) {
    List<String> changed = new ArrayList<>(words);
    changed.set(changed.size() - 1, last);
    return new Words(changed);
  }

  String last() {
    return words.get(words.size() - 1);
  }

  private String joined() {
    return words.stream().map(Words::capitalised).collect(Collectors.joining());
  }

  static String capitalised(String word) {
    if (word.isEmpty()) {
      return word;
    }
    int first = Character.charCount(word.codePointAt(0));
    return word.substring(0, first).toUpperCase(Locale.ROOT) + word.substring(first);
  }

  static String decapitalised(String word) {
    if (word.isEmpty()) {
      return word;
    }
    int first = Character.charCount(word.codePointAt(0));
    return word.substring(0, first).toLowerCase(Locale.ROOT) + word.substring(first);
  }

  private static String startable(String identifier) {
    return identifier.isEmpty() || Character.isJavaIdentifierStart(identifier.codePointAt(0))
        ? identifier
        : "_" + identifier;
  }
}
