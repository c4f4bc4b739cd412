package io.kinrow.runtime;

import io.kinrow.runtime.internal.connect.Failures;
import io.kinrow.runtime.internal.entity.Path;
import io.kinrow.runtime.internal.query.Fetch;
import io.kinrow.runtime.internal.query.Select;
import io.kinrow.runtime.internal.query.SliceOrder;
import io.kinrow.runtime.internal.sql.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.OrderField;
import org.jooq.exception.NoDataFoundException;
import org.jooq.exception.TooManyRowsException;
import org.jspecify.annotations.Nullable;

/**
 * A query for entities, with any of jOOQ's conditions and orders, implicit joins along foreign keys
 * included. Immutable: each method returns a new query. Thread-safe.
 *
 * <pre>{@code
 * Page<Post> page = blog.posts()
 *     .where(POSTS.author().NICKNAME.eq("susan").and(POSTS.BODY.contains("jOOQ")))
 *     .orderBy(POSTS.CREATED_AT.desc())
 *     .page(2, 20);
 * }</pre>
 *
 * <p>All methods that run it throw {@link org.jooq.exception.DataAccessException} if the database
 * refuses the statement.
 *
 * @param <E> the entity
 */
public final class Query<E> {

  private final Scope scope;
  private final Select<E> select;

  /** Called by repositories and entities. */
  public Query(Scope scope, Select<E> select) {
    this.scope = scope;
    this.select = select;
  }

  private <T> T given(@Nullable T given, String method, String what) {
    return Given.present(given, select.mapping(), method, what);
  }

  private Query<E> of(Select<E> other) {
    return new Query<>(scope, other);
  }

  /** Only the rows that fulfil these conditions, and those of earlier calls, all of them. */
  public Query<E> where(Condition... conditions) {
    Select<E> narrowed = select;
    for (Condition condition : given(conditions, "where", "the conditions are null")) {
      narrowed =
          narrowed.and(given(condition, "where", "a condition is null; noCondition() is for none"));
    }
    return of(narrowed);
  }

  /**
   * In this order, instead of any earlier one. Without one, in the order that the database likes.
   *
   * @throws IllegalArgumentException after {@code after(…)} or {@code before(…)}, if it is not the
   *     order of their cursor
   */
  public Query<E> orderBy(OrderField<?>... fields) {
    for (OrderField<?> field : given(fields, "orderBy", "the fields are null")) {
      given(field, "orderBy", "a field is null");
    }
    Select<E> ordered = select.withOrder(List.of(fields));
    Cursor place = select.place();
    return of(
        place == null ? ordered : SliceOrder.beyond(scope.core(), ordered, place, select.before()));
  }

  /**
   * At most so many rows.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public Query<E> limit(int rows) {
    return of(select.withLimit((int) notNegative(rows, "limit")));
  }

  /**
   * Without the first so many rows.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public Query<E> offset(long rows) {
    return of(select.withOffset(notNegative(rows, "offset")));
  }

  private static long notNegative(long rows, String what) {
    if (rows < 0) {
      throw new IllegalArgumentException(what + " must not be negative: " + rows);
    }
    return rows;
  }

  /**
   * Loads these relations together with the rows, one statement for each.
   *
   * <pre>{@code
   * blog.users().query().with(User.POSTS.then(Post.REPLIES)).list();
   * }</pre>
   */
  @SafeVarargs
  public final Query<E> with(Path<E, ?>... paths) {
    Query<E> query = this;
    for (Path<E, ?> path : given(paths, "with", "the relations are null")) {
      query = query.with(path);
    }
    return query;
  }

  Query<E> with(Path<E, ?> path) {
    List<Path<E, ?>> all = new ArrayList<>(select.paths());
    all.add(given(path, "with", "a relation is null"));
    return of(select.withPaths(List.copyOf(all)));
  }

  /** What navigation from the rows does when it has not been prefetched. */
  public Query<E> loading(Loading loading) {
    return of(select.withLoading(given(loading, "loading", "the policy is null")));
  }

  /** All rows, unmodifiable. */
  public List<E> list() {
    return Fetch.list(scope, select);
  }

  /**
   * The first of the query's rows; of an unordered query, the one with the smallest primary key.
   */
  public Optional<E> first() {
    Select<E> ordered = select.order().isEmpty() ? select.orderedByKey() : select;
    List<E> rows = Fetch.atMostOne(scope, ordered.atMost(1));
    return rows.stream().findFirst();
  }

  /**
   * The query's only row: of several that fulfil the conditions, {@link #limit} may leave one.
   *
   * @throws NoDataFoundException if there is none
   * @throws TooManyRowsException if there are several
   */
  public E one() {
    List<E> rows = Fetch.atMostOne(scope, select.atMost(2));
    if (rows.isEmpty()) {
      throw new NoDataFoundException("no row of " + select.mapping() + " where " + condition());
    }
    if (rows.size() > 1) {
      throw new TooManyRowsException(
          "several rows of " + select.mapping() + " where " + condition());
    }
    return rows.get(0);
  }

