package io.kinrow.runtime.internal.dialect;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Configuration;
import org.jooq.DataType;
import org.jooq.EnumType;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.XML;
import org.jooq.impl.SQLDataType;
import org.jooq.types.UNumber;
import org.jspecify.annotations.Nullable;

/** Values of engines whose columns have types, as JDBC 4.2 reads and binds them. */
class StandardValues extends Values {

  static final StandardValues INSTANCE = new StandardValues();

  private static final Map<Class<?>, String> SQL_TYPES =
      Map.of(
          Long.class, "bigint",
          Integer.class, "int",
          Short.class, "smallint",
          Double.class, "double precision",
          Float.class, "real",
          Boolean.class, "boolean",
          BigDecimal.class, "numeric",
          UUID.class, "uuid");

  /** Types whose values come back as they were given. */
  private static final Set<Class<?>> AS_GIVEN =
      Set.of(
          Long.class,
          Integer.class,
          Short.class,
          Byte.class,
          BigInteger.class,
          Boolean.class,
          UUID.class,
          LocalDate.class);

  /** Types of columns that keep any text up to their length. */
  private static final List<DataType<String>> TEXTS =
      List.of(
          SQLDataType.VARCHAR,
          SQLDataType.LONGVARCHAR,
          SQLDataType.CLOB,
          SQLDataType.NVARCHAR,
          SQLDataType.LONGNVARCHAR,
          SQLDataType.NCLOB);

  /** Digits of a fraction of a second that every engine keeps. */
  private static final int MICROS = 6;

  StandardValues() {}

  private static void refuseNull(ResultSet result, int position) throws SQLException {
    if (result.wasNull()) {
      throw UnfitValueException.isNull(position);
    }
  }

  @Override
  public long longAt(ResultSet result, int position) throws SQLException {
    long value = result.getLong(position);
    if (value == 0) {
      refuseNull(result, position);
    }
    return value;
  }

  @Override
  public int intAt(ResultSet result, int position) throws SQLException {
    int value = result.getInt(position);
    if (value == 0) {
      refuseNull(result, position);
    }
    return value;
  }

  @Override
  public short shortAt(ResultSet result, int position) throws SQLException {
    short value = result.getShort(position);
    if (value == 0) {
      refuseNull(result, position);
    }
    return value;
  }

  @Override
  public byte byteAt(ResultSet result, int position) throws SQLException {
    byte value = result.getByte(position);
    if (value == 0) {
      refuseNull(result, position);
    }
    return value;
  }

  @Override
  public double doubleAt(ResultSet result, int position) throws SQLException {
    double value = result.getDouble(position);
    if (value == 0) {
      refuseNull(result, position);
    }
    return value;
  }

  @Override
  public float floatAt(ResultSet result, int position) throws SQLException {
    float value = result.getFloat(position);
    if (value == 0) {
      refuseNull(result, position);
    }
    return value;
  }

  @Override
  public boolean booleanAt(ResultSet result, int position) throws SQLException {
    boolean value = result.getBoolean(position);
    if (!value) {
      refuseNull(result, position);
    }
    return value;
  }

  @Override
  public @Nullable Long longOrNull(ResultSet result, int position) throws SQLException {
    long value = result.getLong(position);
    return (value == 0 && result.wasNull()) ? null : (Long) value;
  }

  @Override
  public @Nullable Integer intOrNull(ResultSet result, int position) throws SQLException {
    int value = result.getInt(position);
    return (value == 0 && result.wasNull()) ? null : (Integer) value;
  }

  @Override
  public @Nullable Short shortOrNull(ResultSet result, int position) throws SQLException {
    short value = result.getShort(position);
    return (value == 0 && result.wasNull()) ? null : (Short) value;
  }

  @Override
  public @Nullable Byte byteOrNull(ResultSet result, int position) throws SQLException {
    byte value = result.getByte(position);
    return (value == 0 && result.wasNull()) ? null : (Byte) value;
  }

  @Override
  public @Nullable Double doubleOrNull(ResultSet result, int position) throws SQLException {
    double value = result.getDouble(position);
    return (value == 0 && result.wasNull()) ? null : (Double) value;
  }

  @Override
  public @Nullable Float floatOrNull(ResultSet result, int position) throws SQLException {
    float value = result.getFloat(position);
    return (value == 0 && result.wasNull()) ? null : (Float) value;
  }

  @Override
  public @Nullable Boolean booleanOrNull(ResultSet result, int position) throws SQLException {
    boolean value = result.getBoolean(position);
    return (!value && result.wasNull()) ? null : (Boolean) value;
  }

  @Override
  public @Nullable String string(ResultSet result, int position) throws SQLException {
    return result.getString(position);
  }

  @Override
  public byte @Nullable [] bytes(ResultSet result, int position) throws SQLException {
    return result.getBytes(position);
  }

  @Override
  public @Nullable BigDecimal decimal(ResultSet result, int position) throws SQLException {
    return result.getBigDecimal(position);
  }

  @Override
  public @Nullable LocalDateTime dateTime(ResultSet result, int position) throws SQLException {
    return result.getObject(position, LocalDateTime.class);
  }

  @Override
  public @Nullable LocalDate date(ResultSet result, int position) throws SQLException {
    return result.getObject(position, LocalDate.class);
  }

