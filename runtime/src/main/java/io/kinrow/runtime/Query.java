package io.kinrow.runtime;

import io.kinrow.runtime.internal.entity.RecordMapping;
import io.kinrow.runtime.internal.entity.Steps;
import io.kinrow.runtime.internal.query.Fetch;
import io.kinrow.runtime.internal.query.Place;
import io.kinrow.runtime.internal.query.Select;
import io.kinrow.runtime.internal.query.SliceOrder;
import io.kinrow.runtime.internal.sql.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jetbrains.annotations.ApiStatus;
import org.jooq.Condition;
import org.jooq.OrderField;
import org.jooq.exception.NoDataFoundException;
import org.jooq.exception.TooManyRowsException;
import org.jspecify.annotations.Nullable;

/**
 * A query for entities, with any of jOOQ's conditions and orders, including implicit joins along
 * foreign keys. Immutable: each method returns a new query. Thread-safe.
 *
 * <pre>{@code
 * Page<Post> page = blog.posts()
 *     .where(POSTS.author().NICKNAME.eq("susan").and(POSTS.BODY.contains("jOOQ")))
 *     .orderBy(POSTS.CREATED_AT.desc())
 *     .page(2, 20);
 * }</pre>
 *
 * <p>All methods that run the query throw {@link org.jooq.exception.DataAccessException} if the
 * database refuses the statement.
 *
 * @param <E> the entity
 */
public final class Query<E> {

  private final Scope scope;
  private final Select<E> select;

  /**
   * Called by repositories and entities.
   *
   * @hidden
   */
  @ApiStatus.Internal
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

  /** Narrows the query to rows that meet all of these conditions and all those of earlier calls. */
  public Query<E> where(Condition... conditions) {
    Select<E> narrowed = select;
    for (Condition condition : given(conditions, "where", "the conditions are null")) {
      narrowed =
          narrowed.and(
              given(
                  condition,
                  "where",
                  "a condition is null; to set no condition, pass noCondition()"));
    }
    return of(narrowed);
  }

  /**
   * Sorts the rows in this order, which replaces any earlier one. Without an order, the database
   * chooses one.
   *
   * @throws IllegalArgumentException after {@code after(…)} or {@code before(…)}, if their cursor
   *     has a different order
   */
  public Query<E> orderBy(OrderField<?>... fields) {
    for (OrderField<?> field : given(fields, "orderBy", "the fields are null")) {
      given(field, "orderBy", "a field is null");
    }
    Select<E> ordered = select.withOrder(List.of(fields));
    Place place = select.place();
    return of(
        place == null ? ordered : SliceOrder.beyond(scope.core(), ordered, place, select.before()));
  }

  /**
   * Limits the query to this many rows.
   *
   * @throws IllegalArgumentException if the number is negative
   */
  public Query<E> limit(int rows) {
    return of(select.withLimit((int) notNegative(rows, "limit")));
  }

  /**
   * Skips this many rows at the beginning.
   *
   * @throws IllegalArgumentException if the number is negative
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
   * Loads these relations together with the rows, with one statement per relation.
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
    List<Steps<E, ?>> all = new ArrayList<>(select.paths());
    all.add(Steps.of(given(path, "with", "a relation is null")));
    return of(select.withPaths(List.copyOf(all)));
  }

  /** Sets what navigation from the rows does if the relation has not been prefetched. */
  public Query<E> loading(Loading loading) {
    return of(select.withLoading(given(loading, "loading", "the policy is null")));
  }

  /** Returns all rows, as an unmodifiable list. */
  public List<E> list() {
    return Fetch.list(scope, select);
  }

  /**
   * Returns the first of the query's rows; for an unordered query, the one with the smallest
   * primary key.
   */
  public Optional<E> first() {
    Select<E> ordered = select.order().isEmpty() ? select.orderedByKey() : select;
    List<E> rows = Fetch.atMostOne(scope, ordered.atMost(1));
    return rows.stream().findFirst();
  }

  /**
   * Returns the query's only row. If several rows meet the conditions, {@link #limit} can reduce
   * them to one.
   *
   * @throws NoDataFoundException if there is no row
   * @throws TooManyRowsException if there are several rows
   */
  public E one() {
    List<E> rows = Fetch.atMostOne(scope, select.atMost(2));
    if (rows.isEmpty()) {
      throw new NoDataFoundException(
          "no row of " + select.mapping() + " where " + Cut.condition(select));
    }
    if (rows.size() > 1) {
      throw new TooManyRowsException(
          "several rows of " + select.mapping() + " where " + Cut.condition(select));
    }
    return rows.get(0);
  }

  /**
   * Returns the rows one by one, so that memory use does not grow with their number. The stream
   * holds a connection until it is read to its end or closed, so use it in a try-with-resources
   * statement.
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

  /** Returns how many rows {@link #list} would return, given the limit, offset and cursor. */
  public long count() {
    return Fetch.count(scope, select);
  }

  /** Returns whether {@link #list} would return any row, given the limit, offset and cursor. */
  public boolean exists() {
    return Fetch.exists(scope, select);
  }

