package io.kinrow.runtime.internal.entity;

import io.kinrow.runtime.Loading;
import io.kinrow.runtime.NavigationForbiddenException;
import io.kinrow.runtime.Path;
import io.kinrow.runtime.internal.sql.PinnedScope;
import io.kinrow.runtime.internal.sql.Scope;
import io.kinrow.runtime.internal.sql.Statements;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jooq.exception.NoDataFoundException;
import org.jspecify.annotations.Nullable;

/**
 * The rows that were read together: one query's result, or one window of a stream. The first
 * navigation over a relation loads it for all of them with one statement.
 *
 * <p>Holds the rows' keys, not their entities, and what was loaded for them: what an entity of the
 * kin keeps alive is bounded by what was navigated. Thread-safe once all rows are read.
 */
public final class Kin {

  private static final int USUAL_ROWS = 16;

  /** What a relation holds for a row that has no partner. */
  static final Object NOTHING = new Object();

  private final Scope scope;
  private final Loading loading;
  private final EntityMapping<?> mapping;

  /** For each slot a {@code long[]} or an {@code Object[]}; null when there is but one row. */
  private @Nullable Object @Nullable [] keys;

  /** How many rows there is room for at first. */
  private final int expected;

  /** Whether the rows are those of a result that may have several. */
  private final boolean several;

  private int size;
  private volatile @Nullable AtomicReferenceArray<@Nullable Object[]> loaded;

  /** For each relation the kin of the rows that it leads to; guarded by this. */
  private @Nullable Kin @Nullable [] partners;

  private Kin(
      Scope scope,
      Loading loading,
      EntityMapping<?> mapping,
      boolean single,
      boolean several,
      int expected) {
    this.scope = scope.ofEntities();
    this.loading = loading;
    this.mapping = mapping;
    this.keys = single ? null : new Object[mapping.info().slots().length];
    this.several = several;
    this.expected = expected;
    this.size = single ? 1 : 0;
  }

  /** The kin of a row that comes alone. */
  public static Kin single(Scope scope, Loading loading, EntityMapping<?> mapping) {
    return new Kin(scope, loading, mapping, true, false, 1);
  }

  /** The kin of the rows of a result. */
  public static Kin of(Scope scope, Loading loading, EntityMapping<?> mapping) {
    return of(scope, loading, mapping, USUAL_ROWS);
  }

  /**
   * The same for a result of about so many rows.
   *
   * @param expected at least 1
   */
  public static Kin of(Scope scope, Loading loading, EntityMapping<?> mapping, int expected) {
    return new Kin(scope, loading, mapping, false, true, expected);
  }

  /** The kin of the one row that a query asks for. */
  public static Kin ofOne(Scope scope, Loading loading, EntityMapping<?> mapping) {
    return new Kin(scope, loading, mapping, false, false, 1);
  }

  /**
   * The kin of a copy with another value in a column: these rows, or none where the column is part
   * of a key that relations follow, since the copy's keys are no longer those of the row.
   */
  public Kin ofCopy(int column) {
    return mapping.isInSlot(column) ? single(scope, loading, mapping) : this;
  }

  /**
   * The place of that copy in its kin: the complement of its row's place, so that nothing is wired
   * to the copy.
   */
  public int placeOfCopy(int column, int at) {
    return mapping.isInSlot(column) ? 0 : at < 0 ? at : ~at;
  }

  /** Where navigation from the rows runs its statements. */
  public Scope scope() {
    return scope;
  }

  /** What navigation from the rows does. */
  public Loading loading() {
    return loading;
  }

  int size() {
    return size;
  }

  // While rows are read ----------------------------------------------------------------------

  /** Takes in one more row; returns its place. */
  public int next() {
    return keys == null ? 0 : size++;
  }

  /** Notes a row's key of one column that holds a whole number and is not null. */
  public void key(int slot, int at, long value) {
    if (keys == null) {
      return;
    }
    long[] values = (long[]) keys[slot];
    if (values == null || at >= values.length) {
      values = values == null ? new long[expected] : Arrays.copyOf(values, values.length * 2);
      keys[slot] = values;
    }
    values[at] = value;
  }

  /** Notes a row's key of one column. */
  public void key(int slot, int at, @Nullable Object value) {
    if (keys != null) {
      put(keys, slot, at, mapping.normal(mapping.info().slots()[slot][0], value));
    }
  }

