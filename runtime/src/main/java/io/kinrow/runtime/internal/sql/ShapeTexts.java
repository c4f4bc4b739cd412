package io.kinrow.runtime.internal.sql;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The texts of query shapes; at most {@value #MOST}, the first to come. Thread-safe. */
final class ShapeTexts {

  private static final int MOST = 1_000;

  private final Map<Object, String> texts = new ConcurrentHashMap<>();

  @Nullable String text(Object key) {
    return texts.get(key);
  }

  void keep(Object key, String text) {
    if (texts.size() < MOST) {
      texts.put(key, text);
    }
  }
}
