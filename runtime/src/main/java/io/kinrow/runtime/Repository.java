package io.kinrow.runtime;

import io.kinrow.runtime.internal.entity.TableSql;
import io.kinrow.runtime.internal.query.KeyQuery;
import io.kinrow.runtime.internal.sql.Scope;
import io.kinrow.runtime.internal.sql.TableQueries;
import io.kinrow.runtime.internal.write.Draft;
import io.kinrow.runtime.internal.write.Writes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jetbrains.annotations.ApiStatus;
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
public abstract class Repository<E, K, S, D> extends ReadRepository<E> {

  private final TableSql<E> sql;
  private final Writes<E> writes;

  /**
   * Called by generated repositories.
   *
   * @hidden
   */
  @ApiStatus.Internal
  protected Repository(Scope scope, TableSql<E> sql) {
    super(scope, sql);
    this.sql = sql;
    this.writes = new Writes<>(scope, sql);
  }

  /**
   * Applies the caller's columns to a new draft.
   *
   * @hidden
   */
  @ApiStatus.Internal
  protected abstract Draft build(Function<? super S, ? extends D> columns);

  /**
   * Returns a part of a key, counted from 0.
   *
   * @hidden
   */
  @ApiStatus.Internal
  protected abstract Object keyPart(K key, int part);

  private <T> T given(@Nullable T given, String method, String what) {
    return Given.present(given, mapping(), method, what);
  }

