package io.kinrow.runtime.internal.write;

import io.kinrow.runtime.internal.entity.Changes;
import io.kinrow.runtime.internal.entity.EntityMapping;
import java.util.Arrays;
import java.util.List;

/**
 * What an INSERT does about a row that has the same key. Immutable.
 *
 * @param on positions of the unique columns that decide; empty for any key
 * @param kind what is done
 * @param updated the columns to update, if some were chosen
 */
public record Conflict(List<Integer> on, Kind kind, Changes updated) {

  /** What is done about the row that is there. */
  public enum Kind {
    /** It stays, and the new one is left out. */
    IGNORE,
    /** All columns of the new row are written to it. */
    UPDATE,
    /** Some columns of the new row are written to it. */
    UPDATE_SOME
  }

  /** Leaves out a row that has the same values in these columns; in any key if there are none. */
  public static Conflict ignore(int... on) {
    return new Conflict(positions(on), Kind.IGNORE, Changes.NONE);
  }

  /** Updates the row that has the same values in these columns. */
  public static Conflict update(int... on) {
    return new Conflict(positions(on), Kind.UPDATE, Changes.NONE);
  }

  private static List<Integer> positions(int[] on) {
    return Arrays.stream(on).boxed().toList();
  }

  /** The same that updates only these columns. */
  public Conflict only(int... columns) {
    Changes only = Changes.NONE;
    for (int column : columns) {
      only = only.with(column);
    }
    return new Conflict(on, Kind.UPDATE_SOME, only);
  }

  /** The same, which leaves out the row. */
  public Conflict ignoring() {
    return new Conflict(on, Kind.IGNORE, Changes.NONE);
  }

  /** The same for a row of which some columns were given, and others are filled by rule. */
  Conflict ofGiven(Changes given) {
    return kind == Kind.UPDATE ? new Conflict(on, Kind.UPDATE_SOME, given) : this;
  }

  int[] columns() {
    return on.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The columns to update of those that a row has. */
  int[] updatedOf(Changes given) {
    int[] columns = kind == Kind.UPDATE ? given.positions() : updated.positions();
    return Arrays.stream(columns).filter(column -> !on.contains(column)).toArray();
  }

  /**
   * Checks that a row has the columns that an update needs.
   *
   * @throws IllegalArgumentException if not
   */
  void check(EntityMapping<?> mapping, Changes given) {
    for (int column : on) {
      if (kind != Kind.IGNORE && !given.contains(column)) {
        throw missing(mapping, column, "which identifies the row to update");
      }
    }
    for (int column : updated.positions()) {
      if (!given.contains(column)) {
        throw missing(mapping, column, "which is to be updated if the row is there already");
      }
    }
  }

  private static IllegalArgumentException missing(
      EntityMapping<?> mapping, int column, String why) {
    return new IllegalArgumentException(
        "an upsert of "
            + mapping
            + " needs a value for "
            + mapping.info().columns().get(column)
            + ", "
            + why);
  }
}
