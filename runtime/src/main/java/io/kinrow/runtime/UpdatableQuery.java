package io.kinrow.runtime;

import io.kinrow.runtime.internal.query.Select;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.Condition;

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
 * <p>An update concerns all rows that meet the condition, so it comes before any order, limit and
 * cursor: the methods that set these return a {@link Query}, which only reads.
 *
 * @param <E> the entity
 * @param <U> what an update sets
 */
public final class UpdatableQuery<E, U> extends Query<E> {

  private final Repository<E, ?, ?, ?, U> repository;
  private final Select<E> select;

  UpdatableQuery(Repository<E, ?, ?, ?, U> repository, Select<E> select) {
    super(repository.scope(), select);
    this.repository = repository;
    this.select = select;
  }

  @Override
  public UpdatableQuery<E, U> where(Condition... conditions) {
    return new UpdatableQuery<>(repository, narrowed(conditions));
  }

  /**
   * Updates the rows that meet the conditions, without reading them. This takes one statement, or
   * none if the function sets no column.
   *
   * @param columns sets columns, each to a value or to a jOOQ expression over the columns of the
   *     row, including those of rows that it references: {@code POSTS.author().NICKNAME}
   * @return how many rows the database updated, whether or not they had these values before; 0 if
   *     the function sets no column
   * @throws IllegalArgumentException if the conditions are true of every row whatever the row
   *     holds, such as {@code noCondition()} or {@code notIn} with an empty list, or if they or an
   *     alternative of their OR name no column of the table: to update all rows, call {@link
   *     Repository#updateAll}
   * @throws org.jooq.exception.DataAccessException if a value does not fit its column or the
   *     database refuses the statement
   */
  public int update(Consumer<? super U> columns) {
    return repository.updateWhere(columns, select.condition());
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
    return repository.updateWhereReturning(columns, select.condition());
  }
}
