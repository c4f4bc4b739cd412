package io.kinrow.runtime.internal.write;

import io.kinrow.runtime.Loading;
import io.kinrow.runtime.StaleRowException;
import io.kinrow.runtime.internal.entity.Changes;
import io.kinrow.runtime.internal.entity.EntityMapping;
import io.kinrow.runtime.internal.entity.Kin;
import io.kinrow.runtime.internal.entity.TableSql;
import io.kinrow.runtime.internal.run.Binds;
import io.kinrow.runtime.internal.run.BoundValues;
import io.kinrow.runtime.internal.run.Reader;
import io.kinrow.runtime.internal.sql.Scope;
import io.kinrow.runtime.internal.sql.Statements;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.exception.DataAccessException;
import org.jooq.exception.NoDataFoundException;
import org.jspecify.annotations.Nullable;

/**
 * Updates and deletes a row of a table with managed columns: writes them together with the changed
 * columns, and checks the version, in the same statement. The row comes back with the statement, or
 * is read after it. Immutable and thread-safe.
 *
 * @param <E> the entity
 */
final class ManagedRow<E> {

  private final Scope scope;
  private final TableSql<E> sql;
  private final EntityMapping<E> mapping;

  ManagedRow(Scope scope, TableSql<E> sql) {
    this.scope = scope;
    this.sql = sql;
    this.mapping = sql.mapping();
  }

  /** What of a row is compared before it is written. */
  enum Check {
    /** The key only. */
    KEY,
    /** The version too. */
    VERSION,
    /** The version too, which is NULL. */
    NO_VERSION
  }

  private record Update<E>(
      E entity, Changes changed, Map<Integer, @Nullable Object> managed, Check check) {

    Changes columns() {
      Changes columns = changed;
      for (int column : managed.keySet()) {
        columns = columns.with(column);
      }
      return columns;
    }

    Update<E> unchecked() {
      return new Update<>(entity, changed, managed, Check.KEY);
    }
  }

  // Updates ----------------------------------------------------------------------------------

  /** Updates the changed columns of an entity, of which there are some. */
  E update(E entity, Changes changed) {
    return update(entity, changed, new Stamp(scope.core(), mapping));
  }

  /** Updates the changed columns of all entities or of none, each by statements of its own. */
  List<E> updateAll(List<E> entities) {
    Stamp stamp = new Stamp(scope.core(), mapping).askEarly();
    return Transactions.in(
        scope,
        inside -> {
          ManagedRow<E> rows = new ManagedRow<>(inside, sql);
          List<E> stored = new ArrayList<>(entities.size());
          for (E entity : entities) {
            Changes changed = mapping.changes(entity);
            stored.add(changed.isEmpty() ? entity : rows.update(entity, changed, stamp));
          }
          return Collections.unmodifiableList(stored);
        });
  }

  private E update(E entity, Changes changed, Stamp stamp) {
    Update<E> update =
        new Update<>(entity, changed, stamp.updates(changed, version(entity)), check(entity));
    if (mapping.triggers() || mapping.computed() || !WriteSql.returns(scope.core())) {
      return Transactions.in(scope, inside -> new ManagedRow<>(inside, sql).sendAndRead(update));
    }
    E stored = returning(update);
    if (stored != null) {
      return stored;
    }
    refuseUnlessRespelled(entity);
    return Transactions.in(scope, inside -> new ManagedRow<>(inside, sql).checkAndReturn(update));
  }

  private E sendAndRead(Update<E> update) {
    E entity = update.entity;
    if (!send(update)) {
      refuseUnlessRespelled(entity);
      if (!send(update.unchecked())) {
        throw skipped(entity);
      }
    }
    E stored = find(entity);
    if (stored == null) {
      throw gone(entity);
    }
    return stored;
  }

  /** Where the version is text that SQL does not find: compares it here, holding the write lock. */
  private E checkAndReturn(Update<E> update) {
    refuseUnlessRespelled(update.entity);
    E stored = returning(update.unchecked());
    if (stored == null) {
      throw skipped(update.entity);
    }
    return stored;
  }

  @SuppressWarnings("NullAway") // what the reader returns may be null here
  private @Nullable E returning(Update<E> update) {
    String text = text(update, true);
    Kin kin = Kin.single(scope, Loading.SIBLINGS, mapping);
    try {
      return Statements.returning(
          scope, text, binds -> bind(binds, update), Reader.ofOne(row -> mapping.entity(row, kin)));
    } catch (SQLException e) {
      throw violation(e, text, update);
    }
  }

  private boolean send(Update<E> update) {
    String text = text(update, false);
    try {
      return Statements.update(scope, text, binds -> bind(binds, update)) > 0;
    } catch (SQLException e) {
      throw violation(e, text, update);
    }
  }

  private String text(Update<E> update, boolean returning) {
    return WriteSql.update(scope.core(), mapping, update.columns(), returning, update.check);
  }

