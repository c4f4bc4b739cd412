package io.kinrow.runtime.internal.dialect;

import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values as a JSON array (RFC 8259), for SQLite's {@code json_each}. */
final class SqliteJson {

  private SqliteJson() {}

  /** An array of keys, or of arrays for keys of several columns. */
  static String array(List<? extends @Nullable Object> values) {
    StringBuilder json = new StringBuilder(2 + values.size() * 8);
    array(json, values);
    return json.toString();
  }

  private static void array(StringBuilder json, List<? extends @Nullable Object> values) {
    json.append('[');
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        json.append(',');
      }
      value(json, values.get(i));
    }
    json.append(']');
  }

  private static void value(StringBuilder json, @Nullable Object value) {
    if (value instanceof Long number) {
      json.append(number.longValue());
    } else if (value instanceof List<?> parts) {
      array(json, parts);
    } else {
      Object stored = SqliteValues.DEFAULT.stored(value);
      if (!stored(json, stored)) {
        string(json, String.valueOf(stored));
      }
    }
  }

  /**
   * An array of the values of one column, or of an array for each row of several; null if there is
   * one of a kind that SQLite does not store.
   *
   * @param columns for each the values as SQLite stores them; bytes become hexadecimal digits
   */
  static @Nullable String rows(List<List<@Nullable Object>> columns) {
    int size = columns.get(0).size();
    boolean nested = columns.size() > 1;
    StringBuilder json = new StringBuilder(2 + size * 8 * columns.size()).append('[');
    for (int row = 0; row < size; row++) {
      json.append(row > 0 ? "," : "").append(nested ? "[" : "");
      for (int i = 0; i < columns.size(); i++) {
        json.append(i > 0 ? "," : "");
        if (!stored(json, columns.get(i).get(row))) {
          return null;
        }
      }
      json.append(nested ? "]" : "");
    }
    return json.append(']').toString();
  }

  /** Appends one value as SQLite stores it, if it is of a kind that SQLite stores. */
  private static boolean stored(StringBuilder json, @Nullable Object value) {
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
