package io.kinrow.runtime;

import io.kinrow.runtime.internal.entity.EntityMapping;
import io.kinrow.runtime.internal.entity.Lookup;
import io.kinrow.runtime.internal.entity.ReadSql;
import io.kinrow.runtime.internal.query.Select;
import io.kinrow.runtime.internal.run.Binder;
import io.kinrow.runtime.internal.run.Reader;
import io.kinrow.runtime.internal.sql.Scope;
import io.kinrow.runtime.internal.sql.Statements;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jetbrains.annotations.ApiStatus;
import org.jooq.Condition;
import org.jooq.OrderField;
import org.jooq.exception.NoDataFoundException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one table or view. Immutable and thread-safe.
 *
 * @param <E> the entity
 */
public abstract class ReadRepository<E> {

  private final Scope scope;
  private final ReadSql<E> sql;

  /**
   * Called by generated repositories.
   *
   * @hidden
   */
  @ApiStatus.Internal
  protected ReadRepository(Scope scope, ReadSql<E> sql) {
    this.scope = scope;
    this.sql = sql;
  }

  final Scope scope() {
    return scope;
  }

  final EntityMapping<E> mapping() {
    return sql.mapping();
  }

  /** Returns all rows in the order of the primary key, as an unmodifiable list. */
  public final List<E> all() {
    return sql.all().list(scope);
  }

  /** Returns how many rows there are. */
  public final long count() {
    return Statements.query(scope, sql.count().on(scope.core()), Binder.NONE, Reader.COUNT);
  }

  /** Returns the row with the smallest primary key, if there is any row. */
  public final Optional<E> first() {
    return query().first();
  }

  /** Returns a query for all rows, which can be narrowed, ordered and paged. */
  public final Query<E> query() {
    return new Query<>(scope, Select.of(sql.mapping(), DSL.noCondition()));
  }

  /** Returns a query for the rows that meet all of these conditions. */
  public Query<E> where(Condition... conditions) {
    return query().where(conditions);
  }

  /** Returns a query for all rows in this order. */
  public final Query<E> orderBy(OrderField<?>... fields) {
    return query().orderBy(fields);
  }

  /** Returns a query for all rows that loads these relations together with them. */
  @SafeVarargs
  public final Query<E> with(Path<E, ?>... paths) {
    Query<E> query = query();
    for (Path<E, ?> path : Given.present(paths, mapping(), "with", "the relations are null")) {
      query = query.with(path);
    }
    return query;
  }

  /** Returns a query for all rows with this loading policy. */
  public final Query<E> loading(Loading loading) {
    return query().loading(loading);
  }

  /**
   * Returns a query for all rows, as records of a class with {@link
   * io.kinrow.annotation.Projection}; see {@link Query#select}.
   */
  public final <R extends Record> Projected<R> select(Class<R> type) {
    return query().select(type);
  }

  /** Returns all rows one by one; see {@link Query#stream}. */
  public final Stream<E> stream() {
    return query().stream();
  }

  /** Returns a page of all rows in the order of the primary key; see {@link Query#page}. */
  public final Page<E> page(int number, int size) {
    return query().page(number, size);
  }

  /**
   * Called by generated finders.
   *
   * @hidden
   */
  @ApiStatus.Internal
  protected final Optional<E> find(Lookup<E> lookup, @Nullable Object... values) {
    return lookup.optional(scope, given(lookup, values));
  }

  /**
   * Called by generated finders.
   *
   * @hidden
   */
  @ApiStatus.Internal
  protected final E get(Lookup<E> lookup, @Nullable Object... values) {
    E found = lookup.find(scope, given(lookup, values));
    if (found == null) {
      throw new NoDataFoundException("no row of " + mapping() + " has " + lookup.described(values));
    }
    return found;
  }

  /**
   * Called by generated finders.
   *
   * @hidden
   */
  @ApiStatus.Internal
  protected final List<E> list(Lookup<E> lookup, @Nullable Object... values) {
    return lookup.list(scope, given(lookup, values));
  }

  private @Nullable Object[] given(Lookup<E> lookup, @Nullable Object[] values) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] == null) {
        throw new IllegalArgumentException(
            "a finder of "
                + mapping()
                + ": the value of "
                + lookup.column(i)
                + " is null; to find rows without a value, use where(….isNull())");
      }
    }
    return values;
  }
}
