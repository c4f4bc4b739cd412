package io.kinrow.runtime;

import io.kinrow.runtime.internal.dialect.RowLock;
import io.kinrow.runtime.internal.entity.RecordMapping;
import io.kinrow.runtime.internal.entity.ResultMapping;
import io.kinrow.runtime.internal.entity.Steps;
import io.kinrow.runtime.internal.query.Fetch;
import io.kinrow.runtime.internal.query.Place;
import io.kinrow.runtime.internal.query.Select;
import io.kinrow.runtime.internal.query.SliceOrder;
import io.kinrow.runtime.internal.sql.Scope;
import java.time.Duration;
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
 * A query for entities, or for records of a declared query, with any of jOOQ's conditions and
 * orders, including implicit joins along foreign keys. Immutable: each method returns a new query.
 * Thread-safe.
 *
 * <pre>{@code
 * Page<Post> page = blog.posts()
 *     .where(POSTS.author().NICKNAME.eq("susan").and(POSTS.BODY.contains("jOOQ")))
 *     .orderBy(POSTS.CREATED_AT.desc())
 *     .page(2, 20);
 * }</pre>
 *
 * <p>The order of the calls does not matter: conditions apply before the order, the order before
 * {@code offset}, and that before {@code limit}. Of repeated calls, those of {@code where} narrow
 * the query further, those of {@code with} add relations, and of all other methods the last one
 * replaces the earlier ones.
 *
 * <p>All methods that run the query throw {@link org.jooq.exception.DataAccessException} if the
 * database refuses the statement.
 *
 * @param <E> the entity, or the record of a declared query
 */
public sealed class Query<E> permits UpdatableQuery {

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

