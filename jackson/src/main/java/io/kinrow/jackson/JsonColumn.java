package io.kinrow.jackson;

import org.jooq.JSON;
import org.jooq.JSONB;

/**
 * The types that a JSON column can have for jOOQ. Immutable and thread-safe.
 *
 * @param type one of them
 * @param <T> the same
 */
record JsonColumn<T>(Class<T> type) {

  /**
   * @throws IllegalArgumentException if it is another type
   */
  JsonColumn {
    if (type != JSON.class && type != JSONB.class && type != String.class) {
      throw new IllegalArgumentException(
          "a JSON column is a JSON, a JSONB or a String, not a " + type.getName());
    }
  }

  /** The text that is stored. */
  static String text(Object stored) {
    if (stored instanceof JSON json) {
      return json.data();
    }
    return stored instanceof JSONB jsonb ? jsonb.data() : (String) stored;
  }

  /** What is stored for a text. */
  T of(String text) {
    return type.cast(
        type == JSON.class ? JSON.valueOf(text) : type == JSONB.class ? JSONB.valueOf(text) : text);
  }
}