  @Override
  public @Nullable LocalTime time(ResultSet result, int position) throws SQLException {
    return result.getObject(position, LocalTime.class);
  }

  @Override
  public @Nullable OffsetDateTime offsetDateTime(ResultSet result, int position)
      throws SQLException {
    return result.getObject(position, OffsetDateTime.class);
  }

  @Override
  @Nullable Object other(ResultSet result, int position, Class<?> type) throws SQLException {
    if (type == BigInteger.class) {
      BigDecimal decimal = decimal(result, position);
      return decimal == null ? null : decimal.toBigIntegerExact();
    } else if (type == Instant.class) {
      OffsetDateTime value = result.getObject(position, OffsetDateTime.class);
      return value == null ? null : value.toInstant();
    } else if (type == OffsetTime.class) { // the driver's own choice loses the offset
      return result.getObject(position, OffsetTime.class);
    }
    return result.getObject(position);
  }

  /** Bytes, and for all else the text that jOOQ converts back to the column's type. */
  @Override
  public @Nullable String sortValue(ResultSet result, int position) throws SQLException {
    Object raw = result.getObject(position);
    if (raw == null) {
      return null;
    }
    return raw instanceof byte[] bytes
        ? "b" + HexFormat.of().formatHex(bytes)
        : "t" + string(result, position);
  }

  @Override
  public @Nullable Object stored(@Nullable Object value) {
    if (value instanceof String text) {
      return wellFormed(text);
    }
    return value;
  }

  @Override
  public Configuration jooq(Configuration configuration) {
    return configuration.deriveAppending(new WholeValues());
  }

  /**
   * Decimals take the column's scale, times its precision and UTC, {@code char(n)} its length, and
   * {@code varchar(n)} loses blanks beyond its length. A domain says nothing certain of its type.
   */
  @Override
  boolean respells(Object value, DataType<?> type) {
    if (AS_GIVEN.contains(value.getClass()) || value instanceof EnumType) {
      return false;
    } else if (value instanceof Double || value instanceof Float) {
      return ((Number) value).doubleValue() == 0; // some engines know no -0.0
    } else if (value instanceof byte[]) {
      return type.getSQLDataType() == SQLDataType.BINARY;
    } else if (type.getDomain() != null) {
      return true;
    } else if (value instanceof String text) {
      return !isKept(text, type);
    } else if (value instanceof BigDecimal decimal) {
      return decimal.scale() < 0 || (type.scaleDefined() && decimal.scale() != type.scale());
    } else if (value instanceof OffsetDateTime time) {
      return !time.getOffset().equals(ZoneOffset.UTC) || isFiner(time, type);
    } else if (value instanceof LocalDateTime
        || value instanceof LocalTime
        || value instanceof OffsetTime) {
      return isFiner((Temporal) value, type);
    }
    return true;
  }

  /** Whether a column of text keeps a text as it is. */
  boolean isKept(String text, DataType<?> type) {
    DataType<?> base = type.getSQLDataType();
    return base != null
        && TEXTS.contains(base)
        && (!type.lengthDefined() || text.length() <= type.length());
  }

  /** Without a precision, no more than whole seconds are certain. */
  private static boolean isFiner(Temporal time, DataType<?> type) {
    int nanos = time.get(ChronoField.NANO_OF_SECOND);
    int digits = type.precisionDefined() ? Math.min(type.precision(), MICROS) : 0;
    return BigDecimal.valueOf(nanos, 9).stripTrailingZeros().scale() > digits;
  }

  @Override
  public void bind(PreparedStatement statement, int at, @Nullable Object stored)
      throws SQLException {
    if (stored instanceof String text) {
      statement.setString(at, text);
    } else if (stored instanceof Long number) {
      statement.setLong(at, number);
    } else if (stored instanceof Integer number) {
      statement.setInt(at, number);
    } else if (stored == null) {
      statement.setNull(at, Types.NULL);
    } else if (stored instanceof byte[] bytes) {
      statement.setBytes(at, bytes);
    } else if (stored instanceof Instant instant) {
      statement.setObject(at, instant.atOffset(ZoneOffset.UTC));
    } else if (stored instanceof UNumber number) {
      statement.setBigDecimal(at, new BigDecimal(number.toBigInteger()));
    } else if (stored instanceof BigInteger number) {
      statement.setBigDecimal(at, new BigDecimal(number));
    } else {
      bindOther(statement, at, stored);
    }
  }

  private static void bindOther(PreparedStatement statement, int at, Object value)
      throws SQLException {
    if (value instanceof Untyped text) {
      statement.setObject(at, text.text(), Types.OTHER);
    } else if (value instanceof JSONB json) {
      statement.setString(at, json.data());
    } else if (value instanceof JSON json) {
      statement.setString(at, json.data());
    } else if (value instanceof XML xml) {
      statement.setString(at, xml.data());
    } else if (value instanceof EnumType literal) {
      statement.setString(at, literal.getLiteral());
    } else if (value instanceof Object[] array) {
      String type = SQL_TYPES.getOrDefault(array.getClass().getComponentType(), "text");
      statement.setArray(at, statement.getConnection().createArrayOf(type, array));
    } else {
      statement.setObject(at, value);
    }
  }
}
