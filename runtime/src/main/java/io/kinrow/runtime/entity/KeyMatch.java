package io.kinrow.runtime.entity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds what was loaded for a key. Keys that the database takes for equal are equal objects, but for
 * text under a collation such as SQLite's NOCASE or RTRIM: what came back under a key that nobody
 * asked for is matched without regard to case and trailing spaces.
 */
final class KeyMatch {

  private final Map<Object, Object> byKey;
  private final Map<String, Object> strays;

  KeyMatch(Map<Object, Object> byKey, @Nullable Object[] asked) {
    this.byKey = byKey;
    this.strays = strays(byKey, asked);
  }

  private static Map<String, Object> strays(
      Map<Object, Object> byKey, @Nullable Object[] asked) {
    if (byKey.isEmpty() || !(byKey.keySet().iterator().next() instanceof String)) {
      return Map.of();
    }
    Set<Object> known = new HashSet<>(Arrays.asList(asked));
    Map<String, Object> strays = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    byKey.forEach(
        (key, value) -> {
          if (!known.contains(key)) {
            strays.merge(((String) key).stripTrailing(), value, KeyMatch::both);
          }
        });
    return strays;
  }

  private static Object both(Object one, Object other) {
    if (one instanceof List<?> first && other instanceof List<?> second) {
      List<Object> both = new ArrayList<>(first);
      both.addAll(second);
      return Collections.unmodifiableList(both);
    }
    return one instanceof Long first && other instanceof Long second ? first + second : one;
  }

  @Nullable Object get(Object key) {
    Object value = byKey.get(key);
    if (strays.isEmpty()) {
      return value;
    }
    Object stray = strays.get(((String) key).stripTrailing());
    if (value == null || stray == null) {
      return value == null ? stray : value;
    }
    return both(value, stray);
  }
}