  /** Notes a row's key of several columns. */
  public void key(int slot, int at, @Nullable Object first, @Nullable Object... others) {
    if (keys == null) {
      return;
    }
    @Nullable Object[] parts = new @Nullable Object[others.length + 1];
    parts[0] = first;
    System.arraycopy(others, 0, parts, 1, others.length);
    put(keys, slot, at, mapping.normal(mapping.info().slots()[slot], parts));
  }

  private void put(@Nullable Object[] keys, int slot, int at, @Nullable Object key) {
    Object[] values = (Object[]) keys[slot];
    if (values == null || at >= values.length) {
      values = values == null ? new Object[expected] : Arrays.copyOf(values, values.length * 2);
      keys[slot] = values;
    }
    values[at] = key;
  }

  /** Takes the last row back. */
  void dropLast() {
    size--;
  }

  // Navigation -------------------------------------------------------------------------------

  /** The rows that a relation leads to, for the entity at a place of this kin. */
  public <S, T> List<T> list(Path<S, T> constant, S entity, int at) {
    Relation<S, T> relation = Relation.of(constant);
    Object found = found(relation, entity, at);
    if (found instanceof Children<?> children && at >= 0) {
      children.wire(entity);
    }
    @SuppressWarnings("unchecked") // what the relation's own loading put there
    List<T> rows = (List<T>) found;
    return rows;
  }

  /** The row that an optional relation leads to. */
  public <S, T> Optional<T> optional(Path<S, T> constant, S entity, int at) {
    Relation<S, T> relation = Relation.of(constant);
    if (relation.kind() == Relation.Kind.ONE) {
      return Optional.ofNullable(row(relation, found(relation, entity, at)));
    }
    List<T> rows = list(relation, entity, at);
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
  }

  /**
   * The row that a relation along a NOT NULL foreign key leads to.
   *
   * @throws NoDataFoundException if it is gone by now
   */
  public <S, T> T one(Path<S, T> constant, S entity, int at) {
    Relation<S, T> relation = Relation.of(constant);
    T row = row(relation, found(relation, entity, at));
    if (row == null) {
      throw new NoDataFoundException(
          relation + ": the row with key " + keyOf(relation, entity, at) + " does not exist");
    }
    return row;
  }

  @SuppressWarnings("unchecked") // what the relation's own loading put there
  private static <T> @Nullable T row(Relation<?, T> unusedButForT, Object found) {
    return found == NOTHING ? null : (T) found;
  }

  /**
   * How many rows a relation leads to: those already loaded, or counted for all siblings at once.
   */
  public <S, T> long count(Path<S, T> constant, S entity, int at) {
    Relation<S, T> relation = Relation.of(constant);
    Object[] rows = results(relation.ordinal());
    Object known = rows == null ? null : rows[place(at)];
    if (known instanceof List<?> list) {
      return list.size();
    }
    int ordinal = mapping.info().relations() + relation.ordinal();
    Object[] counts = results(ordinal);
    Object count = counts == null ? null : counts[place(at)];
    return (Long) (count != null ? count : load(relation, ordinal, entity, at));
  }

  private <S, T> Object found(Relation<S, T> relation, S entity, int at) {
    Object[] results = results(relation.ordinal());
    Object found = results == null ? null : results[place(at)];
    return found != null ? found : load(relation, relation.ordinal(), entity, at);
  }

  /**
   * Copies with changes have the complement of their row's place, so that nothing is wired to them.
   */
  private static int place(int at) {
    return at < 0 ? ~at : at;
  }

  private Object @Nullable [] results(int ordinal) {
    AtomicReferenceArray<Object[]> all = loaded;
    return all == null ? null : all.get(ordinal);
  }

  private <S, T> Object load(Relation<S, T> relation, int ordinal, @Nullable S entity, int at) {
    if (loading == Loading.FORBID && several) {
      throw new NavigationForbiddenException(relation.toString());
    }
    boolean all = loading != Loading.ALONE;
    return fill(relation, ordinal, entity, all ? -1 : place(at))[place(at)];
  }

  /**
   * Loads a relation for the rows that do not have it yet. Takes the session before the lock, so
   * that whoever waits for a session holds no lock.
   *
   * @param only the one row to load it for, or -1 for all
   */
  private <S, T> Object[] fill(Relation<S, T> relation, int ordinal, @Nullable S entity, int only) {
    try {
      return scope.run(
          session -> {
            synchronized (this) {
              Object[] results = room(ordinal);
              RelationLoad<S, T> load =
                  new RelationLoad<>(relation, this, new PinnedScope(scope.core(), session));
              int[] rows = pending(results, only);
              if (ordinal != relation.ordinal()) {
                load.counts(rows, results, entity);
              } else if (rows.length > 0) {
                partners()[ordinal] = load.rows(rows, results, entity);
              }
              return results;
            }
          });
    } catch (SQLException e) {
      throw Statements.failed(relation.toString(), e);
    }
  }

