package io.kinrow.migrate.verify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A checksum over a table's rows that does not depend on the order of rows or columns, with one
 * more for each column, to say where a difference is.
 */
final class RowDigest {
  private final SortedMap<String, Long> columns = new TreeMap<>();
  private long count;
  private long sum;

  /**
   * Reads all rows.
   *
   * @param columns their names, sorted
   * @param rows one text value for each of them, in this order
   */
  static RowDigest of(List<String> columns, ResultSet rows) throws SQLException {
    RowDigest digest = new RowDigest();
    long[] sums = new long[columns.size()];
    while (rows.next()) {
      long row = 17;
      for (int i = 0; i < sums.length; i++) {
        long value = hash(rows.getString(i + 1));
        sums[i] += value;
        row = mix(row * 31 + value);
      }
      digest.count++;
      digest.sum += row;
    }
    for (int i = 0; i < sums.length; i++) {
      digest.columns.put(columns.get(i), sums[i]);
    }
    return digest;
  }

  /** Of a table without rows. */
  static RowDigest none(List<String> columns) {
    RowDigest digest = new RowDigest();
    columns.forEach(column -> digest.columns.put(column, 0L));
    return digest;
  }

  Optional<String> difference(RowDigest actual) {
    if (count != actual.count) {
      return Optional.of(actual.count + " instead of " + count);
    }
    if (!columns.keySet().equals(actual.columns.keySet())) {
      return Optional.empty(); // the schema says so already
    }
    String changed =
        columns.entrySet().stream()
            .filter(column -> !column.getValue().equals(actual.columns.get(column.getKey())))
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(", "));
    if (!changed.isEmpty()) {
      return Optional.of("different values in " + changed);
    }
    return sum == actual.sum ? Optional.empty() : Optional.of("values have changed places");
  }

  /**
   * Columns whose values differ, where the same number of rows has the same columns; {@code *} when
   * values have changed places only.
   */
  Optional<Set<String>> changedColumns(RowDigest actual) {
    if (count != actual.count || !columns.keySet().equals(actual.columns.keySet())) {
      return Optional.empty();
    }
    Set<String> changed = new TreeSet<>();
    columns.forEach(
        (column, value) -> {
          if (!value.equals(actual.columns.get(column))) {
            changed.add(column);
          }
        });
    if (changed.isEmpty() && sum != actual.sum) {
      changed.add("*");
    }
    return Optional.of(changed);
  }

  private static long hash(@Nullable String text) {
    if (text == null) {
      return 0x9E3779B97F4A7C15L;
    }
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
    }
    return mix(hash);
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 33)) * 0xFF51AFD7ED558CCDL;
    return mixed ^ (mixed >>> 33);
  }
}
