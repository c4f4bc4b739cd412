package io.kinrow.runtime.internal.entity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys that rows are looked for by, each once, at a place of its own from 0 on; what is found
 * for them stands in an array in the same places. Not thread-safe.
 */
public abstract sealed class KeyPlaces permits WholeKeyPlaces, AnyKeyPlaces {

  /**
   * Places for keys of some types.
   *
   * @param types the types of the keys' columns, on each side that has them
   * @param most how many keys there can be
   */
  public static KeyPlaces of(int most, Class<?>[]... types) {
    for (Class<?>[] columns : types) {
      if (columns.length > 1 || !Key.isWhole(columns[0])) {
        return new AnyKeyPlaces(most);
      }
    }
    return new WholeKeyPlaces(most);
  }

  /** The place of a key that is looked for, given to it now if it is a new one. */
  public abstract int add(Object key);

  /** The same for a whole number. */
  abstract int add(long key);

  /** The place of the key that a row came back with, or -1 if nobody looks for it. */
  public abstract int find(Object key);

  /** The same for a whole number. */
  abstract int find(long key);

  /** The keys in the order of their places. */
  public abstract List<Object> keys();

  /**
   * The keys in as few parts as it takes that no two of a part differ in case or trailing spaces
   * only: then a row that came back belongs to one key, whatever the column's collation.
   */
  abstract List<List<Object>> layers();

  /** How long the array of what is found has to be. */
  public abstract int room();

  /** Gives keys for which nothing was found what was found for all keys that look like them. */
  public abstract void share(@Nullable Object[] found);

  /**
   * Keys for which nothing was found, although something was for one that differs in case or
   * trailing spaces only: whether the database takes the two for equal is for the database to say.
   */
  abstract List<Object> doubtful(@Nullable Object[] found);
}
