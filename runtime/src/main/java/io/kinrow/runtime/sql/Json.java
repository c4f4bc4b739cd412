package io.kinrow.runtime.sql;

import io.kinrow.runtime.connect.Engine;
import io.kinrow.runtime.dialect.Values;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Key values as a JSON array (RFC 8259), for SQLite's {@code json_each}. */
public final class Json {

  private static final Values SQLITE = Values.of(Engine.SQLITE);

  private Json() {}

  /** An array of values, or of arrays for keys of several columns. */
  public static String array(List<?> values) {
    StringBuilder json = new StringBuilder(2 + values.size() * 8);
    array(json, values);
    return json.toString();
  }

  private static void array(StringBuilder json, List<?> values) {
    json.append('[');
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        json.append(',');
      }
      value(json, values.get(i));
    }
    json.append(']');
  }

  private static void value(StringBuilder json, Object value) {
    if (value instanceof Long number) {
      json.append(number.longValue());
    } else if (value instanceof List<?> parts) {
      array(json, parts);
    } else {
      Object stored = SQLITE.stored(value);
      if (!stored(json, stored)) {
        string(json, String.valueOf(stored));
      }
    }
  }

  /**
   * Appends one value as SQLite stores it, bytes as their hexadecimal digits.
   *
   * @return whether it is of a kind that SQLite stores
   */
  static boolean stored(StringBuilder json, @Nullable Object value) {
    if (value == null || value instanceof Long) {
      json.append(value);
    } else if (value instanceof Double real) {
      json.append(real.isInfinite() ? (real > 0 ? "9e999" : "-9e999") : real.toString());
    } else if (value instanceof String text) {
      string(json, text);
    } else if (value instanceof byte[] bytes) {
      json.append('"').append(HexFormat.of().formatHex(bytes)).append('"');
    } else {
      return false;
    }
    return true;
  }

  private static void string(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }
}
