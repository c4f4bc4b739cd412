package io.kinrow.runtime.internal.entity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.BitSet;
import java.util.Set;
import java.util.UUID;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/** A set of columns, by position: those that a copy of an entity or a draft has set. Immutable. */
public final class Changes {

  /** No column. */
  public static final Changes NONE = new Changes(new BitSet());

  /** Sets of one column, which most changes are: made once, for the columns of usual tables. */
  private static final Changes[] ONE = new Changes[64];

  /** Types whose values cannot be changed in place, apart from enums and arrays of these. */
  private static final Set<Class<?>> VALUES =
      Set.of(
          String.class,
          Boolean.class,
          Byte.class,
          Short.class,
          Integer.class,
          Long.class,
          Float.class,
          Double.class,
          BigDecimal.class,
          BigInteger.class,
          LocalDate.class,
          LocalTime.class,
          LocalDateTime.class,
          OffsetTime.class,
          OffsetDateTime.class,
          Instant.class,
          UUID.class);

  private final BitSet columns;

  /** Known from the first call that asks for them. */
  private volatile int @Nullable [] positions;

  private Changes(BitSet columns) {
    this.columns = columns;
  }

  /** A copy of a set of positions. */
  public static Changes of(BitSet columns) {
    return columns.isEmpty() ? NONE : new Changes((BitSet) columns.clone());
  }

  /** These columns and one more. */
  public Changes with(int column) {
    if (columns.get(column)) {
      return this;
    }
    return isEmpty() && column < ONE.length ? one(column) : and(column);
  }

  /**
   * The same, unless the column keeps its value. Values are the same if they are equal in Java,
   * arrays if their elements are. An object of another class than the usual ones counts as another
   * value: the one that the column has may have been changed in place.
   */
  public Changes with(int column, @Nullable Object kept, @Nullable Object value) {
    return JsonbText.deepEqual(kept, value) && (value == null || isValue(value.getClass()))
        ? this
        : with(column);
  }

  private static boolean isValue(Class<?> type) {
    if (type.isArray()) {
      Class<?> element = type.getComponentType();
      return element.isPrimitive() || (!element.isArray() && isValue(element));
    }
    return VALUES.contains(type)
        || Enum.class.isAssignableFrom(type)
        || type == JSON.class
        || type == JSONB.class;
  }

  /** Threads that meet here may make one each. */
  private static Changes one(int column) {
    Changes one = ONE[column];
    if (one == null) {
      one = NONE.and(column);
      ONE[column] = one;
    }
    return one;
  }

  private Changes and(int column) {
    BitSet more = (BitSet) columns.clone();
    more.set(column);
    return new Changes(more);
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return columns.isEmpty();
  }

  /** Whether the column is one of them. */
  public boolean contains(int column) {
    return columns.get(column);
  }

  /** The positions, ascending; not to be changed. */
  public int[] positions() {
    int[] known = positions;
    if (known == null) {
      known = columns.stream().toArray();
      positions = known;
    }
    return known;
  }

  @Override
  public boolean equals(Object other) {
    return other == this || (other instanceof Changes that && columns.equals(that.columns));
  }

  @Override
  public int hashCode() {
    return columns.hashCode();
  }

  @Override
  public String toString() {
    return columns.toString();
  }
}
