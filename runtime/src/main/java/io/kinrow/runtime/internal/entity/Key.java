package io.kinrow.runtime.internal.entity;

import io.kinrow.runtime.internal.sql.ArrayKey;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/**
 * Key values in the form in which equal keys of the database are equal objects: whole numbers as
 * {@code Long}, whatever the column's type, bytes as {@code ByteBuffer}, a time with an offset in
 * UTC, JSONB as its text, several columns as a list.
 */
public final class Key {

  private Key() {}

  /** Whether keys of a column of this Java type are {@code Long}s. */
  static boolean isWhole(Class<?> type) {
    return type == Long.class || type == Integer.class || type == Short.class || type == Byte.class;
  }

  /** A key of one column. */
  public static @Nullable Object of(@Nullable Object value) {
    if (value == null || value instanceof Long || value instanceof String) {
      return value;
    } else if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      return ((Number) value).longValue();
    } else if (value instanceof BigDecimal decimal) {
      return of(decimal);
    } else if (value instanceof BigInteger whole) {
      return of(new BigDecimal(whole));
    } else if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      if (number == (long) number && number < Long.MAX_VALUE) {
        return (long) number;
      }
      // as the same number of a NUMERIC column
      return Double.isFinite(number) ? of(BigDecimal.valueOf(number)) : (Object) number;
    } else if (value instanceof byte[] bytes) {
      return ByteBuffer.wrap(bytes);
    } else if (value instanceof OffsetDateTime at) {
      return of(at);
    } else if (value instanceof JSONB json) {
      return json.data();
    } else if (value instanceof Object[] array) {
      return new ArrayKey(array);
    }
    return value;
  }

  /** PostgreSQL's infinite times have no neighbours. */
  private static Object of(OffsetDateTime at) {
    return at.equals(OffsetDateTime.MAX) || at.equals(OffsetDateTime.MIN)
        ? at
        : at.withOffsetSameInstant(ZoneOffset.UTC);
  }

  /** As a whole number where it is one: a NUMERIC key may be referred to by an INTEGER. */
  private static Object of(BigDecimal decimal) {
    BigDecimal plain = decimal.stripTrailingZeros();
    if (plain.scale() <= 0 && plain.precision() - plain.scale() <= 19) {
      BigInteger whole = plain.toBigInteger();
      if (whole.bitLength() < Long.SIZE) {
        return whole.longValue();
      }
    }
    return plain;
  }

  /** The key of one column or of several; null when one of them is. */
  public static @Nullable Object ofAll(@Nullable Object[] values) {
    return values.length == 1 ? of(values[0]) : of(values);
  }

  /** The key of several columns; null when one of them is, as SQL's MATCH SIMPLE has it. */
  public static @Nullable Object of(@Nullable Object... values) {
    Object[] parts = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      Object part = of(values[i]);
      if (part == null) {
        return null;
      }
      parts[i] = part;
    }
    return List.of(parts);
  }
}