  /**
   * Returns a page together with the number of rows on all pages. This takes two statements. Rows
   * with the same sort values are ordered by the primary key, so that each row is on exactly one
   * page; failing that, by a unique key of NOT NULL columns; in a view or table without either, by
   * all columns.
   *
   * @param number number of the page, starting at 1
   * @param size maximum number of rows on a page, at least 1
   * @throws IllegalArgumentException if either is less than 1
   * @throws IllegalStateException if the query has its own limit or offset
   */
  public Page<E> page(int number, int size) {
    Cut.requirePage(select, number, size);
    long offset = (long) (number - 1) * size;
    Select<E> total = select.totallyOrdered(scope.core());
    List<E> rows = Fetch.list(scope, total.withLimit(size).withOffset(offset));
    return new Page<>(rows, number, size, count());
  }

  /**
   * Narrows the query to the rows after a place that {@link #slice} returned, in the same order;
   * this replaces any earlier place. The query does not slow down with the number of rows before
   * the place. A row that exists from the first slice to the last appears exactly once, whatever is
   * inserted or deleted meanwhile.
   *
   * @throws IllegalArgumentException if the cursor came from a different order or table
   * @throws IllegalStateException if the order cannot be sliced: see {@link #slice}
   */
  public Query<E> after(Cursor cursor) {
    return of(
        SliceOrder.beyond(
            scope.core(), select, given(cursor, "after", "the cursor is null").place(), false));
  }

  /**
   * Narrows the query to the rows before a place that {@link #slice} returned, still in the query's
   * own order; the counterpart of {@link #after}. A slice of them is the one that ends at the
   * place:
   *
   * <pre>{@code
   * Query<Post> newest = blog.posts().orderBy(POSTS.CREATED_AT.desc());
   * Slice<Post> back = newest.before(slice.previous().orElseThrow()).slice(20);
   * }</pre>
   *
   * @throws IllegalArgumentException if the cursor came from a different order or table
   * @throws IllegalStateException if the order cannot be sliced: see {@link #slice}
   */
  public Query<E> before(Cursor cursor) {
    return of(
        SliceOrder.beyond(
            scope.core(), select, given(cursor, "before", "the cursor is null").place(), true));
  }

  /**
   * Returns at most this many rows, and the places from which the query continues in both
   * directions. This takes one statement. The rows are the first ones of the query, or those right
   * after the place given to {@link #after}, or those right before the place given to {@link
   * #before}. Rows with the same sort values are ordered by the primary key or, failing that, by a
   * unique key of NOT NULL columns.
   *
   * @param size maximum number of rows, at least 1
   * @throws IllegalArgumentException if the size is less than 1
   * @throws IllegalStateException if the query has its own limit or offset, or cannot give each row
   *     a unique place: because the table or view has no key, or because the order contains a type
   *     that the database cannot sort, a random or current value, an aggregate or window function,
   *     an alias, or the position of a column
   */
  public Slice<E> slice(int size) {
    return slice(size, select.before());
  }

  /**
   * Returns the last rows of the query, in its own order, and the place from which it continues
   * towards its beginning. This takes one statement. Otherwise like {@link #slice}.
   *
   * @param size maximum number of rows, at least 1
   * @throws IllegalArgumentException if the size is less than 1
   * @throws IllegalStateException like {@link #slice}, and after {@link #after} or {@link #before},
   *     which already say where the slice is
   */
  public Slice<E> lastSlice(int size) {
    Cut.requireNoPlace(select);
    return slice(size, true);
  }

  private Slice<E> slice(int size, boolean backwards) {
    Cut.requireSlice(select, size);
    return Cut.slice(Fetch.slice(scope, SliceOrder.total(scope.core(), select), size, backwards));
  }

  /**
   * Makes the rows records of a class with {@link io.kinrow.annotation.Projection}, so that only
   * the columns that these need are selected. This runs nothing. The rows and their order stay the
   * same; {@link #loading}, which is for entities, has no effect.
   *
   * <pre>{@code
   * List<PostSummary> hers =
   *     blog.posts().where(POSTS.author().NICKNAME.eq("susan")).select(PostSummary.class).list();
   * }</pre>
   *
   * <p>If the record has components for rows of relations, their tables are joined: in conditions
   * and orders that are plain SQL, write columns with the name of their table.
   *
   * @throws IllegalArgumentException if the class is not a projection of this entity that was
   *     compiled together with the database class
   * @throws IllegalStateException after {@link #with}, which is for entities, and if the order
   *     contains the position of a column
   */
  public <R extends Record> Projected<R> select(Class<R> type) {
    given(type, "select", "the class of the records is null");
    if (!select.paths().isEmpty()) {
      throw new IllegalStateException(
          "with(…) loads relations of entities, but select(…) returns records: remove with(…), and"
              + " give "
              + type.getSimpleName()
              + " a component for each relation");
    }
    SliceOrder.refusePositions(scope.core(), select);
    return Projected.of(scope, select, RecordMapping.of(select.mapping(), type));
  }
}
