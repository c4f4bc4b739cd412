package io.kinrow.runtime.internal.entity;

import java.util.Arrays;
import java.util.Objects;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/**
 * Compares values of {@code JSONB} columns by their text, in which the database has one form for
 * equal values. jOOQ's {@code JSONB.equals} parses the text: it throws for whole numbers beyond
 * {@code long}, and takes numbers for equal that differ beyond the digits of a {@code double}.
 * Called by generated code.
 */
public final class JsonbText {

  private JsonbText() {}

  /** The text of a value, which {@code JSONB.toString} would parse too. */
  public static @Nullable String of(@Nullable JSONB value) {
    return value == null ? null : value.data();
  }

  /** Whether two values have the same text, or are both null. */
  public static boolean equal(@Nullable JSONB one, @Nullable JSONB other) {
    return Objects.equals(of(one), of(other));
  }

  /** Whether two arrays have values with the same texts, or are both null. */
  public static boolean equal(JSONB @Nullable [] one, JSONB @Nullable [] other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    return Arrays.equals(one, other, (a, b) -> equal(a, b) ? 0 : 1);
  }

  /** Whether two values of a column are equal, whatever its type. */
  public static boolean deepEqual(@Nullable Object one, @Nullable Object other) {
    if (one instanceof JSONB json && other instanceof JSONB that) {
      return equal(json, that);
    } else if (one instanceof JSONB[] array && other instanceof JSONB[] that) {
      return equal(array, that);
    }
    return Objects.deepEquals(one, other);
  }

  /** A hash code that agrees with {@link #equal(JSONB, JSONB)}. */
  public static int hash(@Nullable JSONB value) {
    return value == null ? 0 : value.data().hashCode();
  }

  /** A hash code that agrees with {@link #equal(JSONB[], JSONB[])}. */
  public static int hash(JSONB @Nullable [] values) {
    int hash = 1;
    if (values != null) {
      for (JSONB value : values) {
        hash = 31 * hash + hash(value);
      }
    }
    return hash;
  }
}
