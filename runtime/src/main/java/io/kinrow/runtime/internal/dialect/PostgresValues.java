package io.kinrow.runtime.internal.dialect;

import static io.kinrow.runtime.internal.dialect.UnfitValueException.unfit;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.OffsetTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Configuration;
import org.jooq.DataType;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
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
    if (value instanceof Object[]) {
      return new Untyped(PostgresText.of(value));
    }
    if (value instanceof JSON || value instanceof JSONB) {
      return new Untyped(text(PostgresText.of(value))); // text does not compare with jsonb
    }
    return value instanceof String text ? text(text) : super.stored(value);
  }

  /** Its {@code NaN} and infinity are no decimals; the driver does not say where they are. */
  @Override
  public @Nullable BigDecimal decimal(ResultSet result, int position) throws SQLException {
    try {
      return super.decimal(result, position);
    } catch (SQLException e) {
      if (result.getObject(position) instanceof Double number) {
        throw unfit(number, position, "a decimal number");
      }
      throw e;
    }
  }

  @Override
  @Nullable Object other(ResultSet result, int position, Class<?> type) throws SQLException {
    if (Object[].class.isAssignableFrom(type)) {
      java.sql.Array stored = result.getArray(position);
      return stored == null ? null : array(stored, position, type);
    }
    if (type == OffsetTime.class) {
      return offsetTime(result, position);
    }
    Object value = super.other(result, position, type);
    return value instanceof java.sql.Array stored ? array(stored, position, String[].class) : value;
  }

  /** The driver has no offset for 24:00, or throws. */
  private static @Nullable OffsetTime offsetTime(ResultSet result, int position)
      throws SQLException {
    try {
      OffsetTime time = result.getObject(position, OffsetTime.class);
      if (!OffsetTime.MAX.equals(time)) {
        return time;
      }
    } catch (DateTimeException e) { // said below
    }
    throw unfit("24:00 with an offset", position, "a time before 24:00");
  }

  /** Its elements as the column's type has them: the driver's own are of {@code java.sql}. */
  private Object array(java.sql.Array stored, int position, Class<?> type) throws SQLException {
    String literal = stored.toString();
    Class<?> element = type.getComponentType();
    if (literal.equals("{}")) {
      return java.lang.reflect.Array.newInstance(element, 0);
    } else if (literal.startsWith("[")) {
      throw unfit(literal, position, "an array whose first element has the index 1");
    } else if (dimensions(literal) != dimensions(type)) {
      throw unfit(
          literal, position, "an array with this number of dimensions: " + dimensions(type));
    }
    List<@Nullable Object> elements = new ArrayList<>();
    try (ResultSet rows = stored.getResultSet()) {
      while (rows.next()) {
        elements.add(element(rows, element));
      }
    }
    return elements.toArray((Object[]) java.lang.reflect.Array.newInstance(element, 0));
  }

  private @Nullable Object element(ResultSet rows, Class<?> type) throws SQLException {
    Object value = read(rows, 2, type);
    return value == null || type.isInstance(value)
        ? value
        : DSL.val(rows.getString(2), type).getValue();
  }

  private static int dimensions(String literal) {
    int dimensions = 0;
    while (literal.charAt(dimensions) == '{') {
      dimensions++;
    }
    return dimensions;
  }

  private static int dimensions(Class<?> type) {
    return Object[].class.isAssignableFrom(type) ? 1 + dimensions(type.getComponentType()) : 0;
  }

  /** A text that PostgreSQL stores. */
  static String text(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new UnfitValueException(
          0, "the text contains a NUL character, which PostgreSQL cannot store: correct the text");
    }
    return wellFormed(text);
  }
}