  private static int[] pending(Object[] results, int only) {
    if (only >= 0) {
      return results[only] == null ? new int[] {only} : new int[0];
    }
    int[] rows = new int[results.length];
    int count = 0;
    for (int row = 0; row < results.length; row++) {
      if (results[row] == null) {
        rows[count++] = row;
      }
    }
    return Arrays.copyOf(rows, count);
  }

  private synchronized Object[] room(int ordinal) {
    AtomicReferenceArray<Object[]> all = loaded;
    if (all == null) {
      all = new AtomicReferenceArray<>(2 * mapping.info().relations());
      loaded = all;
    }
    Object[] results = all.get(ordinal);
    if (results == null) {
      results = new Object[size];
      all.set(ordinal, results);
    }
    return results;
  }

  /**
   * Lets a relation of a row that came alone lead to an entity that is there already: if that is
   * the row it leads to, as it was read, and navigates on the same scope.
   */
  public static <S, T> void give(Path<S, T> constant, S row, T partner) {
    Relation<S, T> relation = Relation.of(constant);
    EntityMapping<S> source = relation.source();
    EntityMapping<T> target = relation.target();
    Kin kin = source.kin(row);
    Kin other = target.kin(partner);
    if (kin == null
        || other == null
        || kin.scope != other.scope
        || kin.size != 1
        || !target.changes(partner).isEmpty()) {
      return;
    }
    int[] columns = source.info().slots()[relation.slot()];
    int[] targets = target.info().slots()[relation.targetSlot()];
    Object key = source.normal(columns, source.values(row, columns));
    if (key != null && key.equals(target.normal(targets, target.values(partner, targets)))) {
      kin.wire(relation.ordinal(), 0, 1, partner);
    }
  }

  /** Notes the partner of a range of rows. */
  void wire(int ordinal, int from, int to, Object partner) {
    if (from == to) {
      return;
    }
    Object[] results = results(ordinal);
    if (results == null) {
      results = room(ordinal);
    }
    for (int row = from; row < to; row++) {
      if (results[row] == null) {
        results[row] = partner;
      }
    }
  }

  /** Notes what a relation leads to for a row, so that it is not loaded. */
  void know(int ordinal, int place, Object found) {
    room(ordinal)[place] = found;
  }

  /** Loads a relation for all rows now; returns the kin of the rows that it leads to. */
  Kin prefetch(Relation<?, ?> relation) {
    if (size > 0) {
      fill(relation, relation.ordinal(), null, -1);
    }
    synchronized (this) {
      Kin partner = partners()[relation.ordinal()];
      return partner == null ? of(scope, loading, relation.target()) : partner;
    }
  }

  private @Nullable Kin[] partners() {
    if (partners == null) {
      partners = new Kin[mapping.info().relations()];
    }
    return partners;
  }

  // Keys -------------------------------------------------------------------------------------

  /** The key of a row, or null. */
  @Nullable Object keyAt(int slot, int row) {
    if (keys == null) {
      throw new IllegalStateException("a single row's key is its entity's");
    }
    return keys[slot] instanceof long[] values
        ? (Object) values[row]
        : ((Object[]) keys[slot])[row];
  }

  /** Looks for the key of a row; returns its place, or -1 if the row has no key. */
  <S> int look(KeyPlaces places, Relation<S, ?> relation, @Nullable S entity, int at) {
    if (keys != null && keys[relation.slot()] instanceof long[] values) {
      return places.add(values[place(at)]);
    }
    Object key = keyOf(relation, entity, at);
    return key == null ? -1 : places.add(key);
  }

  /** The place of the key of a row that was found. */
  int find(KeyPlaces places, Relation<?, ?> relation, int row) {
    int slot = relation.targetSlot();
    if (keys != null && keys[slot] instanceof long[] values) {
      return places.find(values[row]);
    }
    Object key = keyAt(slot, row);
    if (key == null) {
      throw new IllegalStateException(relation + " leads to a row without a key");
    }
    return places.find(key);
  }

  <S> @Nullable Object keyOf(Relation<S, ?> relation, @Nullable S entity, int at) {
    if (keys != null) {
      return keyAt(relation.slot(), place(at));
    }
    S only = Objects.requireNonNull(entity);
    int[] columns = relation.source().info().slots()[relation.slot()];
    return relation.source().normal(columns, relation.source().values(only, columns));
  }
}
