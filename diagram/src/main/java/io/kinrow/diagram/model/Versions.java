package io.kinrow.diagram.model;

import java.util.BitSet;

/** Some of the versions of a history, by their position in it. Immutable. */
public final class Versions {

  /** Each of them, however many there are. */
  public static final Versions ALL = new Versions(new BitSet());

  private final BitSet positions;

  private Versions(BitSet positions) {
    this.positions = positions;
  }

  /** Returns those with these positions. */
  public static Versions of(BitSet positions) {
    return new Versions((BitSet) positions.clone());
  }

  /** Returns ranges, as in {@code 0-2 5}; "" for all. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int from = positions.nextSetBit(0); from >= 0; ) {
      int to = positions.nextClearBit(from) - 1;
      text.append(text.isEmpty() ? "" : " ").append(from);
      if (to > from) {
        text.append('-').append(to);
      }
      from = positions.nextSetBit(to + 1);
    }
    return text.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Versions versions && positions.equals(versions.positions);
  }

  @Override
  public int hashCode() {
    return positions.hashCode();
  }
}
