package io.kinrow.runtime.internal.write;

import io.kinrow.runtime.internal.entity.EntityMapping;
import io.kinrow.runtime.internal.entity.JoinTable;
import io.kinrow.runtime.internal.entity.KeyPlaces;
import io.kinrow.runtime.internal.run.Binder;
import io.kinrow.runtime.internal.run.Binds;
import io.kinrow.runtime.internal.run.BoundValues;
import io.kinrow.runtime.internal.sql.KeySets;
import io.kinrow.runtime.internal.sql.Scope;
import io.kinrow.runtime.internal.sql.Statements;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Writes the links of one row across a join table. Immutable and thread-safe.
 *
 * @param <T> the entity that they lead to
 */
public final class LinkWrites<T> {

  private final Scope scope;
  private final JoinTable<?, T> join;
  private final @Nullable Object[] near;

  /**
   * The links of the row of a relation's source with these values in the columns that the join
   * table refers to.
   *
   * @throws IllegalArgumentException if one of the values is null
   */
  public LinkWrites(Scope scope, JoinTable<?, T> join, @Nullable Object[] near) {
    this.scope = scope;
    this.join = join;
    this.near = near;
    refuseNull(join.source(), join.sourceColumns(), near);
  }

  private void refuseNull(EntityMapping<?> mapping, int[] columns, @Nullable Object[] values) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] == null) {
        throw new IllegalArgumentException(
            "the links "
                + join
                + ": a row of "
                + mapping
                + " whose "
                + mapping.info().columns().get(columns[i])
                + " is NULL cannot be linked");
      }
    }
  }

  /** Adds links to the targets with these values; returns how many were not there. */
  public int add(Collection<@Nullable Object[]> targets) {
    List<Object> keys = keys(targets);
    if (keys.isEmpty()) {
      return 0;
    }
    ConflictInsert.refuseUnlessIgnored(scope, "add and set of " + join);
    return isOneBind()
        ? addAll(scope, keys)
        : Transactions.in(scope, inside -> addEach(inside, keys));
  }

  /** Removes the links to the targets with these values; returns how many were there. */
  public int remove(Collection<@Nullable Object[]> targets) {
    List<Object> keys = keys(targets);
    return KeySets.isOneStatement(scope, keys.size(), types())
        ? remove(scope, keys)
        : Transactions.in(scope, inside -> remove(inside, keys));
  }

  /** Makes the targets with these values the only ones. */
  public void set(Collection<@Nullable Object[]> targets) {
    List<Object> keys = keys(targets);
    if (keys.isEmpty()) {
      clear();
      return;
    }
    ConflictInsert.refuseUnlessIgnored(scope, "add and set of " + join);
    Transactions.in(
        scope,
        inside -> {
          if (isOneBind()) {
            removeOthers(inside, keys);
            return addAll(inside, keys);
          }
          Set<Object> others = new HashSet<>(targets(inside));
          keys.forEach(others::remove);
          remove(inside, List.copyOf(others));
          return addEach(inside, keys);
        });
  }

  /** Removes all links of the row; returns how many. */
  public int clear() {
    return update(scope, LinkSql.removeAll(scope.core(), join), this::bindNear, List.of());
  }

  private List<Object> keys(Collection<@Nullable Object[]> targets) {
    EntityMapping<T> target = join.target();
    int[] columns = join.targetColumns();
    KeyPlaces places = KeyPlaces.of(targets.size(), types());
    for (@Nullable Object[] values : targets) {
      refuseNull(target, columns, values);
      Object key = target.normal(columns, values);
      if (key != null) {
        places.add(key);
      }
    }
    return places.keys();
  }

  private Class<?>[] types() {
    return join.target().normalTypes(join.targetColumns());
  }

  private boolean isOneBind() {
    return scope.core().dialect().oneBind(types());
  }

  private void bindNear(Binds binds) throws SQLException {
    int[] columns = join.sourceColumns();
    for (int i = 0; i < near.length; i++) {
      join.source().bind(binds, columns[i], near[i]);
    }
  }

  /** The columns that values of targets are for, for people. */
  private String columns() {
    return join.table().getName() + "." + String.join(", ", join.farNames());
  }

  private Binder nearAndSet(List<Object> keys) {
    return binds -> {
      bindNear(binds);
      KeySets.bindSet(binds, scope.core().dialect(), keys, this::columns);
    };
  }

  private int addAll(Scope on, List<Object> keys) {
    return update(on, LinkSql.addAll(on.core(), join), nearAndSet(keys), keys);
  }

  /** Where each key has a bind of its own, each has its statement, which tells if it was there. */
  private int addEach(Scope inside, List<Object> keys) {
    String text = LinkSql.addOne(inside.core(), join);
    int added = 0;
    for (Object key : keys) {
      Binder binder =
          binds -> {
            bindNear(binds);
            KeySets.bindOne(binds, key, this::columns);
          };
      added += update(inside, text, binder, List.of(key));
    }
    return added;
  }

  private int remove(Scope on, List<Object> keys) {
    IntFunction<String> text = places -> LinkSql.remove(on.core(), join, places);
    return KeySets.delete(
        on,
        keys,
        types(),
        text,
        this::bindNear,
        this::columns,
        (failure, sql) -> violation(on, failure, sql, List.of()));
  }

  private void removeOthers(Scope inside, List<Object> keys) {
    update(inside, LinkSql.removeOthers(inside.core(), join), nearAndSet(keys), List.of());
  }

  private List<Object> targets(Scope inside) {
    return Statements.query(
        inside,
        LinkSql.targets(inside.core(), join),
        this::bindNear,
        row -> {
          List<Object> keys = new ArrayList<>();
          while (row.next()) {
            keys.add(join.target(row));
          }
          return keys;
        });
  }

  private int update(Scope on, String text, Binder binder, List<Object> keys) {
    try {
      return Statements.update(on, text, binder);
    } catch (SQLException e) {
      throw violation(on, e, text, keys);
    }
  }

  private RuntimeException violation(
      Scope on, SQLException failure, String sql, List<Object> keys) {
    return Violation.ofLinks(on, join.table().getName(), failure, sql, () -> missing(on, keys));
  }

  /** The rows that links would lead from or to, but which do not exist. */
  private List<String> missing(Scope on, List<Object> keys) {
    List<String> missing = new ArrayList<>();
    EntityMapping<?> source = join.source();
    Object key = source.normal(join.sourceColumns(), near);
    if (key != null) {
      missing.addAll(
          References.absent(on, source, join.sourceColumns(), join.nearNames(), List.of(key)));
    }
    missing.addAll(
        References.absent(on, join.target(), join.targetColumns(), join.farNames(), keys));
    return missing;
  }

  @Override
  public String toString() {
    return join + " of " + BoundValues.text(near);
  }
}
