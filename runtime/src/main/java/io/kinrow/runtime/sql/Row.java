package io.kinrow.runtime.sql;

import io.kinrow.runtime.connect.Engine;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.Converter;
import org.jooq.Field;
import org.jooq.exception.DataTypeException;
import org.jspecify.annotations.Nullable;

/**
 * The current row of a result, read by position. The methods of primitive types are for columns
 * that are NOT NULL; {@code …OrNull} for the others. Called by generated readers.
 */
public class Row {

  private final ResultSet result;
  private final boolean sqlite;

  public Row(ResultSet result, Engine engine) {
    this.result = result;
    this.sqlite = engine == Engine.SQLITE;
  }

  /** Moves to the next row. */
  public boolean next() throws SQLException {
    return result.next();
  }

  public long longAt(int position) throws SQLException {
    return result.getLong(position);
  }

  public int intAt(int position) throws SQLException {
    return result.getInt(position);
  }

  public short shortAt(int position) throws SQLException {
    return result.getShort(position);
  }

  public byte byteAt(int position) throws SQLException {
    return result.getByte(position);
  }

  public double doubleAt(int position) throws SQLException {
    return result.getDouble(position);
  }

  public float floatAt(int position) throws SQLException {
    return result.getFloat(position);
  }

  public boolean booleanAt(int position) throws SQLException {
    return result.getBoolean(position);
  }

  public @Nullable Long longOrNull(int position) throws SQLException {
    long value = result.getLong(position);
    return (value == 0 && result.wasNull()) ? null : (Long) value;
  }

  public @Nullable Integer intOrNull(int position) throws SQLException {
    int value = result.getInt(position);
    return (value == 0 && result.wasNull()) ? null : (Integer) value;
  }

  public @Nullable Short shortOrNull(int position) throws SQLException {
    short value = result.getShort(position);
    return (value == 0 && result.wasNull()) ? null : (Short) value;
  }

  public @Nullable Byte byteOrNull(int position) throws SQLException {
    byte value = result.getByte(position);
    return (value == 0 && result.wasNull()) ? null : (Byte) value;
  }

  public @Nullable Double doubleOrNull(int position) throws SQLException {
    double value = result.getDouble(position);
    return (value == 0 && result.wasNull()) ? null : (Double) value;
  }

  public @Nullable Float floatOrNull(int position) throws SQLException {
    float value = result.getFloat(position);
    return (value == 0 && result.wasNull()) ? null : (Float) value;
  }

  public @Nullable Boolean booleanOrNull(int position) throws SQLException {
    boolean value = result.getBoolean(position);
    return (!value && result.wasNull()) ? null : (Boolean) value;
  }

  public @Nullable String stringOrNull(int position) throws SQLException {
    return result.getString(position);
  }

  public String stringAt(int position) throws SQLException {
    return present(result.getString(position), position);
  }

  public byte @Nullable [] bytesOrNull(int position) throws SQLException {
    return result.getBytes(position);
  }

  public byte[] bytesAt(int position) throws SQLException {
    return present(result.getBytes(position), position);
  }

  public @Nullable BigDecimal decimalOrNull(int position) throws SQLException {
    if (!sqlite) {
      return result.getBigDecimal(position);
    }
    String text = result.getString(position);
    return text == null ? null : decimal(text, position);
  }

