package io.kinrow.runtime;

import io.kinrow.runtime.internal.entity.RecordMapping;
import io.kinrow.runtime.internal.query.Fetch;
import io.kinrow.runtime.internal.query.Select;
import io.kinrow.runtime.internal.query.SliceOrder;
import io.kinrow.runtime.internal.sql.Scope;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.exception.NoDataFoundException;
import org.jooq.exception.TooManyRowsException;

/**
 * A query whose rows become records: what {@link Query#select} returns. It finds the same rows as
 * the query, in the same order, but selects only the columns that the record needs. Immutable and
 * thread-safe.
 *
 * <pre>{@code
 * Page<PostSummary> page =
 *     blog.posts().orderBy(POSTS.CREATED_AT.desc()).select(PostSummary.class).page(2, 20);
 * }</pre>
 *
 * <p>Each method takes one statement, and one more for each component that is a list; {@link #page}
 * takes one more to count the rows. Rows of relations are joined with LEFT JOIN, so that a foreign
 * key without a row takes no row from the result.
 *
 * <p>All methods throw {@link org.jooq.exception.DataAccessException} if the database refuses the
 * statement, {@link org.jooq.exception.DataTypeException} if a stored value is not what its
 * column's type says, and {@link NoDataFoundException} if a foreign key that is not enforced
 * references a row that does not exist, and the component for that row is neither {@code Optional}
 * nor {@code @Nullable}.
 *
 * @param <R> the record
 */
public final class Projected<R> {

  private final Scope scope;
  private final Rows<?, R> rows;

  private Projected(Scope scope, Rows<?, R> rows) {
    this.scope = scope;
    this.rows = rows;
  }

  static <E, R> Projected<R> of(Scope scope, Select<E> select, RecordMapping<E, R> records) {
    return new Projected<>(scope, new Rows<>(select, records));
  }

  /** Which rows, and what they become. */
  private record Rows<E, R>(Select<E> select, RecordMapping<E, R> records) {

    List<R> list(Scope scope) {
      return Fetch.list(scope, select, records);
    }

    Rows<E, R> with(Select<E> other) {
      return new Rows<>(other, records);
    }

    Rows<E, R> first(Scope scope) {
      Select<E> ordered = select.order().isEmpty() ? select.withFirst(scope.core()) : select;
      return with(ordered.atMost(1));
    }

    Rows<E, R> atMostTwo() {
      return with(select.atMost(2));
    }

    Page<R> page(Scope scope, int number, int size) {
      Cut.requirePage(select, "page", number, size);
      Select<E> total = select.totallyOrdered(scope.core());
      long offset = (long) (number - 1) * size;
      List<R> page = with(total.withLimit(size).withOffset(offset)).list(scope);
      return new Page<>(page, number, size, Fetch.count(scope, select));
    }

    Slice<R> slice(Scope scope, int size, boolean backwards) {
      Cut.requireSlice(select, size);
      return Cut.slice(
          Fetch.slice(scope, SliceOrder.total(scope.core(), select), size, backwards, records));
    }

    Stream<R> stream(Scope scope) {
      return Fetch.stream(scope, select, records);
    }

    String where() {
      return select.mapping() + " where " + Cut.condition(select);
    }
  }

  /** Returns all rows, as an unmodifiable list. */
  public List<R> list() {
    return rows.list(scope);
  }

  /**
   * Returns the first of the query's rows; for an unordered query, the one with the smallest
   * primary key.
   */
  public Optional<R> first() {
    return rows.first(scope).list(scope).stream().findFirst();
  }

  /**
   * Returns the query's only row. If several rows meet the conditions, {@link Query#limit} can
   * reduce them to one.
   *
   * @throws NoDataFoundException if there is no row
   * @throws TooManyRowsException if there are several rows
   */
  public R one() {
    List<R> found = rows.atMostTwo().list(scope);
    if (found.isEmpty()) {
      throw new NoDataFoundException("no row of " + rows.where());
    }
    if (found.size() > 1) {
      throw new TooManyRowsException("several rows of " + rows.where());
    }
    return found.get(0);
  }

  /**
   * Returns the rows one by one, so that memory use does not grow with their number; lists are read
   * for 500 rows at a time. Like {@link Query#stream}, the stream holds a connection until it is
   * read to its end or closed.
   */
  public Stream<R> stream() {
    return rows.stream(scope);
  }

  /**
   * Returns a page together with the number of rows on all pages, like {@link Query#page}.
   *
   * @param number number of the page, starting at 1
   * @param size maximum number of rows on a page, at least 1
   * @throws IllegalArgumentException if either is less than 1
   * @throws IllegalStateException like {@link Query#page}
   */
  public Page<R> page(int number, int size) {
    return rows.page(scope, number, size);
  }

  /**
   * Returns at most this many rows, and the places from which the query continues in both
   * directions, like {@link Query#slice}. Give a place to {@link Query#after} or {@link
   * Query#before}, before {@link Query#select}.
   *
   * @param size maximum number of rows, at least 1
   * @throws IllegalArgumentException if the size is less than 1
   * @throws IllegalStateException like {@link Query#slice}
   */
  public Slice<R> slice(int size) {
    return rows.slice(scope, size, rows.select().before());
  }

  /**
   * Returns the last rows of the query, in its own order, like {@link Query#lastSlice}.
   *
   * @param size maximum number of rows, at least 1
   * @throws IllegalArgumentException if the size is less than 1
   * @throws IllegalStateException like {@link Query#lastSlice}
   */
  public Slice<R> lastSlice(int size) {
    Cut.requireNoPlace(rows.select());
    return rows.slice(scope, size, true);
  }
}
