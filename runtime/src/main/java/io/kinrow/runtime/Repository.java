package io.kinrow.runtime;

import io.kinrow.runtime.entity.TableSql;
import io.kinrow.runtime.query.KeyQuery;
import io.kinrow.runtime.sql.Scope;
import io.kinrow.runtime.write.Draft;
import io.kinrow.runtime.write.Writes;
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

  private @Nullable Object[] parts(K key) {
    @Nullable Object[] parts = new @Nullable Object[sql.byKey().width()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = keyPart(key, i);
    }
    return parts;
  }

  /**
   * The row with a key.
   *
   * @throws NoDataFoundException if there is none
   */
  public final E get(K key) {
    E found = sql.byKey().find(scope(), parts(key));
    if (found == null) {
      throw new NoDataFoundException("no row of " + mapping() + " has the key " + key);
    }
    return found;
  }

  /** The row with a key, if there is one. */
  public final Optional<E> find(K key) {
    return sql.byKey().optional(scope(), parts(key));
  }

  /**
   * The rows with these keys: one statement on SQLite and PostgreSQL. In the order of the keys,
   * each once, without those that do not exist.
   */
  public final List<E> findAll(Collection<? extends K> keys) {
    List<@Nullable Object[]> wanted = new ArrayList<>();
    keys.forEach(key -> wanted.add(parts(key)));
    return KeyQuery.find(scope(), sql, wanted);
  }

  /** Whether there is a row with a key. */
  public final boolean exists(K key) {
    return sql.byKey().find(scope(), parts(key)) != null;
  }

  /**
   * Inserts a row; returns it as it was stored, with generated key and defaults.
   *
   * @throws NoDataFoundException if the database skipped it, by a conflict clause, a trigger or a
   *     rule
   */
  public final E insert(Function<? super S, ? extends D> columns) {
    return writes.insert(build(columns));
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
    return writes.insertAll(drafts(elements, columns));
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
    return writes.insertBatch(drafts(elements, columns));
  }

  private <T> Iterable<D> drafts(
      Iterable<? extends T> elements, BiFunction<? super S, ? super T, ? extends D> columns) {
    return () -> {
      Iterator<? extends T> iterator = elements.iterator();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return iterator.hasNext();
        }

        @Override
        public D next() {
          T element = iterator.next();
          return build(stage -> columns.apply(stage, element));
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
    return writes.upsert(build(columns), mapping().shape().key());
  }

  /** Called by generated upserts by a unique key. */
  protected final E upsert(Function<? super S, ? extends D> columns, int... conflict) {
    return writes.upsert(build(columns), conflict);
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
    return writes.update(entity);
  }

  /**
   * Deletes a row; returns whether the database deleted it: false if it was not there any more, or
   * if a trigger or rule kept it.
   */
  public final boolean delete(E entity) {
    return writes.delete(entity);
  }

  /**
   * Deletes the row with a key; returns whether the database deleted one: false if there was none,
   * or if a trigger or rule kept it.
   */
  public final boolean deleteByKey(K key) {
    return writes.deleteByKey(parts(key));
  }

  /** Deletes the rows that fulfil a condition; returns how many the database deleted. */
  public final int deleteWhere(Condition condition) {
    return writes.deleteWhere(condition);
  }
}
