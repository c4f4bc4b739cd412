package io.kinrow.migrate.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The objects of a database that are not a part of its schema. Immutable. */
public final class LeftOut {

  /** Nothing is left out. */
  public static final LeftOut NOTHING = new LeftOut(List.of(), List.of());

  private final List<Name> names;
  private final List<Pattern> patterns;

  private LeftOut(List<Name> names, List<Pattern> patterns) {
    this.names = names;
    this.patterns = patterns;
  }

  /**
   * Returns a history table, which is named, and what patterns match.
   *
   * @param history its name, in which no letter stands for others
   * @param patterns names with {@code *} for any letters and {@code ?} for one, in any case
   */
  public static LeftOut of(String history, List<String> patterns) {
    List<Pattern> compiled = new ArrayList<>();
    for (String pattern : patterns) {
      StringBuilder regex = new StringBuilder();
      for (int at = 0; at < pattern.length(); at++) {
        char c = pattern.charAt(at);
        regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
      }
      compiled.add(Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.DOTALL));
    }
    return new LeftOut(List.of(new Name(history)), List.copyOf(compiled));
  }

  /** Returns one table, by its name. */
  public static LeftOut table(String name) {
    return of(name, List.of());
  }

  /** Returns whether an object of this name is left out. */
  public boolean has(Name name) {
    return names.contains(name)
        || patterns.stream().anyMatch(pattern -> pattern.matcher(name.text()).matches());
  }
}
