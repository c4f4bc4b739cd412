package io.kinrow.runtime;

import io.kinrow.runtime.internal.entity.JoinTable;
import io.kinrow.runtime.internal.entity.KeyQuery;
import io.kinrow.runtime.internal.entity.Lookup;
import io.kinrow.runtime.internal.entity.TableSql;
import io.kinrow.runtime.internal.query.Select;
import io.kinrow.runtime.internal.run.BoundValues;
import io.kinrow.runtime.internal.sql.Scope;
import io.kinrow.runtime.internal.sql.TableQueries;
import io.kinrow.runtime.internal.write.Conflict;
import io.kinrow.runtime.internal.write.Draft;
import io.kinrow.runtime.internal.write.UpdateDraft;
import io.kinrow.runtime.internal.write.Updates;
import io.kinrow.runtime.internal.write.Writes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jetbrains.annotations.ApiStatus;
import org.jooq.Condition;
import org.jooq.Field;
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
 * @param <U> what an update of rows that have not been read sets
 */
public abstract class Repository<E, K, S, D, U> extends ReadRepository<E> {

  private final TableSql<E> sql;
  private final Writes<E> writes;
  private final Updates<E> updates;

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
    this.updates = new Updates<>(scope, sql);
  }

  /**
   * Applies the caller's columns to a new draft.
   *
   * @hidden
   */
  @ApiStatus.Internal
  protected abstract Draft build(Function<? super S, ? extends D> columns);

  /**
   * Applies the caller's columns to a new update.
   *
   * @hidden
   */
  @ApiStatus.Internal
  protected abstract UpdateDraft buildUpdate(Consumer<? super U> columns);

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
      throw new NoDataFoundException(
          "no row of " + mapping() + " has the key " + BoundValues.text(key));
    }
    return found;
  }

  /** Returns the row with this key, if there is one. */
  public final Optional<E> find(K key) {
    return sql.byKey().optional(scope(), parts(key, "find"));
  }

  /**
   * Returns the rows with these keys, in the order of the keys, each once, leaving out those that
   * do not exist. On SQLite and PostgreSQL this takes one statement however many columns the key
   * has, unless one of them is an array.
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
   * <p>Rows that reference it can be inserted together with it, and others that reference those.
   * All of them are stored or none is. This takes one statement for the row and one for each
   * relation on each level, and thousand of its rows that set the same columns; if triggers run on
   * the table's writes, one per row and one that reads them. The entities navigate to each other
   * without a statement.
   *
   * <pre>{@code
   * User susan = blog.users().insert(u -> u.nickname("susan").email("susan@example.com")
   *     .posts(texts, (p, text) -> p.body(text)));
   * }</pre>
   *
   * @throws IllegalArgumentException if a row that is inserted together with the one that it
   *     references is set to reference another one
   * @throws IllegalStateException if the function returns the row of another call
   * @throws NoDataFoundException if the database skipped the row because of a conflict clause, a
   *     trigger or a rule
   */
  public final E insert(Function<? super S, ? extends D> columns) {
    return writes.insert(graph(columns, "insert"));
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
   * <p>Rows that reference them can be inserted together with them, as in {@link #insert}: then
   * there is one statement for each relation on each level, and thousand of its rows.
   *
   * @return the rows as they were stored, in the order of the elements, unmodifiable
   * @throws NoDataFoundException if the database skipped one of them because of a conflict clause,
   *     a trigger or a rule; {@link #insertBatch} leaves such rows out of its count instead
   */
  public final <T> List<E> insertAll(
      Iterable<? extends T> elements, BiFunction<? super S, ? super T, ? extends D> columns) {
    return writes.insertAll(drafts(elements, columns, this::graph, "insertAll"));
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
    Draft draft = graph(columns, method);
    if (Writes.isGraph(draft)) {
      throw new UnsupportedOperationException(
          method
              + " of "
              + mapping()
              + ": only insert and insertAll can insert other rows together with a row");
    }
    return draft;
  }

  /** A new row, with those that are to be inserted together with it. */
  private Draft graph(Function<? super S, ? extends D> columns, String method) {
    given(columns, method, "the function that sets the columns is null");
    return Writes.complete(
        given(
            build(columns),
            method,
            "the function that sets the columns returned null; it must return the row that it was given,"
                + " with its columns set"));
  }

  private <T> Iterable<Draft> drafts(
      Iterable<? extends T> elements,
      BiFunction<? super S, ? super T, ? extends D> columns,
      String method) {
    return drafts(elements, columns, this::draft, method);
  }

  private <T> Iterable<Draft> drafts(
      Iterable<? extends T> elements,
      BiFunction<? super S, ? super T, ? extends D> columns,
      BiFunction<Function<? super S, ? extends D>, String, Draft> draft,
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
          return draft.apply(stage -> columns.apply(stage, element), method);
        }
      };
    };
  }

  /**
   * Inserts a row, or updates the given columns of the row that has the same primary key. An update
   * compares no version, but writes the next one.
   *
   * @throws IllegalArgumentException if the key is not among the given columns
   */
  public final E upsert(Function<? super S, ? extends D> columns) {
    return upsert(columns, mapping().info().key());
  }

  /**
   * Called by generated upserts by a unique key.
   *
   * @hidden
   */
  @ApiStatus.Internal
  protected final E upsert(Function<? super S, ? extends D> columns, int... conflict) {
    return upsert(columns, Conflict.update(conflict));
  }

  final E upsert(Function<? super S, ? extends D> columns, Conflict conflict) {
    return writes.upsert(draft(columns, "upsert"), conflict);
  }

  /**
   * Inserts a row for each element, or updates the given columns of the row that has the same
   * primary key: all of them or none, as if one were upserted after the other. This takes a
   * statement per row, on PostgreSQL per thousand rows that set the same columns; a key that comes
   * again begins a new statement, so that the last one wins.
   *
   * <pre>{@code
   * List<User> users = blog.users()
   *     .upsertAll(rows, (u, row) -> u.nickname(row.name()).email(row.email()).id(row.id()));
   * }</pre>
   *
   * <p>If triggers run on the table's writes, there are two statements per row.
   *
   * @return the rows as they are stored now, in the order of the elements, unmodifiable
   * @throws IllegalArgumentException if the key is not among the given columns of one of them
   * @throws NoDataFoundException if the database skipped one of them because of a conflict clause,
   *     a trigger or a rule
   */
  public final <T> List<E> upsertAll(
      Iterable<? extends T> elements, BiFunction<? super S, ? super T, ? extends D> columns) {
    return upsertAll(elements, columns, Conflict.update(mapping().info().key()));
  }

  final <T> List<E> upsertAll(
      Iterable<? extends T> elements,
      BiFunction<? super S, ? super T, ? extends D> columns,
      Conflict conflict) {
    return writes.upsertAll(drafts(elements, columns, "upsertAll"), conflict);
  }

  /**
   * Inserts a row, unless one with the same value of the primary key or of another unique key is
   * there, with one statement; with two if triggers run on the table's writes. Breaking any other
   * constraint is an error.
   *
   * <pre>{@code
   * boolean isNew = blog.users()
   *     .insertOrIgnore(u -> u.nickname("susan").email("susan@example.com")).isPresent();
   * }</pre>
   *
   * @return the new row as it was stored; empty if it is there already, or if a trigger or rule
   *     skipped it
   * @throws UnsupportedOperationException on engines other than SQLite and PostgreSQL
   */
  public final Optional<E> insertOrIgnore(Function<? super S, ? extends D> columns) {
    return insertOrIgnore(columns, Conflict.ignore());
  }

  final Optional<E> insertOrIgnore(Function<? super S, ? extends D> columns, Conflict conflict) {
    return writes.insertOrIgnore(draft(columns, "insertOrIgnore"), conflict);
  }

  /**
   * Inserts a row for each element, leaving out those whose primary key or other unique key is
   * there already, also from an element before: with a statement per row, on PostgreSQL per
   * thousand rows that set the same columns. If triggers run on the table's writes, there are two
   * statements per new row. If a row breaks any other constraint, none is stored.
   *
   * @return the new rows as they were stored, in the order of their elements, unmodifiable
   * @throws UnsupportedOperationException on engines other than SQLite and PostgreSQL
   */
  public final <T> List<E> insertAllOrIgnore(
      Iterable<? extends T> elements, BiFunction<? super S, ? super T, ? extends D> columns) {
    return insertAllOrIgnore(elements, columns, Conflict.ignore());
  }

  final <T> List<E> insertAllOrIgnore(
      Iterable<? extends T> elements,
      BiFunction<? super S, ? super T, ? extends D> columns,
      Conflict conflict) {
    return writes.insertAllOrIgnore(drafts(elements, columns, "insertAllOrIgnore"), conflict);
  }

  /**
   * Returns inserts of rows that may be there already, as the columns of a unique key tell: to
   * update such rows, all that is given or only {@linkplain OnConflict#updateOnly some columns}, or
   * to leave them as they are.
   *
   * <pre>{@code
   * blog.users().onConflict(USERS.NICKNAME).updateOnly(USERS.EMAIL)
   *     .upsertAll(rows, (u, row) -> u.nickname(row.name()).email(row.email()));
   * }</pre>
   *
   * @param key the columns of a primary key, unique constraint or unique index; the database
   *     refuses others
   * @throws IllegalArgumentException if there are none, or if one belongs to another table
   */
  public final OnConflict<E, S, D> onConflict(Field<?>... key) {
    int[] positions = positions(key, "onConflict");
    if (positions.length == 0) {
      throw new IllegalArgumentException(
          "onConflict of " + mapping() + " without columns: name those of a unique key");
    }
    return new OnConflict<>(this, Conflict.update(positions));
  }

  /** The positions of some columns of the table. */
  final int[] positions(Field<?>[] columns, String method) {
    int[] positions = new int[given(columns, method, "the columns are null").length];
    for (int i = 0; i < positions.length; i++) {
      Field<?> column = given(columns[i], method, "column " + (i + 1) + " is null");
      positions[i] = mapping().fieldList().indexOf(column);
      if (positions[i] < 0) {
        throw new IllegalArgumentException(
            method
                + " of "
                + mapping()
                + ": "
                + column
                + " is not one of its columns, which are "
                + String.join(", ", mapping().info().columns()));
      }
    }
    return positions;
  }

  /**
   * Returns the row that has the primary key of the given columns, or inserts these columns if
   * there is none. If others insert the row at the same time, all get that one row, and none an
   * error. Generated repositories have the same for each unique key:
   *
   * <pre>{@code
   * User susan = blog.users()
   *     .getOrInsertByNickname(u -> u.nickname("susan").email("susan@example.com"));
   * }</pre>
   *
   * <p>The other columns are only for a new row: those of a row that is there stay as they are. On
   * SQLite and PostgreSQL this takes one statement if the row is there, two if it is inserted, and
   * three if others insert it in between; a fourth one is refused if another unique key of the new
   * row is taken. In a transaction it waits for one that has inserted the row and not ended yet. On
   * PostgreSQL, a transaction with {@code REPEATABLE READ} or more does not see a row that others
   * inserted after its first statement: there it fails with SQL state 40001 and has to be run
   * again.
   *
   * @throws IllegalArgumentException if the key is not among the given columns, or null
   * @throws org.jooq.exception.IntegrityConstraintViolationException if the new row breaks another
   *     constraint
   * @throws NoDataFoundException if the row is not there and the database skips it because of a
   *     conflict clause of other columns, a trigger or a rule
   */
  public final E getOrInsert(Function<? super S, ? extends D> columns) {
    return writes.getOrInsert(draft(columns, "getOrInsert"), sql.byKey(), mapping().info().key());
  }

  /**
   * Called by generated methods for a unique key.
   *
   * @hidden
   */
  @ApiStatus.Internal
  protected final E getOrInsert(
      Lookup<E> lookup, Function<? super S, ? extends D> columns, int... unique) {
    return writes.getOrInsert(draft(columns, "getOrInsert"), lookup, unique);
  }

  /**
   * Stores the columns that {@code with…} methods changed; if none has changed, no statement runs.
   *
   * <p>With a version column (see {@link io.kinrow.annotation.Repositories#versionColumns}), the
   * same statement compares the version with the one that the entity was read with, and writes the
   * next one: the returned entity has it. On SQLite and PostgreSQL this takes one statement, or a
   * transaction of two where triggers or computed columns make the row another one.
   *
   * @return the entity with these columns as they were stored. Values that triggers and computed
   *     columns made of them are read back, but not what others have written into its other columns
   *     meanwhile: {@link #get} reads those
   * @throws StaleRowException if there is a version column and its row was changed or deleted by
   *     others
   * @throws NoDataFoundException if its row no longer exists, without a version column
   * @throws org.jooq.exception.DataAccessException if its row exists, but the database skipped the
   *     update because of a conflict clause, a trigger or a rule
   */
  public final E update(E entity) {
    return writes.update(given(entity, "update", "the entity is null"));
  }

  private UpdateDraft changes(@Nullable Consumer<? super U> columns, String method) {
    return buildUpdate(given(columns, method, "the function that sets the columns is null"));
  }

  /**
   * Updates the row with this key, without reading it. This takes one statement, or none if the
   * function sets no column.
   *
   * <pre>{@code
   * blog.posts().update(7L, p -> p.body(POSTS.BODY.concat(" (edited)")));
   * }</pre>
   *
   * @param columns sets columns, each to a value or to a jOOQ expression over the columns of the
   *     row, including those of rows that it references: {@code POSTS.author().NICKNAME}
   * @return whether the database updated the row, even if it had these values before: false if
   *     there is none, if a conflict clause, trigger or rule kept it, or if the function sets no
   *     column. {@link #updateReturning} tells in that case too whether there is a row
   * @throws org.jooq.exception.DataAccessException if a value does not fit its column or the
   *     database refuses the statement
   */
  public final boolean update(K key, Consumer<? super U> columns) {
    return updates.byKey(parts(key, "update"), changes(columns, "update"));
  }

  /**
   * Updates the row with this key like {@link #update(Object, Consumer)}, and returns it as it is
   * stored then. This takes one statement; if the function sets no column, it is a query, as in
   * {@link #find}. If the table has triggers or columns that the database computes, it takes a
   * second statement in the same transaction.
   *
   * @return empty if there is no such row, or if a conflict clause, trigger or rule kept it as it
   *     was
   */
  public final Optional<E> updateReturning(K key, Consumer<? super U> columns) {
    return updates.byKeyReturning(
        parts(key, "updateReturning"), changes(columns, "updateReturning"));
  }

  /**
   * Updates all rows of the table, without reading them. This takes one statement, or none if the
   * function sets no column.
   *
   * @return how many rows the database updated
   * @see UpdatableQuery#update
   */
  public final int updateAll(Consumer<? super U> columns) {
    return updates.all(changes(columns, "updateAll"));
  }

  /** Returns a query for the rows that meet all of these conditions, which can be updated. */
  @Override
  public final UpdatableQuery<E, U> where(Condition... conditions) {
    return new UpdatableQuery<>(this, super.where(conditions));
  }

  final int updateRows(Consumer<? super U> columns, Select<E> rows) {
    UpdateDraft draft = changes(columns, "update");
    return updates.where(draft, condition(rows, false));
  }

  final List<E> updateRowsReturning(Consumer<? super U> columns, Select<E> rows) {
    UpdateDraft draft = changes(columns, "updateReturning");
    return updates.whereReturning(
        draft, condition(rows, true), (inside, keys) -> KeyQuery.find(inside, sql, keys));
  }

  private Condition condition(Select<E> rows, boolean returning) {
    if (!rows.isCut()) {
      updates.refuseAll(rows.condition(), returning);
    }
    return rows.ofRows(scope().core());
  }

  /**
   * Stores the columns that {@code with…} methods changed, of all these entities or, if this fails
   * for one of them, of none. Rows whose changed columns are the same are sent together: there is a
   * JDBC batch for each thousand of them, and no statement for entities without changes.
   *
   * <pre>{@code
   * List<Post> moved = blog.posts().updateAll(posts.stream().map(p -> p.withAuthor(susan)).toList());
   * }</pre>
   *
   * <p>Values that triggers and computed columns made of them, or that are stored in another form,
   * are read back by one more statement for all of them. If a row comes several times, the last one
   * wins, as if one had been updated after the other. With version or audit columns, there is a
   * statement per row, as in {@link #update(Object)}.
   *
   * @return the entities with these columns as they were stored, in the order of the collection,
   *     unmodifiable
   * @throws NoDataFoundException if one of the rows no longer exists
   * @throws StaleRowException if there is a version column and one of the rows was changed or
   *     deleted by others
   * @throws org.jooq.exception.DataAccessException if one of the rows exists, but the database
   *     skipped the update because of a conflict clause, a trigger or a rule
   */
  public final List<E> updateAll(Collection<? extends E> entities) {
    given(entities, "updateAll", "the collection is null");
    return writes.updateAll(each(entities, "updateAll", "entity"));
  }

  /**
   * Deletes a row. Returns whether the database deleted it: false if it no longer existed, or if a
   * trigger or rule kept it. With a version column, the same statement compares the version with
   * the one that the entity was read with.
   *
   * @throws StaleRowException if there is a version column and its row was changed by others
   */
  public final boolean delete(E entity) {
    return writes.delete(given(entity, "delete", "the entity is null"));
  }

  /**
   * Deletes the row with this key. Returns whether the database deleted one: false if there was
   * none, or if a trigger or rule kept it. No version is compared.
   */
  public final boolean deleteByKey(K key) {
    return writes.deleteByKey(parts(key, "deleteByKey"));
  }

  /**
   * Deletes the rows of these entities with one statement, and returns how many the database
   * deleted: not those that no longer existed, or that a trigger or rule kept. Without entities, no
   * statement runs. If one of the rows may not be deleted, none is.
   *
   * <pre>{@code
   * int read = blog.posts().deleteAll(seen);
   * }</pre>
   *
   * <p>On engines other than SQLite and PostgreSQL, and on SQLite where the key holds bytes, there
   * is a statement for every 256 rows. With a version column, there is a statement for each row,
   * which compares the version.
   *
   * @throws StaleRowException if there is a version column and one of the rows was changed by
   *     others
   */
  public final int deleteAll(Collection<? extends E> entities) {
    given(entities, "deleteAll", "the collection is null; to delete all rows, call deleteAll()");
    return writes.deleteAll(each(entities, "deleteAll", "entity"));
  }

  /**
   * Deletes the rows with these keys with one statement, and returns how many the database deleted:
   * not those that did not exist, or that a trigger or rule kept. Without keys, no statement runs.
   * If one of the rows may not be deleted, none is.
   *
   * <pre>{@code
   * int deleted = blog.posts().deleteByKeys(List.of(1L, 2L, 3L));
   * }</pre>
   *
   * <p>On engines other than SQLite and PostgreSQL, and on SQLite where the key holds bytes, there
   * is a statement for every 256 rows.
   */
  public final int deleteByKeys(Collection<? extends K> keys) {
    List<@Nullable Object[]> parts = new ArrayList<>();
    for (K key : given(keys, "deleteByKeys", "the collection of keys is null")) {
      parts.add(parts(key, "deleteByKeys"));
    }
    return writes.deleteByKeys(parts);
  }

  private <T> List<T> each(Collection<? extends T> entities, String method, String what) {
    List<T> each = new ArrayList<>(entities.size());
    for (T entity : entities) {
      each.add(given(entity, method, what + " " + (each.size() + 1) + " is null"));
    }
    return each;
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

  /**
   * Called by generated methods for many-to-many relations.
   *
   * @hidden
   */
  @ApiStatus.Internal
  protected final <T, L> LinkSet<T, L> links(Path<E, T> relation, E row) {
    return links(relation, row, key -> new Object[] {key});
  }

  /**
   * Called by generated methods for many-to-many relations to a composite key.
   *
   * @param parts takes a key of the target apart
   * @hidden
   */
  @ApiStatus.Internal
  protected final <T, L> LinkSet<T, L> links(
      Path<E, T> relation, E row, Function<? super L, @Nullable Object[]> parts) {
    JoinTable<E, T> join = JoinTable.of(relation);
    E from = Given.present(row, join, "links", "the row that they start from is null");
    return new LinkSet<>(scope(), join, mapping().values(from, join.sourceColumns()), parts);
  }

  /**
   * Called by generated methods for many-to-many relations.
   *
   * @hidden
   */
  @ApiStatus.Internal
  protected final <T, L> LinkSet<T, L> linksOf(Path<E, T> relation, K key) {
    return linksOf(relation, key, part -> new Object[] {part});
  }

  /**
   * Called by generated methods for many-to-many relations to a composite key.
   *
   * @param parts takes a key of the target apart
   * @hidden
   */
  @ApiStatus.Internal
  protected final <T, L> LinkSet<T, L> linksOf(
      Path<E, T> relation, K key, Function<? super L, @Nullable Object[]> parts) {
    return new LinkSet<>(scope(), JoinTable.of(relation), parts(key, "links"), parts);
  }
}