  private String condition() {
    return Failures.shortened(select.condition().toString());
  }

  /**
   * The rows one by one: memory does not grow with their number. Holds a connection until it is
   * read to its end or closed, so use it in a try-with-resources statement.
   *
   * <pre>{@code
   * try (Stream<Post> posts = blog.posts().stream()) {
   *   posts.forEach(post -> out.println(post.author().nickname()));  // a statement every 500 rows
   * }
   * }</pre>
   */
  public Stream<E> stream() {
    return Fetch.stream(scope, select);
  }

  /** How many rows {@link #list} would have, with the query's limit, offset and cursor. */
  public long count() {
    return Fetch.count(scope, select);
  }

  /** Whether {@link #list} would have a row, with the query's limit, offset and cursor. */
  public boolean exists() {
    return Fetch.exists(scope, select);
  }

  /**
   * A page, counted from 1, with the number of rows of all pages: two statements. The primary key
   * is the last thing that the rows are ordered by, so that no row is on two pages or on none;
   * without one, a unique key of NOT NULL columns; in a view or table without either, all columns.
   *
   * @param number number of the page, from 1
   * @param size most rows of a page, at least 1
   * @throws IllegalArgumentException if either is less than 1
   * @throws IllegalStateException if the query has a limit or offset of its own
   */
  public Page<E> page(int number, int size) {
    if (number < 1 || size < 1) {
      throw new IllegalArgumentException(
          "pages and their size count from 1: page " + number + " of " + size + " rows");
    }
    refuseCut("page");
    long offset = (long) (number - 1) * size;
    Select<E> total = select.totallyOrdered(scope.core());
    List<E> rows = Fetch.list(scope, total.withLimit(size).withOffset(offset));
    return new Page<>(rows, number, size, count());
  }

  /**
   * The rows that come after a place that {@link #slice} returned, in the same order, instead of
   * those beyond any earlier place. Does not slow down with the number of rows before it. A row
   * that is there from the first slice to the last comes exactly once, whatever is inserted or
   * deleted between them.
   *
   * @throws IllegalArgumentException if the cursor came from another order or another table
   * @throws IllegalStateException if the order cannot be sliced: see {@link #slice}
   */
  public Query<E> after(Cursor cursor) {
    return of(
        SliceOrder.beyond(
            scope.core(), select, given(cursor, "after", "the cursor is null"), false));
  }

  /**
   * The rows that come before a place that {@link #slice} returned, in the query's own order, as
   * {@link #after} has those that come after it. A slice of them is the one that ends at the place:
   *
   * <pre>{@code
   * Query<Post> newest = blog.posts().orderBy(POSTS.CREATED_AT.desc());
   * Slice<Post> back = newest.before(slice.previous().orElseThrow()).slice(20);
   * }</pre>
   *
   * @throws IllegalArgumentException if the cursor came from another order or another table
   * @throws IllegalStateException if the order cannot be sliced: see {@link #slice}
   */
  public Query<E> before(Cursor cursor) {
    return of(
        SliceOrder.beyond(
            scope.core(), select, given(cursor, "before", "the cursor is null"), true));
  }

  /**
   * At most so many rows, and the places from which the query goes on in both directions: one
   * statement. They are the first rows of the query, or those behind the place of {@link #after},
   * or those in front of the place of {@link #before}. The primary key is the last thing that the
   * rows are ordered by; without one, a unique key of NOT NULL columns.
   *
   * @param size most rows, at least 1
   * @throws IllegalArgumentException if it is less than 1
   * @throws IllegalStateException if the query has a limit or offset of its own, or an order that
   *     does not give each row a place of its own: one of a table or view without a key, by a type
   *     that the database cannot sort, by a random or current value, by an aggregate or a window
   *     function, by an alias, by the position of a column
   */
  public Slice<E> slice(int size) {
    return slice(size, select.before());
  }

  /**
   * The last rows of the query, in its own order, and the place from which it goes on towards its
   * beginning: one statement. Otherwise like {@link #slice}.
   *
   * @param size most rows, at least 1
   * @throws IllegalArgumentException if it is less than 1
   * @throws IllegalStateException like {@link #slice}, and after {@link #after} or {@link #before},
   *     which say themselves where the slice is
   */
  public Slice<E> lastSlice(int size) {
    if (select.place() != null) {
      throw new IllegalStateException(
          "lastSlice(…) is the end of the whole query: leave after(…) and before(…) out");
    }
    return slice(size, true);
  }

  private Slice<E> slice(int size, boolean backwards) {
    if (size < 1) {
      throw new IllegalArgumentException("a slice has at least 1 row: " + size);
    }
    refuseCut("slice");
    return Fetch.slice(scope, SliceOrder.total(scope.core(), select), size, backwards);
  }

  private void refuseCut(String what) {
    if (select.limit() >= 0 || select.offset() > 0) {
      throw new IllegalStateException(
          what + "(…) cuts the result itself: leave limit(…) and offset(…) out");
    }
  }
}
