package io.kinrow.runtime.internal.entity;

import java.util.BitSet;

/** A set of columns, by position: those that a copy of an entity or a draft has set. Immutable. */
public final class Changes {

  /** No column. */
  public static final Changes NONE = new Changes(new BitSet());

  private final BitSet columns;

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

  /** The positions, ascending. */
  public int[] positions() {
    int[] positions = new int[columns.cardinality()];
    int column = -1;
    for (int i = 0; i < positions.length; i++) {
      column = columns.nextSetBit(column + 1);
      positions[i] = column;
    }
    return positions;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Changes that && columns.equals(that.columns);
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
