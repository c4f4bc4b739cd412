package io.kinrow.runtime.internal.entity;

import java.util.AbstractList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Places of whole numbers, which are equal where the database says so: a hash table of longs. */
final class WholeKeyPlaces extends KeyPlaces {

  private final long[] keys;

  /** For each hash the place of a key and 1; 0 where there is none. */
  private final int[] table;

  private int size;

  WholeKeyPlaces(int most) {
    keys = new long[most];
    table = new int[Integer.highestOneBit(Math.max(1, most)) << 2];
  }

  /** Where a key stands in the table, or where it would. */
  private int slot(long key) {
    int mask = table.length - 1;
    long mixed = key * 0x9E3779B97F4A7C15L; // Fibonacci hashing: Knuth, TAOCP 3, 6.4
    int slot = (int) (mixed >>> 32) & mask;
    while (table[slot] != 0 && keys[table[slot] - 1] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  @Override
  int add(long key) {
    int slot = slot(key);
    if (table[slot] == 0) {
      keys[size++] = key;
      table[slot] = size;
    }
    return table[slot] - 1;
  }

  @Override
  int find(long key) {
    return table[slot(key)] - 1;
  }

  @Override
  public int add(Object key) {
    return add(((Long) key).longValue());
  }

  @Override
  public int find(Object key) {
    return find(((Long) key).longValue());
  }

  @Override
  public List<Object> keys() {
    return new AbstractList<>() {
      @Override
      public Object get(int place) {
        return keys[place];
      }

      @Override
      public int size() {
        return size;
      }
    };
  }

  @Override
  List<List<Object>> layers() {
    return List.of(keys());
  }

  @Override
  public int room() {
    return size;
  }

  @Override
  public void share(@Nullable Object[] found) {
    // equal numbers have one place
  }

  @Override
  List<Object> doubtful(@Nullable Object[] found) {
    return List.of();
  }
}
