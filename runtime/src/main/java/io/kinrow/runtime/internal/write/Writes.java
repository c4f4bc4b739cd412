package io.kinrow.runtime.internal.write;

import io.kinrow.runtime.Loading;
import io.kinrow.runtime.StaleRowException;
import io.kinrow.runtime.internal.entity.Changes;
import io.kinrow.runtime.internal.entity.EntityMapping;
import io.kinrow.runtime.internal.entity.JsonbText;
import io.kinrow.runtime.internal.entity.Kin;
import io.kinrow.runtime.internal.entity.Lookup;
import io.kinrow.runtime.internal.entity.TableSql;
import io.kinrow.runtime.internal.run.Binder;
import io.kinrow.runtime.internal.run.Binds;
import io.kinrow.runtime.internal.run.BoundValues;
import io.kinrow.runtime.internal.run.Reader;
import io.kinrow.runtime.internal.sql.Dynamic;
import io.kinrow.runtime.internal.sql.Scope;
import io.kinrow.runtime.internal.sql.Statements;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.exception.DataAccessException;
import org.jooq.exception.NoDataFoundException;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of one table on one scope. Immutable and thread-safe.
 *
 * @param <E> the entity
 */
public final class Writes<E> {

  private final Scope scope;
  private final TableSql<E> sql;
  private final EntityMapping<E> mapping;

  public Writes(Scope scope, TableSql<E> sql) {
    this.scope = scope;
    this.sql = sql;
    this.mapping = sql.mapping();
  }

  /**
   * Ends the filling of a draft.
   *
   * @throws IllegalStateException if it is another call's
   */
  public static Draft complete(Draft draft) {
    return draft.complete();
  }

  /** Whether other rows are to be inserted together with the row of a draft. */
  public static boolean isGraph(Draft draft) {
    return draft.hasBranches();
  }

  /** Inserts a row and reads it back as it was stored, with all that is to reference it. */
  public E insert(Draft draft) {
    if (draft.hasBranches()) {
      return draft.stored(insertAll(List.of(draft)).get(0));
    }
    stamp().fill(draft);
    return draft.stored(
        mapping.triggers() || !WriteSql.returns(scope.core())
            ? Transactions.in(scope, inside -> new Writes<>(inside, sql).insertAndRead(draft))
            : insert(scope, Kin.single(scope, Loading.SIBLINGS, mapping), draft));
  }

  private E insert(Scope on, Kin kin, Draft draft) {
    Changes columns = draft.columns();
    return returning(on, WriteSql.insert(on.core(), mapping, columns, true), columns, kin, draft);
  }

  private E returning(Scope on, String text, Changes columns, Kin kin, Draft draft) {
    E entity;
    try {
      entity =
          Statements.returning(
              on,
              text,
              binds -> draft.bind(binds, mapping),
              Reader.ofOne(row -> mapping.entity(row, kin)));
    } catch (SQLException e) {
      throw violation(on).ofRow(e, text, columns, draft::value);
    }
    return InsertedRow.stored(entity, mapping);
  }

  private Stamp stamp() {
    return new Stamp(scope.core(), mapping);
  }

  private Violation violation(Scope on) {
    return new Violation(on, mapping);
  }

  /** For engines that return no row, and for tables whose triggers change it after that. */
  private E insertAndRead(Draft draft) {
    return new InsertedRow<>(scope, sql).insert(draft, draft.columns());
  }

  /**
   * Inserts rows, with those that are to reference them, and reads them back, all or none of them.
   * They are siblings.
   *
   * @return the rows in the order of the drafts, unmodifiable
   */
  public List<E> insertAll(Iterable<? extends Draft> drafts) {
    Stamp stamp = stamp();
    List<Draft> filled = new ArrayList<>();
    drafts.forEach(draft -> filled.add(stamp.fillGraph(draft)));
    return Transactions.in(scope, inside -> new GraphInsert(scope, inside).run(sql, filled));
  }

  /**
   * Inserts rows without reading them back, all or none of them.
   *
   * @return how many were stored
   */
  public int insertBatch(Iterable<? extends Draft> drafts) {
    Iterable<? extends Draft> filled = stamp().fillAll(drafts);
    return Transactions.in(scope, inside -> new Writes<>(inside, sql).batch(filled));
  }