  private @Nullable Object[] parts(K key, String method) {
    given(key, method, "the key is null; if there may be no key, check first");
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
   * Returns the row with this key.
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

  /** Returns the row with this key, if there is one. */
  public final Optional<E> find(K key) {
    return sql.byKey().optional(scope(), parts(key, "find"));
  }

  /**
   * Returns the rows with these keys, in the order of the keys, each once, leaving out those that
   * do not exist. On SQLite and PostgreSQL this takes one statement.
   */
  public final List<E> findAll(Collection<? extends K> keys) {
    List<@Nullable Object[]> wanted = new ArrayList<>();
    for (K key : given(keys, "findAll", "the collection of keys is null")) {
      wanted.add(parts(key, "findAll"));
    }
    return KeyQuery.find(scope(), sql, wanted);
  }

  /**
   * Returns the rows of the table, to be read and locked until the end of the transaction; see
   * {@link Query#forUpdate}.
   *
   * <pre>{@code
   * Post post = tx.posts().forUpdate().get(1L);
   * }</pre>
   *
   * @throws UnsupportedOperationException on engines other than PostgreSQL
   */
  public final LockedRows<E, K> forUpdate() {
    return new LockedRows<>(
        mapping(), query().forUpdate(), key -> withKey(parts(key, "forUpdate().find")));
  }

  /**
   * Returns the rows of the table, to be read and locked against changes until the end of the
   * transaction; see {@link Query#forShare}.
   *
   * @throws UnsupportedOperationException on engines other than PostgreSQL
   */
  public final LockedRows<E, K> forShare() {
    return new LockedRows<>(
        mapping(), query().forShare(), key -> withKey(parts(key, "forShare().find")));
  }

  private Condition withKey(@Nullable Object[] parts) {
    return TableQueries.equalTo(mapping().fields(mapping().info().key()), Arrays.asList(parts));
  }

  /**
   * Returns whether there is a row with this key. This takes one statement, which reads no columns.
   */
  public final boolean exists(K key) {
    return sql.byKey().exists(sql.exists(), scope(), parts(key, "exists"));
  }

  /**
   * Inserts a row and returns it as it was stored, with its generated key and defaults.
   *
   * @throws NoDataFoundException if the database skipped the row because of a conflict clause, a
   *     trigger or a rule
   */
  public final E insert(Function<? super S, ? extends D> columns) {
    return writes.insert(draft(columns, "insert"));
  }

  /**
   * Inserts a row for each element, all of them or none: with a statement per row, on PostgreSQL
   * per thousand rows that set the same columns.
   *
   * <pre>{@code
   * List<User> users = blog.users()
   *     .insertAll(names, (u, name) -> u.nickname(name).email(name + "@example.com"));
   * }</pre>
   *
   * @return the rows as they were stored, in the order of the elements, unmodifiable
   * @throws NoDataFoundException if the database skipped one of them because of a conflict clause,
   *     a trigger or a rule; {@link #insertBatch} leaves such rows out of its count instead
   */
  public final <T> List<E> insertAll(
      Iterable<? extends T> elements, BiFunction<? super S, ? super T, ? extends D> columns) {
    return writes.insertAll(drafts(elements, columns, "insertAll"));
  }

  /**
   * Inserts a row for each element, all of them or none, without reading them back: in JDBC batches
   * of a thousand rows that set the same columns, on PostgreSQL with a statement for each thousand.
   * This is the fastest way to insert.
   *
   * @return how many rows were stored, not counting those that the database skipped because of
   *     {@code ON CONFLICT IGNORE}, a trigger or a rule
   */
  public final <T> int insertBatch(
      Iterable<? extends T> elements, BiFunction<? super S, ? super T, ? extends D> columns) {
    return writes.insertBatch(drafts(elements, columns, "insertBatch"));
  }

  private Draft draft(Function<? super S, ? extends D> columns, String method) {
    given(columns, method, "the function that sets the columns is null");
    return given(
        build(columns),
        method,
        "the function that sets the columns returned null; it must return the row that it was given,"
            + " with its columns set");
  }

  private <T> Iterable<Draft> drafts(
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
        public Draft next() {
          T element = iterator.next();
          return draft(stage -> columns.apply(stage, element), method);
        }
      };
    };
  }

  /**
   * Inserts a row, or updates the given columns of the row that has the same primary key.
   *
   * @throws IllegalArgumentException if the key is not among the given columns
   */
  public final E upsert(Function<? super S, ? extends D> columns) {
    return writes.upsert(draft(columns, "upsert"), mapping().info().key());
  }

  /**
   * Called by generated upserts by a unique key.
   *
   * @hidden
   */
  @ApiStatus.Internal
  protected final E upsert(Function<? super S, ? extends D> columns, int... conflict) {
    return writes.upsert(draft(columns, "upsert"), conflict);
  }

  /**
   * Stores the columns that {@code with…} methods changed; if none has changed, no statement runs.
   *
   * @return the entity with these columns as they were stored. Values that triggers and computed
   *     columns made of them are read back, but not what others have written into its other columns
   *     meanwhile: {@link #get} reads those
   * @throws NoDataFoundException if its row no longer exists
   * @throws org.jooq.exception.DataAccessException if its row exists, but the database skipped the
   *     update because of a conflict clause, a trigger or a rule
   */
  public final E update(E entity) {
    return writes.update(given(entity, "update", "the entity is null"));
  }

  /**
   * Deletes a row. Returns whether the database deleted it: false if it no longer existed, or if a
   * trigger or rule kept it.
   */
  public final boolean delete(E entity) {
    return writes.delete(given(entity, "delete", "the entity is null"));
  }

  /**
   * Deletes the row with this key. Returns whether the database deleted one: false if there was
   * none, or if a trigger or rule kept it.
   */
  public final boolean deleteByKey(K key) {
    return writes.deleteByKey(parts(key, "deleteByKey"));
  }

  /**
   * Deletes the rows that meet a condition, and returns how many the database deleted.
   *
   * <pre>{@code
   * int old = blog.posts().deleteWhere(POSTS.CREATED_AT.lt(lastYear));
   * }</pre>
   *
   * @throws IllegalArgumentException if the condition is true of every row whatever the row holds,
   *     such as {@code noCondition()} or {@code notIn} with an empty list, or if the condition or
   *     an alternative of its OR names no column of the table: to delete all rows, call {@link
   *     #deleteAll}
   */
  public final int deleteWhere(Condition condition) {
    return writes.deleteWhere(
        given(
            condition,
            "deleteWhere",
            "the condition is null; to delete all rows, call deleteAll()"));
  }

  /** Deletes all rows of the table, and returns how many the database deleted. */
  public final int deleteAll() {
    return writes.deleteAll();
  }
}
