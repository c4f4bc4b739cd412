package io.kinrow.runtime;

import io.kinrow.runtime.internal.entity.TableSql;
import io.kinrow.runtime.internal.query.KeyQuery;
import io.kinrow.runtime.internal.sql.Scope;
import io.kinrow.runtime.internal.write.Draft;
import io.kinrow.runtime.internal.write.Writes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.exception.NoDataFoundException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one table with a primary key, to be read and written. Immutable and thread-safe.
 *
 * <pre>{@code
 * User susan = blog.users().insert(u -> u.nickname("susan").email("susan@example.com"));
 * User renamed = blog.users().update(susan.withNickname("suzy"));
 * blog.users().delete(renamed);
 * }</pre>
 *
 * <p>A write that breaks a constraint throws {@link
 * org.jooq.exception.IntegrityConstraintViolationException}, whose message names table, columns and
 * values; any other failure is a {@link org.jooq.exception.DataAccessException}.
 *
 * @param <E> the entity
 * @param <K> its primary key
 * @param <S> the first stage of an insert, which asks for the first required column
 * @param <D> the last stage, which has all the required columns
 */
public abstract class Repository<E, K, S, D extends Draft> extends ReadRepository<E> {

  private final TableSql<E> sql;
  private final Writes<E> writes;

  protected Repository(Scope scope, TableSql<E> sql) {
    super(scope, sql);
    this.sql = sql;
    this.writes = new Writes<>(scope, sql);
  }

  /** Applies a user's columns to a new draft. */
  protected abstract D build(Function<? super S, ? extends D> columns);

  /** A part of a key, from 0. */
  protected abstract Object keyPart(K key, int part);

  /** The primary key of an entity. */
  protected abstract K keyOf(E entity);

  private <T> T given(@Nullable T given, String method, String what) {
    return Given.present(given, mapping(), method, what);
  }

  private @Nullable Object[] parts(K key, String method) {
    given(key, method, "the key is null; where there may be none, ask before");
    @Nullable Object[] parts = new @Nullable Object[sql.byKey().width()];
    for (int i = 0; i < parts.length; i++) {
      Object part = keyPart(key, i);
      parts[i] = part != null ? part : given(null, method, nullPart(i));
    }
    return parts;
  }

  private String nullPart(int part) {
    return "the value of " + sql.byKey().column(part) + " in the key is null";
  }

  /**
   * The row with a key.
   *
   * @throws NoDataFoundException if there is none
   */
  public final E get(K key) {
    E found = sql.byKey().find(scope(), parts(key, "get"));
    if (found == null) {
      throw new NoDataFoundException("no row of " + mapping() + " has the key " + key);
    }
    return found;
  }

  /** The row with a key, if there is one. */
  public final Optional<E> find(K key) {
    return sql.byKey().optional(scope(), parts(key, "find"));
  }

  /**
   * The rows with these keys: one statement on SQLite and PostgreSQL. In the order of the keys,
   * each once, without those that do not exist.
   */
  public final List<E> findAll(Collection<? extends K> keys) {
    List<@Nullable Object[]> wanted = new ArrayList<>();
    for (K key : given(keys, "findAll", "the collection of keys is null")) {
      wanted.add(parts(key, "findAll"));
    }
    return KeyQuery.find(scope(), sql, wanted);
  }

  /** Whether there is a row with a key. */
  public final boolean exists(K key) {
    return sql.byKey().find(scope(), parts(key, "exists")) != null;
  }

  /**
   * Inserts a row; returns it as it was stored, with generated key and defaults.
   *
   * @throws NoDataFoundException if the database skipped it, by a conflict clause, a trigger or a
   *     rule
   */
  public final E insert(Function<? super S, ? extends D> columns) {
    return writes.insert(draft(columns, "insert"));
  }

