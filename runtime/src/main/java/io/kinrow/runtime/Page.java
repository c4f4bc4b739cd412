package io.kinrow.runtime;

import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a query's rows, counted from 1, and how many rows there are in all.
 *
 * <pre>{@code
 * Page<Post> page = blog.posts().orderBy(POSTS.CREATED_AT.desc()).page(2, 20);
 * page.forEach(post -> …);
 * if (page.hasNext()) …
 * }</pre>
 *
 * @param rows the rows of this page, unmodifiable
 * @param number number of this page, from 1
 * @param size most rows that a page has
 * @param total rows of all pages
 */
public record Page<E>(List<E> rows, int number, int size, long total) implements Iterable<E> {

  /** A page of a copy of the rows. */
  public Page {
    rows = List.copyOf(rows);
  }

  /** How many pages there are, at least 1. */
  public long pages() {
    return Math.max(1, (total + size - 1) / size);
  }

  /** Whether a page follows. */
  public boolean hasNext() {
    return number < pages();
  }

  /** Whether a page precedes. */
  public boolean hasPrevious() {
    return number > 1;
  }

  /** The same page of other rows. */
  public <T> Page<T> map(Function<? super E, ? extends T> mapper) {
    return new Page<>(rows.stream().<T>map(mapper).toList(), number, size, total);
  }

  @Override
  public Iterator<E> iterator() {
    return rows.iterator();
  }
}
