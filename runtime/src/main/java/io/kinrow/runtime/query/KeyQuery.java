package io.kinrow.runtime.query;

import io.kinrow.runtime.Loading;
import io.kinrow.runtime.entity.EntityMapping;
import io.kinrow.runtime.entity.Key;
import io.kinrow.runtime.entity.KeyMatch;
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
import java.util.HashMap;
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
    EntityMapping<E> mapping = sql.mapping();
    List<@Nullable Object> normal = new ArrayList<>();
    for (@Nullable Object[] key : keys) {
      normal.add(key.length == 1 ? Key.of(key[0]) : Key.of(key));
    }
    KeyMatch wanted = new KeyMatch(normal);
    Kin kin = Kin.of(scope, Loading.SIBLINGS, mapping);
    Map<Object, E> found = new HashMap<>();
    boolean oneBind = KeySets.oneBind(scope.core().engine(), types(mapping));
    for (List<Object> chunk : KeySets.statements(wanted.asked(), oneBind)) {
      read(scope, mapping, kin, chunk, oneBind ? 0 : KeySets.places(chunk.size()), found);
    }
    Map<Object, E> byWanted = new HashMap<>();
    found.forEach((key, row) -> wanted.of(key).forEach(each -> byWanted.put(each, row)));
    Set<E> rows = Collections.newSetFromMap(new IdentityHashMap<>());
    List<E> inOrder = new ArrayList<>();
    for (Object key : wanted.asked()) {
      E row = byWanted.get(key);
      if (row != null && rows.add(row)) {
        inOrder.add(row);
      }
    }
    return Collections.unmodifiableList(inOrder);
  }

  private static <E> void read(
      Scope scope,
      EntityMapping<E> mapping,
      Kin kin,
      List<Object> keys,
      int places,
      Map<Object, E> found) {
    if (keys.isEmpty()) {
      return;
    }
    Core core = scope.core();
    int[] key = mapping.shape().key();
    String text =
        core.text(
            new Text(mapping, places),
            context ->
                TableQueries.related(
                    context,
                    mapping.table(),
                    mapping.fieldList(),
                    mapping.fields(key),
                    List.of(),
                    places));
    String array = places == 0 ? KeySets.arrayType(core, mapping.field(key[0])) : "";
    Statements.query(
        scope,
        text,
        binds -> KeySets.bind(binds, core.engine(), keys, places, array),
        row -> {
          while (row.next()) {
            E entity = mapping.read(row, kin);
            found.put(keyOf(mapping, entity), entity);
          }
          return found;
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
