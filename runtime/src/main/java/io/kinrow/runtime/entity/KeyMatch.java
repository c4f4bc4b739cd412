package io.kinrow.runtime.entity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of the keys that were asked for a row came back for. Keys that the database takes for equal
 * are equal objects, but for text under a collation such as SQLite's NOCASE or RTRIM, and for
 * numbers that are text in one table and not in the other: a key that nobody asked for is matched
 * as text without regard to case and trailing spaces.
 */
public final class KeyMatch {

  private final Set<Object> asked;
  private @Nullable Map<Object, List<Object>> alike;

  /** For the keys asked for; null ones are none. */
  public KeyMatch(Collection<? extends @Nullable Object> keys) {
    asked = new LinkedHashSet<>(keys.size() * 2);
    for (Object key : keys) {
      if (key != null) {
        asked.add(key);
      }
    }
  }

  /** The keys that were asked for, each once. */
  public List<Object> asked() {
    return new ArrayList<>(asked);
  }

  /** The keys asked for that a row came back for under this key; itself if there is none. */
  public List<Object> of(Object returned) {
    if (asked.contains(returned)) {
      return List.of(returned);
    }
    return alike().getOrDefault(plain(returned), List.of(returned));
  }

  /**
   * Keys asked for that are not among those found, although one that differs in case or trailing
   * spaces only is: whether the database takes the two for equal is for the database to say.
   */
  List<Object> doubtful(Set<Object> found) {
    List<Object> missing = new ArrayList<>();
    for (Object key : asked) {
      if (isText(key) && !found.contains(key)) {
        missing.add(key);
      }
    }
    missing.removeIf(
        key -> Collections.disjoint(alike().getOrDefault(plain(key), List.of()), found));
    return missing;
  }

  private Map<Object, List<Object>> alike() {
    Map<Object, List<Object>> known = alike;
    if (known == null) {
      known = new HashMap<>();
      for (Object key : asked) {
        known.computeIfAbsent(plain(key), unused -> new ArrayList<>()).add(key);
      }
      alike = known;
    }
    return known;
  }

  private static boolean isText(Object key) {
    return key instanceof String
        || (key instanceof List<?> parts && parts.stream().anyMatch(String.class::isInstance));
  }

  private static Object plain(Object key) {
    if (key instanceof List<?> parts) {
      return Arrays.asList(parts.stream().map(KeyMatch::plain).toArray());
    }
    return String.valueOf(key).stripTrailing().toLowerCase(Locale.ROOT);
  }
}
