package io.kinrow.runtime;

import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a query's rows, and whether another one follows. Pages are counted from 1. A {@link
 * Page} also knows how many rows there are in total, which takes a second statement.
 *
 * <pre>{@code
 * UncountedPage<Post> page = blog.posts().orderBy(POSTS.CREATED_AT.desc()).uncountedPage(2, 20);
 * page.forEach(post -> …);
 * if (page.hasNext()) …
 * }</pre>
 *
 * @param rows the rows of this page, unmodifiable
 * @param number the number of this page, starting at 1
 * @param size the maximum number of rows on a page
 * @param hasNext whether a page follows this one
 */
public record UncountedPage<E>(List<E> rows, int number, int size, boolean hasNext)
    implements Iterable<E> {

  /** Creates a page with a copy of the rows. */
  public UncountedPage {
    rows = List.copyOf(rows);
  }

  /** Returns whether a page precedes this one. */
  public boolean hasPrevious() {
    return number > 1;
  }

  /** Returns the same page with its rows converted by a function. */
  public <T> UncountedPage<T> map(Function<? super E, ? extends T> mapper) {
    return new UncountedPage<>(rows.stream().<T>map(mapper).toList(), number, size, hasNext);
  }

  @Override
  public Iterator<E> iterator() {
    return rows.iterator();
  }
}