  private int batch(Iterable<? extends Draft> drafts) {
    BatchInsert insert = new BatchInsert(scope, mapping);
    int[] stored = new int[1];
    Runs.each(drafts, insert::most, (alike, columns) -> stored[0] += insert.send(alike, columns));
    return stored[0];
  }

  /** Inserts a row, or updates the one that has the same key. */
  public E upsert(Draft draft, Conflict conflict) {
    return InsertedRow.stored(new ConflictInsert<>(scope, sql, conflict).one(draft), mapping);
  }

  /**
   * Inserts rows, or updates those that have the same keys, all or none of them. They are siblings.
   *
   * @return the rows as they are stored now, in the order of the drafts, unmodifiable
   */
  public List<E> upsertAll(Iterable<? extends Draft> drafts, Conflict conflict) {
    return new ConflictInsert<>(scope, sql, conflict).all(drafts);
  }

  /** Inserts a row, unless one with the same key is there. */
  public Optional<E> insertOrIgnore(Draft draft, Conflict conflict) {
    return Optional.ofNullable(new ConflictInsert<>(scope, sql, conflict.ignoring()).one(draft));
  }

  /**
   * Inserts the rows whose keys are not there, all or none of them. They are siblings.
   *
   * @return the new rows, in the order of the drafts, unmodifiable
   */
  public List<E> insertAllOrIgnore(Iterable<? extends Draft> drafts, Conflict conflict) {
    return new ConflictInsert<>(scope, sql, conflict.ignoring()).all(drafts);
  }

  /**
   * Returns the row with the unique columns of a draft, or inserts the draft.
   *
   * @param lookup finds the row by these columns
   * @param unique their positions, in the same order
   */
  public E getOrInsert(Draft draft, Lookup<E> lookup, int... unique) {
    return new GetOrInsert<>(scope, mapping, lookup, unique).run(draft);
  }

  /**
   * Updates the columns that differ from the stored row.
   *
   * @return the entity as it is stored now
   * @throws StaleRowException if the row has another version, or had one and does not exist
   * @throws NoDataFoundException if the row does not exist any more
   * @throws DataAccessException if the database skipped the update of a row that exists
   */
  public E update(E entity) {
    Changes columns = mapping.changes(entity);
    if (columns.isEmpty()) {
      return entity;
    }
    if (!mapping.managed().isEmpty()) {
      return new ManagedRow<>(scope, sql).update(entity, columns);
    }
    boolean returns = WriteSql.returns(scope.core());
    boolean respelled = isRespelled(entity, columns);
    if (mapping.triggers() || mapping.computed() || (respelled && !returns)) {
      return Transactions.in(
          scope,
          inside -> {
            new Writes<>(inside, sql).send(entity, columns);
            E stored = sql.byKey().find(inside, mapping.key(entity));
            if (stored == null) {
              throw gone(entity);
            }
            return stored;
          });
    }
    if (respelled) {
      return updateReturning(entity, columns);
    }
    send(entity, columns);
    return mapping.stored(entity);
  }

  /**
   * Updates the columns that differ from the stored rows, of all entities or of none, in JDBC
   * batches of those that change the same columns; one by one if there are managed columns.
   *
   * @return the entities as they are stored now, in the same order, unmodifiable
   * @throws StaleRowException if one of the rows has another version, or had one and does not exist
   * @throws NoDataFoundException if one of the rows does not exist any more
   * @throws DataAccessException if the database skipped the update of a row that exists
   */
  public List<E> updateAll(List<E> entities) {
    if (entities.stream().allMatch(entity -> mapping.changes(entity).isEmpty())) {
      return List.copyOf(entities);
    }
    return mapping.managed().isEmpty()
        ? Transactions.in(
            scope, inside -> new BatchUpdate<>(inside, sql, entities.size()).run(entities))
        : new ManagedRow<>(scope, sql).updateAll(entities);
  }

  /** Whether a row is known only when it is read again after an update. */
  boolean isReadBack(E entity, Changes columns) {
    return mapping.triggers() || mapping.computed() || isRespelled(entity, columns);
  }

  /** Whether the database gives back some of the values in another form than they have here. */
  private boolean isRespelled(E entity, Changes columns) {
    for (int column : columns.positions()) {
      Object value = mapping.value(entity, column);
      if (value != null && scope.core().values().respells(value, mapping.field(column))) {
        return true;
      }
    }
    return false;
  }

