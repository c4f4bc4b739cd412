package io.kinrow.runtime.internal.query;

import io.kinrow.runtime.Loading;
import io.kinrow.runtime.internal.entity.EntityMapping;
import io.kinrow.runtime.internal.entity.Key;
import io.kinrow.runtime.internal.entity.KeyPlaces;
import io.kinrow.runtime.internal.entity.Kin;
import io.kinrow.runtime.internal.entity.TableSql;
import io.kinrow.runtime.internal.sql.Core;
import io.kinrow.runtime.internal.sql.KeySets;
import io.kinrow.runtime.internal.sql.Scope;
import io.kinrow.runtime.internal.sql.TableQueries;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Finds rows by a set of primary keys. */
public final class KeyQuery {

  private KeyQuery() {}

  private record Text(EntityMapping<?> mapping, int places) {}

  /** The rows with these keys, in the order of the keys, each once. */
  public static <E> List<E> find(Scope scope, TableSql<E> sql, List<@Nullable Object[]> keys) {
    EntityMapping<E> mapping = sql.mapping();
    Class<?>[] types = types(mapping);
    KeyPlaces places = KeyPlaces.of(keys.size(), types);
    for (@Nullable Object[] key : keys) {
      Object normal = Key.ofAll(key);
      if (normal != null) {
        places.add(normal);
      }
    }
    Kin kin = Kin.of(scope, Loading.SIBLINGS, mapping);
    @Nullable Object[] found = new @Nullable Object[places.room()];
    KeySets.query(
        scope,
        places.keys(),
        types,
        binds -> text(scope.core(), mapping, binds),
        () -> mapping.place(mapping.info().key()),
        row -> {
          while (row.next()) {
            keep(found, places, mapping, mapping.entity(row, kin));
          }
        });
    places.share(found);
    return inOrder(found, places.keys().size());
  }

  /** Of the rows that come back for several keys which the database takes for equal, the first. */
  private static <E> void keep(
      @Nullable Object[] found, KeyPlaces places, EntityMapping<E> mapping, E row) {
    Object key = Key.ofAll(mapping.key(row));
    int place = key == null ? -1 : places.find(key);
    if (place >= 0 && found[place] == null) {
      found[place] = row;
    }
  }

  @SuppressWarnings("unchecked") // found holds nothing but Es
  private static <E> List<E> inOrder(@Nullable Object[] found, int keys) {
    Set<E> once = Collections.newSetFromMap(new IdentityHashMap<>());
    List<E> rows = new ArrayList<>();
    for (int place = 0; place < keys; place++) {
      E row = (E) found[place];
      if (row != null && once.add(row)) {
        rows.add(row);
      }
    }
    return Collections.unmodifiableList(rows);
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

  private static Class<?>[] types(EntityMapping<?> mapping) {
    return mapping.fields(mapping.info().key()).stream()
        .map(Field::getType)
        .toArray(Class<?>[]::new);
  }
}
