package io.kinrow.runtime;

import io.kinrow.runtime.internal.entity.EntityMapping;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.OrderField;
import org.jooq.exception.NoDataFoundException;

/**
 * The rows of a table, to be read and locked until the end of the transaction. Immutable and
 * thread-safe: each method returns new rows.
 *
 * <pre>{@code
 * blog.transaction(tx -> {
 *   Post post = tx.posts().forUpdate().get(1L);   // select … where id = ? for update of posts
 *   tx.posts().update(post.withBody(post.body() + "!"));
 * });
 * }</pre>
 *
 * @param <E> the entity
 * @param <K> its primary key
 */
public final class LockedRows<E, K> {

  private final EntityMapping<E> mapping;
  private final Query<E> query;
  private final Function<? super K, Condition> byKey;

  LockedRows(EntityMapping<E> mapping, Query<E> query, Function<? super K, Condition> byKey) {
    this.mapping = mapping;
    this.query = query;
    this.byKey = byKey;
  }

  /** Fails at once if another transaction has locked a row; see {@link Query#noWait}. */
  public LockedRows<E, K> noWait() {
    return new LockedRows<>(mapping, query.noWait(), byKey);
  }

  /** Leaves out rows that another transaction has locked; see {@link Query#skipLocked}. */
  public LockedRows<E, K> skipLocked() {
    return new LockedRows<>(mapping, query.skipLocked(), byKey);
  }

  /**
   * Returns the row with this key, as it is once it is locked. This takes one statement.
   *
   * @throws NoDataFoundException if there is none, or with {@link #skipLocked} if another
   *     transaction has locked it
   * @throws LockNotAvailableException with {@link #noWait} if another transaction has locked it
   * @throws IllegalStateException outside a transaction
   */
  public E get(K key) {
    return find(key)
        .orElseThrow(
            () ->
                new NoDataFoundException(
                    "no row of " + mapping + " that can be locked has the key " + key));
  }

  /**
   * Returns the row with this key, as it is once it is locked, if there is one and {@link
   * #skipLocked} does not leave it out. This takes one statement.
   *
   * @throws LockNotAvailableException with {@link #noWait} if another transaction has locked it
   * @throws IllegalStateException outside a transaction
   */
  public Optional<E> find(K key) {
    try {
      return query.where(byKey.apply(key)).only();
    } catch (LockNotAvailableException e) {
      throw new LockNotAvailableException(
          "another transaction has locked the row of "
              + mapping
              + " with the key "
              + key
              + ": "
              + e.getMessage(),
          e.getCause() == null ? e : e.getCause());
    }
  }

  /** Returns a query for all rows that locks those it returns. */
  public Query<E> query() {
    return query;
  }

  /** Returns a query that locks the rows that meet all of these conditions. */
  public Query<E> where(Condition... conditions) {
    return query.where(conditions);
  }

  /** Returns a query for all rows in this order that locks those it returns. */
  public Query<E> orderBy(OrderField<?>... fields) {
    return query.orderBy(fields);
  }
}
