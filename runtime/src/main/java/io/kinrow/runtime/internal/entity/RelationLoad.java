package io.kinrow.runtime.internal.entity;

import io.kinrow.runtime.internal.run.Row;
import io.kinrow.runtime.internal.sql.Core;
import io.kinrow.runtime.internal.sql.KeySets;
import io.kinrow.runtime.internal.sql.Scope;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Loads one relation for rows of one kin. */
final class RelationLoad<S, T> {

  private final Relation<S, T> relation;
  private final Kin kin;
  private final Scope scope;
  private final Core core;
  private final EntityMapping<T> target;

  /**
   * @param scope where the statements run; the loaded rows keep the kin's own
   */
  RelationLoad(Relation<S, T> relation, Kin kin, Scope scope) {
    this.relation = relation;
    this.kin = kin;
    this.scope = scope;
    this.core = scope.core();
    this.target = relation.target();
  }

  /**
   * Puts what the relation leads to into {@code results}, for the rows given.
   *
   * @return the kin of the rows that it leads to
   */
  Kin rows(int[] rows, @Nullable Object[] results, @Nullable S entity) {
    boolean byTarget = relation.kind() != Relation.Kind.ACROSS;
    KeyPlaces keys = KeyPlaces.of(rows.length, types(), byTarget ? targetTypes() : types());
    int[] places = look(keys, rows, entity);
    Kin found = Kin.of(kin.scope(), kin.loading(), target, Math.max(1, keys.keys().size()));
    @Nullable Object[] byPlace =
        switch (relation.kind()) {
          case ONE -> ones(keys, found);
          case MANY -> inLayers(keys, types(), targetTypes(), layer -> children(layer, found));
          case ACROSS -> {
            Map<Object, T> known = new HashMap<>();
            yield inLayers(keys, types(), targetTypes(), layer -> across(layer, found, known));
          }
        };
    Object none = relation.kind() == Relation.Kind.ONE ? Kin.NOTHING : List.of();
    put(rows, places, results, byPlace, none);
    return found;
  }

  void counts(int[] rows, @Nullable Object[] results, @Nullable S entity) {
    KeyPlaces keys = KeyPlaces.of(rows.length, types());
    int[] places = look(keys, rows, entity);
    put(rows, places, results, inLayers(keys, types(), targetTypes(), this::counts), 0L);
  }

  private @Nullable Object[] counts(KeyPlaces keys) {
    @Nullable Object[] byPlace = new @Nullable Object[keys.room()];
    int behindKey = types().length + 1;
    run(
        keys.keys(),
        true,
        row -> {
          while (row.next()) {
            int place = keys.find(sourceKey(row, 1));
            if (place >= 0) {
              Object others = byPlace[place];
              byPlace[place] = row.longAt(behindKey) + (others == null ? 0 : (Long) others);
            }
          }
        });
    keys.share(byPlace);
    return byPlace;
  }

  /** What each part of the keys leads to; see {@link KeyPlaces#layers}. */
  static @Nullable Object[] inLayers(
      KeyPlaces keys,
      Class<?>[] types,
      Class<?>[] targetTypes,
      Function<KeyPlaces, @Nullable Object[]> load) {
    List<List<Object>> layers = keys.layers();
    if (layers.size() == 1) {
      return load.apply(keys);
    }
    @Nullable Object[] byPlace = new @Nullable Object[keys.room()];
    for (List<Object> layer : layers) {
      KeyPlaces part = KeyPlaces.of(layer.size(), types, targetTypes);
      layer.forEach(part::add);
      @Nullable Object[] some = load.apply(part);
      layer.forEach(key -> byPlace[keys.find(key)] = some[part.find(key)]);
    }
    return byPlace;
  }

