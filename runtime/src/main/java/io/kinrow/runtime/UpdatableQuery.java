package io.kinrow.runtime;

import java.util.List;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.OrderField;

/**
 * A query for the rows of a table that meet a condition, which can be updated without being read.
 * Immutable and thread-safe.
 *
 * <pre>{@code
 * int closed = blog.posts()
 *     .where(POSTS.CREATED_AT.lt(lastYear))
 *     .update(p -> p.body(POSTS.BODY.concat(" (closed)")));
 * }</pre>
 *
 * <p>An update concerns the rows that {@link #list} would return, given the limit, offset and
 * cursor; the order only decides which rows these are. What {@code with(…)} and {@code loading(…)}
 * return is a {@link Query}, which only reads.
 *
 * @param <E> the entity
 * @param <U> what an update sets
 */
public final class UpdatableQuery<E, U> extends Query<E> {

  private final Repository<E, ?, ?, ?, U> repository;

  UpdatableQuery(Repository<E, ?, ?, ?, U> repository, Query<E> query) {
    super(repository.scope(), query.select());
    this.repository = repository;
  }

  private UpdatableQuery<E, U> of(Query<E> query) {
    return new UpdatableQuery<>(repository, query);
  }

  @Override
  public UpdatableQuery<E, U> where(Condition... conditions) {
    return of(super.where(conditions));
  }

  @Override
  public UpdatableQuery<E, U> orderBy(OrderField<?>... fields) {
    return of(super.orderBy(fields));
  }

  @Override
  public UpdatableQuery<E, U> limit(int rows) {
    return of(super.limit(rows));
  }

  @Override
  public UpdatableQuery<E, U> offset(long rows) {
    return of(super.offset(rows));
  }

  @Override
  public UpdatableQuery<E, U> after(Cursor cursor) {
    return of(super.after(cursor));
  }

  @Override
  public UpdatableQuery<E, U> before(Cursor cursor) {
    return of(super.before(cursor));
  }

  /**
   * Updates the rows of the query, without reading them. This takes one statement, or none if the
   * function sets no column. A row that another transaction changes at the same time is updated
   * only if it still meets the conditions.
   *
   * @param columns sets columns, each to a value or to a jOOQ expression over the columns of the
   *     row, including those of rows that it references: {@code POSTS.author().NICKNAME}
   * @return how many rows the database updated, whether or not they had these values before; 0 if
   *     the function sets no column
   * @throws IllegalArgumentException if the query has neither limit, offset nor cursor, and its
   *     conditions are true of every row whatever the row holds, such as {@code noCondition()} or
   *     {@code notIn} with an empty list, or if they or an alternative of their OR name no column
   *     of the table: to update all rows, call {@link Repository#updateAll}
   * @throws org.jooq.exception.DataAccessException if a value does not fit its column or the
   *     database refuses the statement
   */
  public int update(Consumer<? super U> columns) {
    return repository.updateRows(columns, select());
  }

  /**
   * Updates like {@link #update} and returns the rows as they are stored then, in no particular
   * order, as an unmodifiable list. This takes one statement, or none if the function sets no
   * column; then the list is empty. If the table has triggers or columns that the database
   * computes, it takes a second statement in the same transaction, which leaves out rows that a
   * trigger has deleted.
   *
   * @throws UnsupportedOperationException if the database is neither SQLite nor PostgreSQL, and
   *     does not return updated rows
   */
  public List<E> updateReturning(Consumer<? super U> columns) {
    return repository.updateRowsReturning(columns, select());
  }
}
