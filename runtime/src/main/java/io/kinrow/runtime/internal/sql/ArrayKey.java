package io.kinrow.runtime.internal.sql;

import java.util.Arrays;

/**
 * A key that is one array, so that keys of equal elements are equal objects.
 *
 * @param elements the array
 */
@SuppressWarnings("ArrayRecordComponent") // equality is that of the elements
public record ArrayKey(Object[] elements) {

  @Override
  public boolean equals(Object other) {
    return other instanceof ArrayKey key && Arrays.deepEquals(elements, key.elements);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(elements);
  }

  @Override
  public String toString() {
    return Arrays.deepToString(elements);
  }
}