  /** For each row the place of its key, or -1. */
  private int[] look(KeyPlaces keys, int[] rows, @Nullable S entity) {
    int[] places = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      places[i] = kin.look(keys, relation, entity, rows[i]);
    }
    return places;
  }

  private static void put(
      int[] rows,
      int[] places,
      @Nullable Object[] results,
      @Nullable Object[] byPlace,
      Object none) {
    for (int i = 0; i < rows.length; i++) {
      Object value = places[i] < 0 ? null : byPlace[places[i]];
      results[rows[i]] = value == null ? none : value;
    }
  }

  private @Nullable Object[] ones(KeyPlaces keys, Kin found) {
    @Nullable Object[] byPlace = new @Nullable Object[keys.room()];
    ones(keys, byPlace, keys, byPlace, found);
    List<Object> doubtful = keys.doubtful(byPlace);
    if (!doubtful.isEmpty()) {
      KeyPlaces again = KeyPlaces.of(doubtful.size(), types(), targetTypes());
      doubtful.forEach(again::add);
      @Nullable Object[] more =
          inLayers(
              again,
              types(),
              targetTypes(),
              layer -> {
                @Nullable Object[] some = new @Nullable Object[layer.room()];
                ones(layer, some, keys, byPlace, found);
                return some;
              });
      doubtful.forEach(key -> byPlace[keys.find(key)] = more[again.find(key)]);
    }
    return byPlace;
  }

  /**
   * @param known what was found before, by the places {@code before}
   */
  private void ones(
      KeyPlaces keys,
      @Nullable Object[] byPlace,
      KeyPlaces before,
      @Nullable Object[] known,
      Kin found) {
    run(
        keys.keys(),
        false,
        row -> {
          while (row.next()) {
            T entity = target.entity(row, found);
            int place = found.find(keys, relation, found.size() - 1);
            int earlier = before == keys ? place : found.find(before, relation, found.size() - 1);
            Object first = earlier < 0 ? null : known[earlier];
            if (first != null) {
              found.dropLast();
            }
            if (place >= 0) {
              byPlace[place] = first == null ? entity : first;
            }
          }
        });
    keys.share(byPlace);
  }

  private @Nullable Object[] children(KeyPlaces keys, Kin found) {
    List<T> all = new ArrayList<>();
    int first = found.size();
    run(
        keys.keys(),
        false,
        row -> {
          while (row.next()) {
            all.add(target.entity(row, found));
          }
        });
    @SuppressWarnings("unchecked") // holds nothing but Ts
    T[] rows = (T[]) all.toArray();
    @Nullable Object[] byPlace = new @Nullable Object[keys.room()];
    int from = 0;
    while (from < rows.length) {
      int place = found.find(keys, relation, first + from);
      boolean exact = isExact(keys, place, found, first + from);
      int to = from + 1;
      while (to < rows.length && found.find(keys, relation, first + to) == place) {
        exact &= isExact(keys, place, found, first + to);
        to++;
      }
      if (place >= 0) {
        byPlace[place] =
            new Children<>(rows, from, to, found, first, exact ? relation.inverse() : -1);
      }
      from = to;
    }
    keys.share(byPlace);
    return byPlace;
  }

  /** Whether a child has its parent's very key: if not, another row may be its parent, too. */
  private boolean isExact(KeyPlaces keys, int place, Kin found, int row) {
    return keys instanceof WholeKeyPlaces
        || (place >= 0
            && place < keys.keys().size()
            && keys.keys().get(place).equals(found.keyAt(relation.targetSlot(), row)));
  }

  private @Nullable Object[] across(KeyPlaces keys, Kin found, Map<Object, T> known) {
    @Nullable Object[] byPlace = new @Nullable Object[keys.room()];
    int near = target.info().columns().size() + 1;
    run(
        keys.keys(),
        false,
        row -> {
          while (row.next()) {
            T entity = target.entity(row, found);
            T first = known.putIfAbsent(lastKey(found), entity);
            if (first != null) {
              found.dropLast();
            }
            int place = keys.find(sourceKey(row, near));
            if (place >= 0) {
              add(byPlace, place, first == null ? entity : first);
            }
          }
        });
    for (int place = 0; place < byPlace.length; place++) {
      if (byPlace[place] instanceof List<?> list) {
        byPlace[place] = Collections.unmodifiableList(list);
      }
    }
    keys.share(byPlace);
    return byPlace;
  }

  @SuppressWarnings("unchecked") // lists that this method made
  private static <T> void add(@Nullable Object[] lists, int place, T entity) {
    if (lists[place] == null) {
      lists[place] = new ArrayList<T>();
    }
    ((List<T>) lists[place]).add(entity);
  }

  private Object lastKey(Kin found) {
    return Objects.requireNonNull(found.keyAt(relation.targetSlot(), found.size() - 1));
  }

  /** The key that a statement returns for the row that the relation starts from. */
  private Object sourceKey(Row row, int position) throws SQLException {
    return relation.source().storedKey(row, relation.slot(), position);
  }

  private void run(List<Object> keys, boolean counts, KeySets.Found found) {
    Class<?>[] types = types();
    KeySets.query(
        scope,
        asReferred(relation, keys),
        types,
        places -> sql(counts, places),
        () -> relation.source().place(relation.source().info().slots()[relation.slot()]),
        found);
  }

  /** SQLite finds no text for a number: numbers that are text in the rows that refer to them. */
  static List<Object> asReferred(Relation<?, ?> relation, List<Object> keys) {
    Class<?>[] types = relation.source().storedTypes(relation.slot());
    if (relation.kind() != Relation.Kind.MANY || types.length > 1 || types[0] == String.class) {
      return keys;
    }
    boolean text = relation.target().storedTypes(relation.targetSlot())[0] == String.class;
    return text ? keys.stream().<Object>map(String::valueOf).toList() : keys;
  }

  private String sql(boolean counts, int places) {
    if (places == 0) {
      return (counts ? relation.counts() : relation.rows()).on(core);
    }
    record Places(Relation<?, ?> relation, boolean counts, int places) {}
    return core.text(
        new Places(relation, counts, places),
        context ->
            counts
                ? RelationSql.counts(context, relation, places)
                : RelationSql.rows(context, relation, places));
  }

  private Class<?>[] types() {
    return relation.source().storedTypes(relation.slot());
  }

  private Class<?>[] targetTypes() {
    return target.storedTypes(relation.targetSlot());
  }
}
