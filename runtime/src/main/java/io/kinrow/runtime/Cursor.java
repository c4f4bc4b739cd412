package io.kinrow.runtime;

import io.kinrow.runtime.internal.query.Place;

/**
 * A place between two rows of an ordered query: the sort values of a row, and whether the place is
 * before or after that row. Its {@link #token()} can be sent in a URL or stored in a file; {@link
 * #of} turns it back into a cursor. A cursor belongs to one order of one table: any other query
 * refuses it. Immutable.
 *
 * <p>A token is neither secret nor signed: anyone who can read it sees the sort values, and a
 * forged token leads to a different place among the same rows, never to rows that the query
 * excludes.
 */
public final class Cursor {

  private final Place place;

  Cursor(Place place) {
    this.place = place;
  }

  Place place() {
    return place;
  }

  /**
   * Returns the cursor that a token stands for.
   *
   * @throws IllegalArgumentException if the text is not the complete and unchanged token of a
   *     cursor
   */
  public static Cursor of(String token) {
    return new Cursor(Place.of(Given.present(token, "a cursor", "the token", "it is null")));
  }

  /** Returns the cursor as a text of letters, digits, '-' and '_'. */
  public String token() {
    return place.token();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cursor that && place.equals(that.place);
  }

  @Override
  public int hashCode() {
    return place.hashCode();
  }

  @Override
  public String toString() {
    return token();
  }
}
