package io.kinrow.runtime.internal.entity;

import java.util.AbstractList;
import java.util.RandomAccess;

/**
 * The rows that refer to one parent: a range of those loaded for all parents. Immutable for whoever
 * gets it.
 */
final class Children<T> extends AbstractList<T> implements RandomAccess {

  private final T[] all;
  private final int from;
  private final int to;
  private final Kin kin;
  private final int first;
  private final int inverse;
  private volatile boolean wired;

  /**
   * @param first where the rows begin in their kin
   * @param inverse the relation that leads back, or -1 if it may lead elsewhere
   */
  Children(T[] all, int from, int to, Kin kin, int first, int inverse) {
    this.all = all;
    this.from = from;
    this.to = to;
    this.kin = kin;
    this.first = first;
    this.inverse = inverse;
  }

  /** Lets the children know the parent through which they were reached. */
  void wire(Object parent) {
    if (!wired && inverse >= 0) {
      kin.wire(inverse, first + from, first + to, parent);
      wired = true;
    }
  }

  @Override
  public T get(int index) {
    if (index < 0 || index >= to - from) {
      throw new IndexOutOfBoundsException(index + " of " + (to - from));
    }
    return all[from + index];
  }

  @Override
  public int size() {
    return to - from;
  }
}
