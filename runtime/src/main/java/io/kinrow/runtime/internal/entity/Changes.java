package io.kinrow.runtime.internal.entity;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** A set of columns, by position: those that a copy of an entity or a draft has set. Immutable. */
public final class Changes {

  /** No column. */
  public static final Changes NONE = new Changes(new BitSet());

  /** Sets of one column, which most changes are: made once, for the columns of usual tables. */
  private static final Changes[] ONE = new Changes[64];

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
