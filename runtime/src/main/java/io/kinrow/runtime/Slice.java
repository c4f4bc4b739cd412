package io.kinrow.runtime;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Some rows of an ordered query, and the places at both ends from which it continues (keyset
 * paging).
 *
 * <pre>{@code
 * Query<Post> newest = blog.posts().orderBy(POSTS.CREATED_AT.desc());
 * Slice<Post> first = newest.slice(20);
 * Slice<Post> second = newest.after(first.next().orElseThrow()).slice(20);
 * Slice<Post> back = newest.before(second.previous().orElseThrow()).slice(20);   // the first again
 * }</pre>
 *
 * <p>In the direction in which the slice was read, the place is present only if more rows follow.
 * In the other direction it is present unless the slice began at that end of the query: if the rows
 * beyond it have been deleted, it leads to an empty slice.
 *
 * @param rows the rows in the query's order, unmodifiable
 * @param previous the place before the first row, for {@link Query#before}; empty at the beginning
 *     of the query
 * @param next the place after the last row, for {@link Query#after}; empty at the end of the query
 */
public record Slice<E>(List<E> rows, Optional<Cursor> previous, Optional<Cursor> next)
    implements Iterable<E> {

  /** Creates a slice with a copy of the rows. */
  public Slice {
    rows = List.copyOf(rows);
  }

  @Override
  public Iterator<E> iterator() {
    return rows.iterator();
  }
}
