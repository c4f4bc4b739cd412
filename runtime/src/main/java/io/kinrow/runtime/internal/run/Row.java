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
  private final int before;

  public Row(ResultSet result, Values values) {
    this(result, values, 0);
  }

  private Row(ResultSet result, Values values, int before) {
    this.result = result;
    this.values = values;
    this.before = before;
  }

  /** The same row without some columns at its beginning: the next one has position 1. */
  public Row behind(int columns) {
    return new Row(result, values, before + columns);
  }

  /** The same row, in which a column is not NULL: for what is read without looking. */
  public Row requiring(int position) throws SQLException {
    present(result.getObject(before + position), position);
    return this;
  }

  /** The position of a column of this row, of one in the whole result. */
  public int positionOf(int positionInResult) {
    return positionInResult - before;
  }

  /** Moves to the next row. */
  public boolean next() throws SQLException {
    return result.next();
  }

  /** A whole number in a column that the schema lets hold nothing else. */
  public long provedLongAt(int position) throws SQLException {
    return values.provedLong(result, before + position);
  }

  public long longAt(int position) throws SQLException {
    return values.longAt(result, before + position);
  }

  public int intAt(int position) throws SQLException {
    return values.intAt(result, before + position);
  }

  public short shortAt(int position) throws SQLException {
    return values.shortAt(result, before + position);
  }

  public byte byteAt(int position) throws SQLException {
    return values.byteAt(result, before + position);
  }

  public double doubleAt(int position) throws SQLException {
    return values.doubleAt(result, before + position);
  }

  public float floatAt(int position) throws SQLException {
    return values.floatAt(result, before + position);
  }

  public boolean booleanAt(int position) throws SQLException {
    return values.booleanAt(result, before + position);
  }

  public @Nullable Long longOrNull(int position) throws SQLException {
    return values.longOrNull(result, before + position);
  }

  public @Nullable Integer intOrNull(int position) throws SQLException {
    return values.intOrNull(result, before + position);
  }

  public @Nullable Short shortOrNull(int position) throws SQLException {
    return values.shortOrNull(result, before + position);
  }

  public @Nullable Byte byteOrNull(int position) throws SQLException {
    return values.byteOrNull(result, before + position);
  }

  public @Nullable Double doubleOrNull(int position) throws SQLException {
    return values.doubleOrNull(result, before + position);
  }

  public @Nullable Float floatOrNull(int position) throws SQLException {
    return values.floatOrNull(result, before + position);
  }

  public @Nullable Boolean booleanOrNull(int position) throws SQLException {
    return values.booleanOrNull(result, before + position);
  }

  public @Nullable String stringOrNull(int position) throws SQLException {
    return values.string(result, before + position);
  }

  public String stringAt(int position) throws SQLException {
    return present(stringOrNull(position), position);
  }

  public byte @Nullable [] bytesOrNull(int position) throws SQLException {
    return values.bytes(result, before + position);
  }

  public byte[] bytesAt(int position) throws SQLException {
    return present(bytesOrNull(position), position);
  }

  public @Nullable BigDecimal decimalOrNull(int position) throws SQLException {
    return values.decimal(result, before + position);
  }

  public BigDecimal decimalAt(int position) throws SQLException {
    return present(decimalOrNull(position), position);
  }

  public @Nullable LocalDateTime dateTimeOrNull(int position) throws SQLException {
    return values.dateTime(result, before + position);
  }

  public LocalDateTime dateTimeAt(int position) throws SQLException {
    return present(dateTimeOrNull(position), position);
  }

  public @Nullable LocalDate dateOrNull(int position) throws SQLException {
    return values.date(result, before + position);
  }

  public LocalDate dateAt(int position) throws SQLException {
    return present(dateOrNull(position), position);
  }

  public @Nullable LocalTime timeOrNull(int position) throws SQLException {
    return values.time(result, before + position);
  }

  public LocalTime timeAt(int position) throws SQLException {
    return present(timeOrNull(position), position);
  }

  public @Nullable OffsetDateTime offsetDateTimeOrNull(int position) throws SQLException {
    return values.offsetDateTime(result, before + position);
  }

  public OffsetDateTime offsetDateTimeAt(int position) throws SQLException {
    return present(offsetDateTimeOrNull(position), position);
  }

  /** A decimal number with at least as many digits after the point as the column declares. */
  public @Nullable BigDecimal decimalOrNull(int position, int scale) throws SQLException {
    BigDecimal value = values.decimal(result, before + position);
    return value == null ? null : Values.scaled(value, scale);
  }

  /** A decimal number with at least as many digits after the point as the column declares. */
  public BigDecimal decimalAt(int position, int scale) throws SQLException {
    return present(decimalOrNull(position, scale), position);
  }

  /** The sort value in a column that was selected as one; null for NULL. */
  public @Nullable String sortValueOrNull(int position) throws SQLException {
    return values.sortValue(result, before + position);
  }

  /** A value as the driver gives it. */
  public @Nullable Object rawOrNull(int position) throws SQLException {
    return result.getObject(before + position);
  }

  /** A value of a type that has no method here. */
  public <T> @Nullable T objectOrNull(int position, Class<T> type) throws SQLException {
    return type.cast(values.read(result, before + position, type));
  }

  /** A value of a type that has no method here. */
  public <T> T objectAt(int position, Class<T> type) throws SQLException {
    return present(objectOrNull(position, type), position);
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
    Object raw = values.read(result, before + position, converter.fromType());
    if (raw instanceof BigDecimal decimal) {
      raw = Values.scaled(decimal, scale);
    }
    try {
      return converter.from(org.jooq.impl.DSL.val(raw, converter.fromType()).getValue());
    } catch (UnfitValueException e) {
      throw e.at(before + position);
    }
  }

  private <T> T present(@Nullable T value, int position) {
    if (value == null) {
      throw UnfitValueException.isNull(before + position);
    }
    return value;
  }
}
