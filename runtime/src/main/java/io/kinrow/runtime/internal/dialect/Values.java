package io.kinrow.runtime.internal.dialect;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.jooq.Configuration;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.IdentityConverter;
import org.jspecify.annotations.Nullable;

/**
 * How the values of one engine become Java's, and the other way round: the only place that decides
 * it. What is written is read back equal, or an {@link UnfitValueException} says why not. Positions
 * count from 1. Immutable and thread-safe.
 */
public abstract class Values {

  private static final int MICROS = 6;

  Values() {}

  // Reading: a primitive is of a column that is NOT NULL -------------------------------------

  /** A whole number that the schema proves to be one, so that nothing has to be checked. */
  public final long provedLong(ResultSet result, int position) throws SQLException {
    return result.getLong(position);
  }

  public abstract long longAt(ResultSet result, int position) throws SQLException;

  public abstract int intAt(ResultSet result, int position) throws SQLException;

  public abstract short shortAt(ResultSet result, int position) throws SQLException;

  public abstract byte byteAt(ResultSet result, int position) throws SQLException;

  public abstract double doubleAt(ResultSet result, int position) throws SQLException;

  public abstract float floatAt(ResultSet result, int position) throws SQLException;

  public abstract boolean booleanAt(ResultSet result, int position) throws SQLException;

  public abstract @Nullable Long longOrNull(ResultSet result, int position) throws SQLException;

  public abstract @Nullable Integer intOrNull(ResultSet result, int position) throws SQLException;

  public abstract @Nullable Short shortOrNull(ResultSet result, int position) throws SQLException;

  public abstract @Nullable Byte byteOrNull(ResultSet result, int position) throws SQLException;

  public abstract @Nullable Double doubleOrNull(ResultSet result, int position) throws SQLException;

  public abstract @Nullable Float floatOrNull(ResultSet result, int position) throws SQLException;

  public abstract @Nullable Boolean booleanOrNull(ResultSet result, int position)
      throws SQLException;

  public abstract @Nullable String string(ResultSet result, int position) throws SQLException;

  public abstract byte @Nullable [] bytes(ResultSet result, int position) throws SQLException;

  public abstract @Nullable BigDecimal decimal(ResultSet result, int position) throws SQLException;

  public abstract @Nullable LocalDateTime dateTime(ResultSet result, int position)
      throws SQLException;

  public abstract @Nullable LocalDate date(ResultSet result, int position) throws SQLException;

  public abstract @Nullable LocalTime time(ResultSet result, int position) throws SQLException;

  public abstract @Nullable OffsetDateTime offsetDateTime(ResultSet result, int position)
      throws SQLException;

  /** A value of a type that has no method here. */
  abstract @Nullable Object other(ResultSet result, int position, Class<?> type)
      throws SQLException;

  /** A value of a type that is known only when the program runs. */
  public final @Nullable Object read(ResultSet result, int position, Class<?> type)
      throws SQLException {
    if (type == Long.class) {
      return longOrNull(result, position);
    } else if (type == Integer.class) {
      return intOrNull(result, position);
    } else if (type == Short.class) {
      return shortOrNull(result, position);
    } else if (type == Byte.class) {
      return byteOrNull(result, position);
    } else if (type == Double.class) {
      return doubleOrNull(result, position);
    } else if (type == Float.class) {
      return floatOrNull(result, position);
    } else if (type == Boolean.class) {
      return booleanOrNull(result, position);
    } else if (type == String.class) {
      return string(result, position);
    } else if (type == byte[].class) {
      return bytes(result, position);
    } else if (type == BigDecimal.class) {
      return decimal(result, position);
    } else if (type == LocalDateTime.class) {
      return dateTime(result, position);
    } else if (type == LocalDate.class) {
      return date(result, position);
    } else if (type == LocalTime.class) {
      return time(result, position);
    } else if (type == OffsetDateTime.class) {
      return offsetDateTime(result, position);
    }
    return other(result, position, type);
  }

  /**
   * A sort value as text that {@code SortValue} can read back: a letter for its kind, then its own
   * text; null for NULL.
   *
   * @param position of a column that is selected as {@link Dialect#sortColumn} says
   */
  public abstract @Nullable String sortValue(ResultSet result, int position) throws SQLException;

  // Writing ----------------------------------------------------------------------------------

  /**
   * What the engine's driver is given for a value: the one form in which the engine keeps values of
   * its type, so that equal values are stored, compared and ordered alike.
   *
   * @throws UnfitValueException if no form keeps all of the value
   */
  public abstract @Nullable Object stored(@Nullable Object value);

  /**
   * The same for a value of a jOOQ field.
   *
   * @throws UnfitValueException if no form keeps all of the value
   */
  public @Nullable Object stored(@Nullable Object value, Field<?> field) {
    return stored(value);
  }

  /** Binds what {@link #stored} made of a value. */
  public abstract void bind(PreparedStatement statement, int position, @Nullable Object stored)
      throws SQLException;

  /**
   * Whether a value that is stored in a column may come back in another form, such as another scale
   * or another offset. It may whenever nothing proves that it comes back equal: what a converter of
   * the column's forced type does is not known.
   */
  public final boolean respells(Object value, Field<?> field) {
    DataType<?> type = field.getDataType();
    if (type.getConverter() instanceof LiteralConverter) {
      return false;
    }
    return !(type.getConverter() instanceof IdentityConverter) || respells(value, type);
  }

  /** The same for a column without a converter. */
  abstract boolean respells(Object value, DataType<?> type);

  /** Digits of a second that a column of times keeps at least, up to microseconds. */
  public int timeDigits(DataType<?> type) {
    return type.precisionDefined() ? Math.min(type.precision(), MICROS) : MICROS;
  }

  /**
   * Whether columns of times hold text, which SQL compares letter by letter, so that one that
   * another program wrote may be unequal to the time that is read from it.
   */
  public boolean comparesTimesAsText() {
    return false;
  }

  /** A value that stands where the engine sees the column that it is for. */
  public @Nullable Object ofColumn(@Nullable Object value) {
    return value;
  }

  /** A value of a statement that jOOQ rendered, with the type that it has there. */
  public @Nullable Object ofType(@Nullable Object value, DataType<?> type) {
    return value;
  }

  /** A jOOQ configuration whose own statements store values in the same forms. */
  public Configuration jooq(Configuration configuration) {
    return configuration;
  }

  // For both ---------------------------------------------------------------------------------

  /** A decimal number with at least as many digits after the point as its column declares. */
  public static BigDecimal scaled(BigDecimal value, int scale) {
    return value.scale() >= scale ? value : value.setScale(scale);
  }

  /** Texts go to engines as UTF-8, which has no form for half a surrogate pair. */
  static String wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (Character.isLowSurrogate(c)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          throw new UnfitValueException(
              0,
              String.format(
                  "the text %s contains half a surrogate pair, \\u%04x at index %d, which no database "
                      + "can store: correct the text",
                  UnfitValueException.quoted(text), (int) c, i));
        }
        i++;
      }
    }
    return text;
  }
}