  private E updateReturning(E entity, Changes columns) {
    String text = WriteSql.update(scope.core(), mapping, columns, true);
    Kin kin = Kin.single(scope, Loading.SIBLINGS, mapping);
    E stored;
    try {
      stored =
          Statements.returning(
              scope,
              text,
              binds -> bindUpdate(binds, entity, columns),
              Reader.ofOne(row -> mapping.entity(row, kin)));
    } catch (SQLException e) {
      throw violation(scope).ofRow(e, text, columns, column -> mapping.value(entity, column));
    }
    if (stored == null) {
      explain(entity, columns);
      return mapping.stored(entity);
    }
    return stored;
  }

  void bindUpdate(Binds binds, E entity, Changes columns) throws SQLException {
    for (int column : columns.positions()) {
      mapping.bindStored(binds, column, entity);
    }
    mapping.bindKey(binds, mapping.key(entity));
  }

  void send(E entity, Changes columns) {
    String text = WriteSql.update(scope.core(), mapping, columns, false);
    try {
      int count = Statements.update(scope, text, binds -> bindUpdate(binds, entity, columns));
      if (count == 0) {
        explain(entity, columns);
      }
    } catch (SQLException e) {
      throw violation(scope).ofRow(e, text, columns, column -> mapping.value(entity, column));
    }
  }

  /** Why an update changed no row, unless the row is already as it shall be. */
  void explain(E entity, Changes columns) {
    E stored = sql.byKey().find(scope, mapping.key(entity));
    if (stored == null) {
      throw gone(entity);
    }
    for (int column : columns.positions()) {
      if (!JsonbText.deepEqual(mapping.value(stored, column), mapping.value(entity, column))) {
        throw new DataAccessException(
            "the row of "
                + mapping
                + " with the key "
                + BoundValues.text(mapping.key(entity))
                + " exists, but the database skipped its update: an ON CONFLICT IGNORE clause,"
                + " a trigger or a rule");
      }
    }
  }

  NoDataFoundException gone(E entity) {
    return new NoDataFoundException(
        "no row of "
            + mapping
            + " has the key "
            + BoundValues.text(mapping.key(entity))
            + " any more");
  }

  /**
   * Deletes the row of an entity; returns whether the database deleted one.
   *
   * @throws StaleRowException if the row has another version
   */
  public boolean delete(E entity) {
    return mapping.version() < 0
        ? deleteByKey(mapping.key(entity))
        : new ManagedRow<>(scope, sql).delete(entity);
  }

  /** Deletes the row with a key; returns whether the database deleted one. */
  public boolean deleteByKey(@Nullable Object... key) {
    String text = sql.delete().on(scope.core());
    try {
      return Statements.update(scope, text, binds -> mapping.bindKey(binds, key)) > 0;
    } catch (SQLException e) {
      throw violation(scope).ofKey(e, text, key);
    }
  }

  /**
   * Deletes the rows of some entities, all or none of them; returns how many.
   *
   * @throws StaleRowException if one of the rows has another version
   */
  public int deleteAll(Collection<? extends E> entities) {
    if (mapping.version() >= 0 && !entities.isEmpty()) {
      return new ManagedRow<>(scope, sql).deleteAll(entities);
    }
    List<@Nullable Object[]> keys = new ArrayList<>(entities.size());
    for (E entity : entities) {
      keys.add(mapping.key(entity));
    }
    return deleteByKeys(keys);
  }

  /** Deletes the rows with some keys, all or none of them; returns how many. */
  public int deleteByKeys(List<@Nullable Object[]> keys) {
    return new KeyDelete(mapping, keys).run(scope);
  }

  /** Deletes all rows; returns how many. */
  public int deleteAll() {
    String text = WriteSql.deleteAll(scope.core(), mapping);
    try {
      return Statements.update(scope, text, Binder.NONE);
    } catch (SQLException e) {
      throw violation(scope).of(e, text);
    }
  }

  /**
   * Deletes the rows that fulfil a condition; returns how many.
   *
   * @throws IllegalArgumentException if all rows do, or all or none, whatever they hold
   */
  public int deleteWhere(Condition condition) {
    AllRows.DELETED.refuse(scope.core(), mapping, condition);
    Dynamic delete =
        Dynamic.of(
            scope.core(), scope.core().renderer().deleteFrom(mapping.table()).where(condition));
    try {
      return Statements.update(scope, delete.sql(), delete.binder());
    } catch (SQLException e) {
      throw violation(scope).of(e, delete.sql());
    }
  }
}
