package io.kinrow.runtime.internal.dialect;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Configuration;
import org.jooq.DataType;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's values. Its driver says of each text that it is a {@code varchar}, and then a {@code
 * char(n)} is compared as one, with its padding; so a text that stands for a column's value is sent
 * {@linkplain Untyped without a type}.
 */
final class PostgresValues extends StandardValues {

  static final PostgresValues INSTANCE = new PostgresValues();

  /** Bytes that a value of type {@code name} has at most. */
  private static final int LONGEST_NAME = 63;

  /** Dates and times, which jOOQ would pass through {@code java.sql}'s types. */
  private static final PlainParams PLAIN_PARAMS =
      new PlainParams(
          PostgresBinding.TYPES.keySet().stream()
              .flatMap(type -> Stream.<Class<?>>of(type, type.arrayType()))
              .collect(Collectors.toSet()),
          PostgresBinding::of);

  private PostgresValues() {}

  @Override
  public Configuration jooq(Configuration configuration) {
    return super.jooq(configuration).deriveAppending(PLAIN_PARAMS);
  }

  @Override
  public @Nullable Object ofColumn(@Nullable Object value) {
    return value instanceof String text ? new Untyped(text) : value;
  }

  @Override
  public @Nullable Object ofType(@Nullable Object value, DataType<?> type) {
    return value instanceof String text
            && (type.getSQLDataType() == SQLDataType.CHAR
                || type.getBinding() instanceof UntypedBinding)
        ? new Untyped(text)
        : value;
  }

  /**
   * A column of type {@code name}, which jOOQ takes for text of any length, cuts what is longer.
   */
  @Override
  boolean isKept(String text, DataType<?> type) {
    return super.isKept(text, type)
        && (type.lengthDefined()
            || type.getSQLDataType() != SQLDataType.VARCHAR
            || text.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME);
  }

  @Override
  public @Nullable String sortValue(ResultSet result, int position) throws SQLException {
    String text = string(result, position);
    return text == null ? null : "u" + text;
  }

  @Override
  public @Nullable Object stored(@Nullable Object value) {
    if (value instanceof Untyped untyped) {
      return new Untyped(text(untyped.text()));
    }
    if (value instanceof Object[] array && isOfTimes(value.getClass())) {
      return new Untyped(PostgresText.array(Arrays.asList(array)));
    }
    return value instanceof String text ? text(text) : super.stored(value);
  }

  private static boolean isOfTimes(Class<?> type) {
    return type.isArray() && PostgresBinding.TYPES.containsKey(type.getComponentType());
  }

  @Override
  @Nullable Object other(ResultSet result, int position, Class<?> type) throws SQLException {
    return isOfTimes(type)
        ? times(result.getArray(position), type.getComponentType())
        : super.other(result, position, type);
  }

  /** The driver's own arrays have elements of {@code java.sql}. */
  private @Nullable Object times(java.sql.@Nullable Array stored, Class<?> type)
      throws SQLException {
    if (stored == null) {
      return null;
    }
    List<@Nullable Object> elements = new ArrayList<>();
    try (ResultSet rows = stored.getResultSet()) {
      while (rows.next()) {
        elements.add(read(rows, 2, type));
      }
    }
    return elements.toArray((Object[]) java.lang.reflect.Array.newInstance(type, 0));
  }

  /** A text that PostgreSQL stores. */
  static String text(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new UnfitValueException(
          0, "the text has a NUL character, which PostgreSQL does not store: correct the text");
    }
    return wellFormed(text);
  }
}