  private void bind(Binds binds, Update<E> update) throws SQLException {
    for (int column : update.columns().positions()) {
      if (update.managed.containsKey(column)) {
        mapping.bind(binds, column, update.managed.get(column));
      } else {
        mapping.bindStored(binds, column, update.entity);
      }
    }
    bindChecked(binds, update.entity, update.check);
  }

  private RuntimeException violation(SQLException failure, String text, Update<E> update) {
    return new Violation(scope, mapping)
        .ofRow(
            failure,
            text,
            update.columns(),
            column ->
                update.managed.containsKey(column)
                    ? update.managed.get(column)
                    : mapping.value(update.entity, column));
  }

  // Deletions --------------------------------------------------------------------------------

  /** Deletes the row of an entity with a version; returns whether the database deleted one. */
  boolean delete(E entity) {
    if (remove(entity, check(entity))) {
      return true;
    }
    return isThereRespelled(entity)
        && Transactions.in(scope, inside -> new ManagedRow<>(inside, sql).checkAndRemove(entity));
  }

  /** Deletes the rows of entities with a version, all or none of them; returns how many. */
  int deleteAll(Collection<? extends E> entities) {
    return Transactions.in(
        scope,
        inside -> {
          ManagedRow<E> rows = new ManagedRow<>(inside, sql);
          int deleted = 0;
          for (E entity : entities) {
            deleted += rows.delete(entity) ? 1 : 0;
          }
          return deleted;
        });
  }

  private boolean checkAndRemove(E entity) {
    return isThereRespelled(entity) && remove(entity, Check.KEY);
  }

  private boolean isThereRespelled(E entity) {
    E stored = find(entity);
    if (stored == null) {
      return false; // as was wished
    } else if (!hasSameVersion(stored, entity)) {
      throw stale(entity, stored);
    }
    return isText();
  }

  private boolean remove(E entity, Check check) {
    String text = WriteSql.delete(scope.core(), sql, check);
    try {
      return Statements.update(scope, text, binds -> bindChecked(binds, entity, check)) > 0;
    } catch (SQLException e) {
      throw new Violation(scope, mapping).ofKey(e, text, mapping.key(entity));
    }
  }

  // What is checked --------------------------------------------------------------------------

  private Check check(E entity) {
    return mapping.version() < 0
        ? Check.KEY
        : version(entity) == null ? Check.NO_VERSION : Check.VERSION;
  }

  private @Nullable Object version(E entity) {
    return mapping.version() < 0 ? null : mapping.value(entity, mapping.version());
  }

  private void bindChecked(Binds binds, E entity, Check check) throws SQLException {
    mapping.bindKey(binds, mapping.key(entity));
    if (check == Check.VERSION) {
      mapping.bindStored(binds, mapping.version(), entity);
    }
  }

  private @Nullable E find(E entity) {
    return sql.byKey().find(scope, mapping.key(entity));
  }

  private boolean hasSameVersion(E one, E other) {
    return Objects.equals(version(one), version(other));
  }

  /** Whether a version may be there in another spelling, which the statement did not find. */
  private boolean isText() {
    return mapping.version() >= 0
        && scope.core().values().comparesTimesAsText()
        && Stamp.isTime(mapping.field(mapping.version()).getType());
  }

  // Why nothing was written ------------------------------------------------------------------

  private void refuseUnlessRespelled(E entity) {
    E stored = find(entity);
    if (stored == null) {
      throw mapping.version() < 0 ? gone(entity) : stale(entity, null);
    } else if (!hasSameVersion(stored, entity)) {
      throw stale(entity, stored);
    } else if (!isText()) {
      throw skipped(entity);
    }
  }

  private StaleRowException stale(E entity, @Nullable E stored) {
    String row = "the row of " + mapping + " with the key " + key(entity);
    String what =
        stored == null
            ? row + " was deleted after this entity was read from it"
            : "%s was changed after this entity was read from it: its %s was %s and is %s now; current() of this exception has the row as it is now, to merge and update"
                .formatted(
                    row,
                    mapping.info().columns().get(mapping.version()),
                    shown(version(entity)),
                    shown(version(stored)));
    return new StaleRowException(what, stored);
  }

  private static Object shown(@Nullable Object version) {
    return version == null ? "NULL" : version;
  }

  private DataAccessException skipped(E entity) {
    return new DataAccessException(
        "the row of "
            + mapping
            + " with the key "
            + key(entity)
            + " exists, but the database skipped its update: an ON CONFLICT IGNORE clause,"
            + " a trigger or a rule");
  }

  private NoDataFoundException gone(E entity) {
    return new NoDataFoundException(
        "no row of " + mapping + " has the key " + key(entity) + " any more");
  }

  private String key(E entity) {
    return BoundValues.text(mapping.key(entity));
  }
}
