package io.kinrow.runtime;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Some rows of an ordered query, and the places at both ends from which it goes on (keyset paging).
 *
 * <pre>{@code
 * Query<Post> newest = blog.posts().orderBy(POSTS.CREATED_AT.desc());
 * Slice<Post> first = newest.slice(20);
 * Slice<Post> second = newest.after(first.next().orElseThrow()).slice(20);
 * Slice<Post> back = newest.before(second.previous().orElseThrow()).slice(20);   // the first again
 * }</pre>
 *
 * <p>In the direction that the slice was read in, the place is there only if more rows follow. In
 * the other one it is there unless the slice began at that end of the query: should the rows beyond
 * it have been deleted, it leads to an empty slice.
 *
 * @param rows the rows in the query's order, unmodifiable
 * @param previous the place in front of the first row, for {@link Query#before}; empty where the
 *     query begins
 * @param next the place behind the last row, for {@link Query#after}; empty where the query ends
 */
public record Slice<E>(List<E> rows, Optional<Cursor> previous, Optional<Cursor> next)
    implements Iterable<E> {

  /** A slice of a copy of the rows. */
  public Slice {
    rows = List.copyOf(rows);
  }

  @Override
  public Iterator<E> iterator() {
    return rows.iterator();
  }
}
