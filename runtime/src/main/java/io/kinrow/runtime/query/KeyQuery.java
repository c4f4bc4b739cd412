package io.kinrow.runtime.query;

import io.kinrow.runtime.Loading;
import io.kinrow.runtime.entity.EntityMapping;
import io.kinrow.runtime.entity.Key;
import io.kinrow.runtime.entity.KeyPlaces;
import io.kinrow.runtime.entity.Kin;
import io.kinrow.runtime.entity.TableSql;
import io.kinrow.runtime.sql.Core;
import io.kinrow.runtime.sql.KeySets;
import io.kinrow.runtime.sql.Scope;
import io.kinrow.runtime.sql.Statements;
import io.kinrow.runtime.sql.TableQueries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
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
      Object normal = key.length == 1 ? Key.of(key[0]) : Key.of(key);
      if (normal != null) {
        places.add(normal);
      }
    }
    Kin kin = Kin.of(scope, Loading.SIBLINGS, mapping);
    @Nullable Object[] found = new @Nullable Object[places.room()];
    boolean oneBind = KeySets.oneBind(scope.core().engine(), types);
    for (List<Object> chunk : KeySets.statements(places.keys(), oneBind)) {
      int binds = oneBind ? 0 : KeySets.places(chunk.size());
      read(scope, mapping, kin, chunk, binds, row -> keep(found, places, mapping, row));
    }
    places.share(found);
    return inOrder(found, places.keys().size());
  }

  /** Of the rows that come back for several keys which the database takes for equal, the first. */
  private static <E> void keep(
      @Nullable Object[] found, KeyPlaces places, EntityMapping<E> mapping, E row) {
    int place = places.find(keyOf(mapping, row));
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

  private static <E> void read(
      Scope scope,
      EntityMapping<E> mapping,
      Kin kin,
      List<Object> keys,
      int places,
      Consumer<E> found) {
    if (keys.isEmpty()) {
      return;
    }
    Core core = scope.core();
    int[] key = mapping.shape().key();
    String text =
        core.text(
            new Text(mapping, places),
            context ->
                TableQueries.keyed(
                    context, mapping.table(), mapping.fieldList(), mapping.fields(key), places));
    Statements.query(
        scope,
        text,
        binds -> KeySets.bind(binds, core.engine(), keys, places, () -> mapping.place(key)),
        row -> {
          while (row.next()) {
            found.accept(mapping.entity(row, kin));
          }
          return Boolean.TRUE;
        });
  }

  private static <E> Object keyOf(EntityMapping<E> mapping, E entity) {
    int[] key = mapping.shape().key();
    Object normal =
        key.length == 1
            ? Key.of(mapping.value(entity, key[0]))
            : Key.of(
                Arrays.stream(key).mapToObj(column -> mapping.value(entity, column)).toArray());
    return normal == null ? List.of() : normal;
  }

  private static Class<?>[] types(EntityMapping<?> mapping) {
    return mapping.fields(mapping.shape().key()).stream()
        .map(field -> field.getType())
        .toArray(Class<?>[]::new);
  }
}