  private static BigDecimal decimal(String text, int position) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new DataTypeException(
          "'" + text + "' in column " + position + " is not a number: correct the stored value", e);
    }
  }

  public BigDecimal decimalAt(int position) throws SQLException {
    return present(decimalOrNull(position), position);
  }

  public @Nullable LocalDateTime dateTimeOrNull(int position) throws SQLException {
    if (!sqlite) {
      return result.getObject(position, LocalDateTime.class);
    }
    String text = result.getString(position);
    return text == null ? null : SqliteTime.dateTime(text);
  }

  public LocalDateTime dateTimeAt(int position) throws SQLException {
    return present(dateTimeOrNull(position), position);
  }

  public @Nullable LocalDate dateOrNull(int position) throws SQLException {
    if (!sqlite) {
      return result.getObject(position, LocalDate.class);
    }
    String text = result.getString(position);
    return text == null ? null : SqliteTime.date(text);
  }

  public LocalDate dateAt(int position) throws SQLException {
    return present(dateOrNull(position), position);
  }

  public @Nullable LocalTime timeOrNull(int position) throws SQLException {
    if (!sqlite) {
      return result.getObject(position, LocalTime.class);
    }
    String text = result.getString(position);
    return text == null ? null : SqliteTime.time(text);
  }

  public LocalTime timeAt(int position) throws SQLException {
    return present(timeOrNull(position), position);
  }

  public @Nullable OffsetDateTime offsetDateTimeOrNull(int position) throws SQLException {
    if (!sqlite) {
      return result.getObject(position, OffsetDateTime.class);
    }
    String text = result.getString(position);
    return text == null ? null : SqliteTime.offsetDateTime(text);
  }

  public OffsetDateTime offsetDateTimeAt(int position) throws SQLException {
    return present(offsetDateTimeOrNull(position), position);
  }

  /** A value as the driver gives it. */
  public @Nullable Object rawOrNull(int position) throws SQLException {
    return result.getObject(position);
  }

  /** A value of any other type, through the converter of its jOOQ field. */
  public <T> @Nullable T valueOrNull(int position, Field<T> field) throws SQLException {
    return convert(position, field.getConverter());
  }

  /** A value of any other type, through the converter of its jOOQ field. */
  public <T> T valueAt(int position, Field<T> field) throws SQLException {
    return present(valueOrNull(position, field), position);
  }

  private <S, T> @Nullable T convert(int position, Converter<S, T> converter) throws SQLException {
    Object raw = raw(position, converter.fromType());
    return converter.from(org.jooq.impl.DSL.val(raw, converter.fromType()).getValue());
  }

  private @Nullable Object raw(int position, Class<?> type) throws SQLException {
    if (type == Long.class) {
      return longOrNull(position);
    } else if (type == Integer.class) {
      return intOrNull(position);
    } else if (type == Short.class) {
      return shortOrNull(position);
    } else if (type == Byte.class) {
      return byteOrNull(position);
    } else if (type == Double.class) {
      return doubleOrNull(position);
    } else if (type == Float.class) {
      return floatOrNull(position);
    } else if (type == Boolean.class) {
      return booleanOrNull(position);
    } else if (type == String.class) {
      return stringOrNull(position);
    } else if (type == byte[].class) {
      return bytesOrNull(position);
    } else if (type == BigDecimal.class) {
      return decimalOrNull(position);
    } else if (type == BigInteger.class) {
      BigDecimal decimal = decimalOrNull(position);
      return decimal == null ? null : decimal.toBigInteger();
    }
    return temporal(position, type);
  }

  private @Nullable Object temporal(int position, Class<?> type) throws SQLException {
    if (type == LocalDateTime.class) {
      return dateTimeOrNull(position);
    } else if (type == LocalDate.class) {
      return dateOrNull(position);
    } else if (type == LocalTime.class) {
      return timeOrNull(position);
    } else if (type == OffsetDateTime.class) {
      return offsetDateTimeOrNull(position);
    } else if (type == Instant.class) {
      OffsetDateTime value = offsetDateTimeOrNull(position);
      return value == null ? null : value.toInstant();
    } else if (type == UUID.class && sqlite) {
      String text = result.getString(position);
      return text == null ? null : UUID.fromString(text);
    }
    return result.getObject(position);
  }

  private static <T> T present(@Nullable T value, int position) {
    if (value == null) {
      throw new DataTypeException(
          "column " + position + " of the result is NULL, although the schema says NOT NULL");
    }
    return value;
  }
}
