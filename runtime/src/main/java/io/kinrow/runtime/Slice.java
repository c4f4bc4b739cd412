package io.kinrow.runtime;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Some rows of an ordered query, and the cursor from which the next ones follow (keyset paging).
 *
 * <pre>{@code
 * Slice<Post> first = blog.posts().orderBy(POSTS.CREATED_AT.desc()).slice(20);
 * Slice<Post> second = blog.posts().orderBy(POSTS.CREATED_AT.desc())
 *     .after(first.next().orElseThrow()).slice(20);
 * }</pre>
 *
 * @param rows the rows, unmodifiable
 * @param next where the next rows begin; empty after the last row
 */
public record Slice<E>(List<E> rows, Optional<Cursor> next) implements Iterable<E> {

  /** A slice of a copy of the rows. */
  public Slice {
    rows = List.copyOf(rows);
  }

  @Override
  public Iterator<E> iterator() {
    return rows.iterator();
  }
}
