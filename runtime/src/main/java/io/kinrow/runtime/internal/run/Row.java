package io.kinrow.runtime.internal.run;

import io.kinrow.runtime.internal.dialect.UnfitValueException;
import io.kinrow.runtime.internal.dialect.Values;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.jooq.Converter;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * The current row of a result, read by position. The methods of primitive types, and those that end
 * in {@code At}, are for columns that are NOT NULL; {@code …OrNull} for the others. Called by
 * generated readers. A value that does not fit throws {@link UnfitValueException}.
 */
public class Row {

  private final ResultSet result;
  private final Values values;

  public Row(ResultSet result, Values values) {
    this.result = result;
    this.values = values;
  }

  /** Moves to the next row. */
  public boolean next() throws SQLException {
    return result.next();
  }

  /** A whole number in a column that the schema lets hold nothing else. */
  public long provedLongAt(int position) throws SQLException {
    return values.provedLong(result, position);
  }

  public long longAt(int position) throws SQLException {
    return values.longAt(result, position);
  }

  public int intAt(int position) throws SQLException {
    return values.intAt(result, position);
  }

  public short shortAt(int position) throws SQLException {
    return values.shortAt(result, position);
  }

  public byte byteAt(int position) throws SQLException {
    return values.byteAt(result, position);
  }

  public double doubleAt(int position) throws SQLException {
    return values.doubleAt(result, position);
  }

  public float floatAt(int position) throws SQLException {
    return values.floatAt(result, position);
  }

  public boolean booleanAt(int position) throws SQLException {
    return values.booleanAt(result, position);
  }

  public @Nullable Long longOrNull(int position) throws SQLException {
    return values.longOrNull(result, position);
  }

  public @Nullable Integer intOrNull(int position) throws SQLException {
    return values.intOrNull(result, position);
  }

  public @Nullable Short shortOrNull(int position) throws SQLException {
    return values.shortOrNull(result, position);
  }

  public @Nullable Byte byteOrNull(int position) throws SQLException {
    return values.byteOrNull(result, position);
  }

  public @Nullable Double doubleOrNull(int position) throws SQLException {
    return values.doubleOrNull(result, position);
  }

  public @Nullable Float floatOrNull(int position) throws SQLException {
    return values.floatOrNull(result, position);
  }

  public @Nullable Boolean booleanOrNull(int position) throws SQLException {
    return values.booleanOrNull(result, position);
  }

  public @Nullable String stringOrNull(int position) throws SQLException {
    return values.string(result, position);
  }

  public String stringAt(int position) throws SQLException {
    return present(stringOrNull(position), position);
  }

  public byte @Nullable [] bytesOrNull(int position) throws SQLException {
    return values.bytes(result, position);
  }

  public byte[] bytesAt(int position) throws SQLException {
    return present(bytesOrNull(position), position);
  }

  public @Nullable BigDecimal decimalOrNull(int position) throws SQLException {
    return values.decimal(result, position);
  }

  public BigDecimal decimalAt(int position) throws SQLException {
    return present(decimalOrNull(position), position);
  }

  public @Nullable LocalDateTime dateTimeOrNull(int position) throws SQLException {
    return values.dateTime(result, position);
  }

  public LocalDateTime dateTimeAt(int position) throws SQLException {
    return present(dateTimeOrNull(position), position);
  }

  public @Nullable LocalDate dateOrNull(int position) throws SQLException {
    return values.date(result, position);
  }

  public LocalDate dateAt(int position) throws SQLException {
    return present(dateOrNull(position), position);
  }

  public @Nullable LocalTime timeOrNull(int position) throws SQLException {
    return values.time(result, position);
  }

  public LocalTime timeAt(int position) throws SQLException {
    return present(timeOrNull(position), position);
  }

  public @Nullable OffsetDateTime offsetDateTimeOrNull(int position) throws SQLException {
    return values.offsetDateTime(result, position);
  }

  public OffsetDateTime offsetDateTimeAt(int position) throws SQLException {
    return present(offsetDateTimeOrNull(position), position);
  }

  /** A decimal number with at least as many digits after the point as the column declares. */
  public @Nullable BigDecimal decimalOrNull(int position, int scale) throws SQLException {
    BigDecimal value = values.decimal(result, position);
    return value == null ? null : Values.scaled(value, scale);
  }

  /** A decimal number with at least as many digits after the point as the column declares. */
  public BigDecimal decimalAt(int position, int scale) throws SQLException {
    return present(decimalOrNull(position, scale), position);
  }

  /** The sort value in a column that was selected as one; null for NULL. */
  public @Nullable String sortValueOrNull(int position) throws SQLException {
    return values.sortValue(result, position);
  }

  /** A value as the driver gives it. */
  public @Nullable Object rawOrNull(int position) throws SQLException {
    return result.getObject(position);
  }

  /** A value of any other type, through the converter of its jOOQ field. */
  public <T> @Nullable T valueOrNull(int position, Field<T> field) throws SQLException {
    return convert(position, field.getConverter(), field.getDataType().scale());
  }

  /** A value of any other type, through the converter of its jOOQ field. */
  public <T> T valueAt(int position, Field<T> field) throws SQLException {
    return present(valueOrNull(position, field), position);
  }

  private <S, T> @Nullable T convert(int position, Converter<S, T> converter, int scale)
      throws SQLException {
    Object raw = values.read(result, position, converter.fromType());
    if (raw instanceof BigDecimal decimal) {
      raw = Values.scaled(decimal, scale);
    }
    return converter.from(org.jooq.impl.DSL.val(raw, converter.fromType()).getValue());
  }

  private static <T> T present(@Nullable T value, int position) {
    if (value == null) {
      throw UnfitValueException.isNull(position);
    }
    return value;
  }
}