  final Select<E> select() {
    return select;
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
   * Limits the query to this many rows; the last call counts.
   *
   * @throws IllegalArgumentException if the number is negative
   */
  public Query<E> limit(int rows) {
    return of(select.withLimit((int) notNegative(rows, "limit")));
  }

  /**
   * Skips this many rows at the beginning, before any limit; the last call counts.
   *
   * @throws IllegalArgumentException if the number is negative
   * @throws IllegalStateException if the query locks rows: those that it skips would be locked too
   */
  public Query<E> offset(long rows) {
    Select<E> skipping = select.withOffset(notNegative(rows, "offset"));
    Cut.refuseLockedOffset(skipping);
    return of(skipping);
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

  /**
   * Sets what navigation from the rows does if the relation has not been prefetched.
   *
   * @throws IllegalStateException if the rows are records
   */
  public Query<E> loading(Loading loading) {
    if (select.mapping() instanceof ResultMapping) {
      throw new IllegalStateException(
          "loading(…) is for queries of entities, and the rows of "
              + select.mapping()
              + " are records: remove it");
    }
    return of(select.withLoading(given(loading, "loading", "the policy is null")));
  }

  /**
   * Takes rows that are alike in all columns as one: rows of a view or table without a key, or
   * those that jOOQ repeats if it is set to render paths to many rows as joins. Counts, limits and
   * pages are then about distinct rows.
   *
   * @throws IllegalStateException if the query locks rows, because one stands for several
   */
  public Query<E> distinct() {
    refuseStatement("distinct");
    Select<E> distinct = select.withTerms(select.terms().withDistinct());
    refuseLockedDistinct(distinct);
    return of(distinct);
  }

  private static void refuseLockedDistinct(Select<?> select) {
    if (select.terms().distinct() && select.terms().lock() != null) {
      throw new IllegalStateException(
          "distinct() and "
              + select.terms().lock()
              + " do not go together, because a distinct row may stand for several: leave one of them"
              + " out");
    }
  }

  /**
   * Locks the rows that the query returns until the end of the transaction: other transactions that
   * lock, update or delete one of them wait. The rows are returned as they are once they are
   * locked. Only rows of the query's own table are locked, not those of implicit joins or of {@link
   * #with}. This takes no additional statement, except that a full {@link #slice} takes one.
   *
   * <pre>{@code
   * blog.transaction(tx -> {
   *   List<Post> next = tx.posts().where(waiting).orderBy(POSTS.ID).limit(10).forUpdate().skipLocked().list();
   * });
   * }</pre>
   *
   * <p>Running the query outside a transaction throws an {@link IllegalStateException}. So do
   * {@link #count} and {@link #exists}, which return no rows, and {@link #offset} and {@link
   * #page}, which would lock the rows that they skip. If others change rows while the query waits
   * for them, PostgreSQL checks the conditions again, so the result may have fewer rows than the
   * limit, and may not be in order.
   *
   * @throws UnsupportedOperationException on engines other than PostgreSQL, and for a view. SQLite
   *     has no row locks: there, a transaction takes the only write lock when it begins
   */
  public Query<E> forUpdate() {
    return locked("forUpdate", false);
  }

  /**
   * Locks the rows that the query returns against changes until the end of the transaction: others
   * can read and share them, but have to wait before they update or delete them. Otherwise like
   * {@link #forUpdate}, which it replaces.
   *
   * @throws UnsupportedOperationException like {@link #forUpdate}
   */
  public Query<E> forShare() {
    return locked("forShare", true);
  }

  private Query<E> locked(String method, boolean shared) {
    refuseStatement(method);
    RowLock.refuse(scope.core().dialect(), select.mapping().table(), method);
    RowLock before = select.terms().lock();
    RowLock lock =
        before == null ? new RowLock(shared, RowLock.Locked.WAIT) : before.withShared(shared);
    Select<E> locking = select.withTerms(select.terms().with(lock));
    Cut.refuseLockedOffset(locking);
    refuseLockedDistinct(locking);
    return of(locking);
  }

  /**
   * Fails at once if another transaction has locked one of the rows, instead of waiting. Replaces
   * {@link #skipLocked}.
   *
   * <p>The query then throws a {@link LockNotAvailableException}.
   *
   * @throws IllegalStateException without {@link #forUpdate} or {@link #forShare}
   */
  public Query<E> noWait() {
    return locked("noWait", RowLock.Locked.FAIL);
  }

  /**
   * Leaves out the rows that another transaction has locked, instead of waiting: several workers
   * can take rows of one table without taking the same ones. Replaces {@link #noWait}.
   *
   * @throws IllegalStateException without {@link #forUpdate} or {@link #forShare}
   */
  public Query<E> skipLocked() {
    return locked("skipLocked", RowLock.Locked.SKIP);
  }

  private Query<E> locked(String method, RowLock.Locked locked) {
    RowLock lock = select.terms().lock();
    if (lock == null) {
      throw new IllegalStateException(
          method + "() is for a query that locks rows: call forUpdate() or forShare() before it");
    }
    return of(select.withTerms(select.terms().with(lock.withLocked(locked))));
  }

  private void refuseStatement(String method) {
    if (select.mapping() instanceof ResultMapping) {
      throw new IllegalStateException(
          method
              + "() is for rows of a table, but those of "
              + select.mapping()
              + " are of a declared query: write it into its SQL");
    }
  }

  private void refuseLocked(String method) {
    if (select.terms().lock() != null) {
      throw new IllegalStateException(
          method
              + "() returns no rows that "
              + select.terms().lock()
              + " could lock: leave it out");
    }
  }

  /**
   * Limits how long the database takes for each statement of this query, in addition to any limit
   * of the database or transaction; the last call counts. After that, the call throws a {@code
   * DataAccessException} whose cause is a {@link java.sql.SQLTimeoutException}, and the connection
   * can be used again. This takes no additional statement.
   *
   * <p>Waiting for locks is included. Statements for relations are not limited by it. The limit of
   * a stream is that for its first rows. Inside a transaction on SQLite, the transaction is rolled
   * back too; on PostgreSQL, it cannot go on, as after any failure. Statements are ended after
   * whole milliseconds on SQLite and PostgreSQL, and after whole seconds on other engines, both
   * rounded up.
   *
   * <pre>{@code
   * List<Post> found = blog.posts().where(slow).timeout(Duration.ofSeconds(2)).list();
   * }</pre>
   *
   * @param time from a millisecond to 24 days
   * @throws IllegalArgumentException if it is null, shorter or longer
   */
  public Query<E> timeout(Duration time) {
    return of(
        select.withTerms(select.terms().with(TransactionOptions.limit(time, select.mapping()))));
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
    Select<E> ordered = select.order().isEmpty() ? select.withFirst(scope.core()) : select;
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

  /** The only row of a query whose condition is a key. */
  Optional<E> only() {
    return Fetch.atMostOne(scope, select).stream().findFirst();
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
    refuseLocked("count");
    return Fetch.count(scope, select);
  }

  /** Returns whether {@link #list} would return any row, given the limit, offset and cursor. */
  public boolean exists() {
    refuseLocked("exists");
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
   * @throws IllegalStateException if the query has its own limit or offset, or locks rows: those of
   *     earlier pages would be locked too
   */
  public Page<E> page(int number, int size) {
    List<E> rows = rowsOfPage("page", number, size, size);
    return new Page<>(rows, number, size, Fetch.count(scope, select));
  }

  /**
   * Returns a page without the number of rows on all pages. This takes one statement, which reads
   * one row more than the page has, to know whether another page follows. Otherwise like {@link
   * #page}.
   *
   * <pre>{@code
   * UncountedPage<Post> page = blog.posts().orderBy(POSTS.CREATED_AT.desc()).uncountedPage(2, 20);
   * }</pre>
   *
   * @param number number of the page, starting at 1
   * @param size maximum number of rows on a page, at least 1
   * @throws IllegalArgumentException if either is less than 1
   * @throws IllegalStateException like {@link #page}
   */
  public UncountedPage<E> uncountedPage(int number, int size) {
    int most = size == Integer.MAX_VALUE ? size : size + 1;
    List<E> rows = rowsOfPage("uncountedPage", number, size, most);
    boolean next = rows.size() > size;
    return new UncountedPage<>(next ? rows.subList(0, size) : rows, number, size, next);
  }

  private List<E> rowsOfPage(String method, int number, int size, int most) {
    Cut.requirePage(select, method, number, size);
    long offset = (long) (number - 1) * size;
    Select<E> total = select.totallyOrdered(scope.core());
    return Fetch.list(scope, total.withLimit(most).withOffset(offset));
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
   * directions. This takes one statement; with {@link #forUpdate} or {@link #forShare}, which lock
   * the returned rows only, a full slice takes a second one. The rows are the first ones of the
   * query, or those right after the place given to {@link #after}, or those right before the place
   * given to {@link #before}. Rows with the same sort values are ordered by the primary key or,
   * failing that, by a unique key of NOT NULL columns.
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
   * @throws IllegalStateException after {@link #with} and {@link #distinct}, which are for
   *     entities, and if the order contains the position of a column
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
    if (select.terms().distinct()) {
      throw new IllegalStateException(
          "distinct() compares rows of "
              + select.mapping()
              + ", but select(…) returns records of some of their columns: remove distinct(), or"
              + " declare a query with @Sql(\"select distinct …\")");
    }
    SliceOrder.refusePositions(scope.core(), select);
    return Projected.of(scope, select, RecordMapping.of(select.mapping(), type));
  }
}