  /**
   * Inserts a row for each element, all of them or none.
   *
   * <pre>{@code
   * List<User> users = blog.users()
   *     .insertAll(names, (u, name) -> u.nickname(name).email(name + "@example.com"));
   * }</pre>
   *
   * @return the rows as they were stored, in the order of the elements, unmodifiable
   * @throws NoDataFoundException if the database skipped one of them, by a conflict clause, a
   *     trigger or a rule; {@link #insertBatch} counts such rows instead
   */
  public final <T> List<E> insertAll(
      Iterable<? extends T> elements, BiFunction<? super S, ? super T, ? extends D> columns) {
    return writes.insertAll(drafts(elements, columns, "insertAll"));
  }

  /**
   * Inserts a row for each element in JDBC batches, all of them or none, without reading them back:
   * the fastest way in.
   *
   * @return how many rows were stored: those that the database skipped, by {@code ON CONFLICT
   *     IGNORE}, a trigger or a rule, do not count
   */
  public final <T> int insertBatch(
      Iterable<? extends T> elements, BiFunction<? super S, ? super T, ? extends D> columns) {
    return writes.insertBatch(drafts(elements, columns, "insertBatch"));
  }

  private D draft(Function<? super S, ? extends D> columns, String method) {
    given(columns, method, "the function that sets the columns is null");
    return given(
        build(columns),
        method,
        "the function that sets the columns returned null; let it return the row that it was given,"
            + " with its columns set");
  }

  private <T> Iterable<D> drafts(
      Iterable<? extends T> elements,
      BiFunction<? super S, ? super T, ? extends D> columns,
      String method) {
    given(elements, method, "the elements are null");
    given(columns, method, "the function that sets the columns is null");
    return () -> {
      Iterator<? extends T> iterator =
          given(elements.iterator(), method, "the iterator of the elements is null");
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return iterator.hasNext();
        }

        @Override
        public D next() {
          T element = iterator.next();
          return draft(stage -> columns.apply(stage, element), method);
        }
      };
    };
  }

  /**
   * Inserts a row, or updates the given columns of the one that has the same primary key.
   *
   * @throws IllegalArgumentException if the key is not among the columns
   */
  public final E upsert(Function<? super S, ? extends D> columns) {
    return writes.upsert(draft(columns, "upsert"), mapping().info().key());
  }

  /** Called by generated upserts by a unique key. */
  protected final E upsert(Function<? super S, ? extends D> columns, int... conflict) {
    return writes.upsert(draft(columns, "upsert"), conflict);
  }

  /**
   * Stores the columns that {@code with…} methods changed; none changed is no statement.
   *
   * @return the entity with these columns stored. What triggers and computed columns made of them
   *     is read again; what others wrote into its other columns meanwhile is not: {@link #get}
   *     reads it
   * @throws NoDataFoundException if its row does not exist any more
   * @throws org.jooq.exception.DataAccessException if its row exists, but the database skipped the
   *     update, by a conflict clause, a trigger or a rule
   */
  public final E update(E entity) {
    return writes.update(given(entity, "update", "the entity is null"));
  }

  /**
   * Deletes a row; returns whether the database deleted it: false if it was not there any more, or
   * if a trigger or rule kept it.
   */
  public final boolean delete(E entity) {
    return writes.delete(given(entity, "delete", "the entity is null"));
  }

  /**
   * Deletes the row with a key; returns whether the database deleted one: false if there was none,
   * or if a trigger or rule kept it.
   */
  public final boolean deleteByKey(K key) {
    return writes.deleteByKey(parts(key, "deleteByKey"));
  }

  /**
   * Deletes the rows that fulfil a condition; returns how many the database deleted.
   *
   * <pre>{@code
   * int old = blog.posts().deleteWhere(POSTS.CREATED_AT.lt(lastYear));
   * }</pre>
   *
   * @throws IllegalArgumentException if the condition is true of every row whatever it holds, such
   *     as {@code noCondition()} or {@code notIn} of an empty list, or if it, or an alternative of
   *     its OR, names no column of the table: call {@link #deleteAll} for that
   */
  public final int deleteWhere(Condition condition) {
    return writes.deleteWhere(
        given(condition, "deleteWhere", "the condition is null; for all rows call deleteAll()"));
  }

  /** Deletes all rows of the table; returns how many the database deleted. */
  public final int deleteAll() {
    return writes.deleteAll();
  }
}
