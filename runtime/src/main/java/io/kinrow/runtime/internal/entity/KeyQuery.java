package io.kinrow.runtime.internal.entity;

import io.kinrow.runtime.Loading;
import io.kinrow.runtime.internal.sql.Core;
import io.kinrow.runtime.internal.sql.KeySets;
import io.kinrow.runtime.internal.sql.Scope;
import io.kinrow.runtime.internal.sql.TableQueries;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds rows by a set of primary keys. */
public final class KeyQuery {

  private KeyQuery() {}

  private record Text(EntityMapping<?> mapping, int places) {}

  /** The rows with these keys, in the order of the keys, each once. */
  public static <E> List<E> find(Scope scope, TableSql<E> sql, List<@Nullable Object[]> keys) {
    Set<E> once = Collections.newSetFromMap(new IdentityHashMap<>());
    List<E> rows = new ArrayList<>();
    for (E row : each(scope, sql, keys)) {
      if (row != null && once.add(row)) {
        rows.add(row);
      }
    }
    return Collections.unmodifiableList(rows);
  }

  /** The row of each key, null where there is none; they are siblings. */
  public static <E> List<@Nullable E> each(
      Scope scope, TableSql<E> sql, List<@Nullable Object[]> keys) {
    Kin kin = Kin.of(scope, Loading.SIBLINGS, sql.mapping());
    return each(scope, sql, keys, kin, new IdentityHashMap<>());
  }

  /**
   * The same as rows of a kin.
   *
   * @param at takes the place of each row in the kin
   */
  @SuppressWarnings("unchecked") // found holds nothing but Es
  public static <E> List<@Nullable E> each(
      Scope scope, TableSql<E> sql, List<@Nullable Object[]> keys, Kin kin, Map<E, Integer> at) {
    EntityMapping<E> mapping = sql.mapping();
    int[] columns = mapping.info().key();
    Class<?>[] types = mapping.normalTypes(columns);
    KeyPlaces places = KeyPlaces.of(keys.size(), types);
    int[] placeOf = new int[keys.size()];
    for (int i = 0; i < placeOf.length; i++) {
      Object normal = mapping.normal(columns, keys.get(i));
      placeOf[i] = normal == null ? -1 : places.add(normal);
    }
    @Nullable Object[] found = new @Nullable Object[places.room()];
    KeySets.query(
        scope,
        places.keys(),
        types,
        binds -> text(scope.core(), mapping, binds),
        () -> mapping.place(columns),
        row -> {
          while (row.next()) {
            E entity = mapping.entity(row, kin);
            at.put(entity, kin.size() - 1);
            keep(found, places, mapping, entity);
          }
        });
    places.share(found);
    List<@Nullable E> rows = new ArrayList<>(placeOf.length);
    for (int place : placeOf) {
      rows.add(place < 0 ? null : (E) found[place]);
    }
    return rows;
  }

  /** Of the rows that come back for several keys which the database takes for equal, the first. */
  private static <E> void keep(
      @Nullable Object[] found, KeyPlaces places, EntityMapping<E> mapping, E row) {
    Object key = mapping.normal(mapping.info().key(), mapping.key(row));
    int place = key == null ? -1 : places.find(key);
    if (place >= 0 && found[place] == null) {
      found[place] = row;
    }
  }

  private static String text(Core core, EntityMapping<?> mapping, int places) {
    return core.text(
        new Text(mapping, places),
        context ->
            TableQueries.keyed(
                context,
                mapping.table(),
                mapping.fieldList(),
                mapping.fields(mapping.info().key()),
                places));
  }
}
