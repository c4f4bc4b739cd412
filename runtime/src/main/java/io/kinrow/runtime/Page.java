package io.kinrow.runtime;

import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a query's rows, and how many rows there are in total. Pages are counted from 1.
 *
 * <pre>{@code
 * Page<Post> page = blog.posts().orderBy(POSTS.CREATED_AT.desc()).page(2, 20);
 * page.forEach(post -> …);
 * if (page.hasNext()) …
 * }</pre>
 *
 * @param rows the rows of this page, unmodifiable
 * @param number the number of this page, starting at 1
 * @param size the maximum number of rows on a page
 * @param total the number of rows on all pages
 */
public record Page<E>(List<E> rows, int number, int size, long total) implements Iterable<E> {

  /** Creates a page with a copy of the rows. */
  public Page {
    rows = List.copyOf(rows);
  }

  /** Returns how many pages there are, at least 1. */
  public long pages() {
    return Math.max(1, (total + size - 1) / size);
  }

  /** Returns whether a page follows this one. */
  public boolean hasNext() {
    return number < pages();
  }

  /** Returns whether a page precedes this one. */
  public boolean hasPrevious() {
    return number > 1;
  }

  /** Returns the same page with its rows converted by a function. */
  public <T> Page<T> map(Function<? super E, ? extends T> mapper) {
    return new Page<>(rows.stream().<T>map(mapper).toList(), number, size, total);
  }

  @Override
  public Iterator<E> iterator() {
    return rows.iterator();
  }
}
