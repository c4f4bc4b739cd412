package io.kinrow.runtime.entity;

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
  private final int inverse;
  private volatile boolean wired;

  Children(T[] all, int from, int to, Kin kin, int inverse) {
    this.all = all;
    this.from = from;
    this.to = to;
    this.kin = kin;
    this.inverse = inverse;
  }

  /** Lets the children know the parent through which they were reached. */
  void wire(Object parent) {
    if (!wired) {
      kin.wire(inverse, from, to, parent);
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
