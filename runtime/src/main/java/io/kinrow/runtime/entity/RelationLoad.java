package io.kinrow.runtime.entity;

import io.kinrow.runtime.connect.Engine;
import io.kinrow.runtime.sql.Core;
import io.kinrow.runtime.sql.KeySets;
import io.kinrow.runtime.sql.Row;
import io.kinrow.runtime.sql.Scope;
import io.kinrow.runtime.sql.Statements;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Loads one relation for rows of one kin. */
final class RelationLoad<S, T> {

  private final Relation<S, T> relation;
  private final Kin kin;
  private final Scope scope;
  private final Core core;
  private final EntityMapping<T> target;
  private final Engine engine;

  /**
   * @param scope where the statements run; the loaded rows keep the kin's own
   */
  RelationLoad(Relation<S, T> relation, Kin kin, Scope scope) {
    this.relation = relation;
    this.kin = kin;
    this.scope = scope;
    this.core = scope.core();
    this.target = relation.target();
    this.engine = core.engine();
  }

  /** Reads what a statement for some of the keys returns. */
  private interface Found {
    void read(Row row) throws SQLException;
  }

  /**
   * Puts what the relation leads to into {@code results}, for the rows given.
   *
   * @return the kin of the rows that it leads to
   */
  Kin rows(int[] rows, @Nullable Object[] results, @Nullable S entity) {
    @Nullable Object[] keys = keys(rows, entity);
    KeyMatch asked = new KeyMatch(Arrays.asList(keys));
    Kin found = Kin.of(kin.scope(), kin.loading(), target);
    Map<Object, Object> byKey =
        switch (relation.kind()) {
          case ONE -> ones(asked, found);
          case MANY -> children(asked, found);
          case ACROSS -> across(asked, found);
        };
    Object none = relation.kind() == Relation.Kind.ONE ? Kin.NOTHING : List.of();
    put(rows, keys, results, byKey, none);
    return found;
  }

  void counts(int[] rows, @Nullable Object[] results, @Nullable S entity) {
    @Nullable Object[] keys = keys(rows, entity);
    KeyMatch asked = new KeyMatch(Arrays.asList(keys));
    Map<Object, Object> byKey = new HashMap<>();
    int width = relation.source().shape().slots()[relation.slot()].length;
    run(
        asked.asked(),
        true,
        row -> {
          while (row.next()) {
            Object key = normal(relation.source().readSlot(row, relation.slot(), 1));
            long count = row.longAt(width + 1);
            for (Object each : asked.of(key)) {
              byKey.merge(each, count, (a, b) -> (Long) a + (Long) b);
            }
          }
        });
    put(rows, keys, results, byKey, 0L);
  }

  private static void put(
      int[] rows,
      @Nullable Object[] keys,
      @Nullable Object[] results,
      Map<Object, Object> found,
      Object none) {
    for (int i = 0; i < rows.length; i++) {
      Object key = keys[i];
      Object value = key == null ? null : found.get(key);
      results[rows[i]] = value == null ? none : value;
    }
  }

  private @Nullable Object[] keys(int[] rows, @Nullable S entity) {
    @Nullable Object[] keys = new @Nullable Object[rows.length];
    for (int i = 0; i < rows.length; i++) {
      keys[i] = kin.keyOf(relation, entity, rows[i]);
    }
    return keys;
  }

  private Map<Object, Object> ones(KeyMatch asked, Kin found) {
    Map<Object, Object> byKey = new HashMap<>();
    Map<Object, T> known = new HashMap<>();
    ones(asked, found, known, byKey);
    List<Object> doubtful = asked.doubtful(byKey.keySet());
    if (!doubtful.isEmpty()) {
      ones(new KeyMatch(doubtful), found, known, byKey);
    }
    return byKey;
  }

  private void ones(KeyMatch asked, Kin found, Map<Object, T> known, Map<Object, Object> byKey) {
    run(
        asked.asked(),
        false,
        row -> {
          while (row.next()) {
            T entity = target.read(row, found);
            Object key = lastKey(found);
            T first = known.putIfAbsent(key, entity);
            if (first != null) {
              found.dropLast();
            }
            for (Object each : asked.of(key)) {
              byKey.put(each, first == null ? entity : first);
            }
          }
        });
  }

  private Map<Object, Object> children(KeyMatch asked, Kin found) {
    List<T> all = new ArrayList<>();
    run(
        asked.asked(),
        false,
        row -> {
          while (row.next()) {
            all.add(target.read(row, found));
          }
        });
    @SuppressWarnings("unchecked") // holds nothing but Ts
    T[] rows = (T[]) all.toArray();
    Map<Object, Object> byKey = new HashMap<>();
    int from = 0;
    while (from < rows.length) {
      Object key = keyAt(found, from);
      List<Object> parents = asked.of(key);
      int to = from + 1;
      while (to < rows.length && leadsTo(parents, key, keyAt(found, to), asked)) {
        to++;
      }
      for (Object parent : parents) {
        byKey.put(parent, new Children<>(rows, from, to, found, relation.inverse()));
      }
      from = to;
    }
    return byKey;
  }

  private static boolean leadsTo(List<Object> parents, Object key, Object other, KeyMatch asked) {
    return key.equals(other) || parents.equals(asked.of(other));
  }

  private Map<Object, Object> across(KeyMatch asked, Kin found) {
    Map<Object, List<T>> byKey = new HashMap<>();
    Map<Object, T> known = new HashMap<>();
    int near = target.shape().columns().size() + 1;
    run(
        asked.asked(),
        false,
        row -> {
          while (row.next()) {
            T entity = target.read(row, found);
            T first = known.putIfAbsent(lastKey(found), entity);
            if (first != null) {
              found.dropLast();
            }
            Object key = normal(relation.source().readSlot(row, relation.slot(), near));
            for (Object each : asked.of(key)) {
              byKey
                  .computeIfAbsent(each, unused -> new ArrayList<>())
                  .add(first == null ? entity : first);
            }
          }
        });
    Map<Object, Object> lists = new HashMap<>();
    byKey.forEach((key, list) -> lists.put(key, Collections.unmodifiableList(list)));
    return lists;
  }

  private Object lastKey(Kin found) {
    return keyAt(found, found.size() - 1);
  }

  private Object keyAt(Kin found, int row) {
    Object key = found.keyAt(relation.targetSlot(), row);
    if (key == null) {
      throw new IllegalStateException(relation + " leads to a row without a key");
    }
    return key;
  }

  private static Object normal(Object key) {
    Object normal = key instanceof List<?> parts ? Key.of(parts.toArray()) : Key.of(key);
    return normal == null ? key : normal;
  }

  private void run(List<Object> keys, boolean counts, Found found) {
    if (keys.isEmpty()) {
      return;
    }
    Class<?>[] types = types();
    boolean oneBind = KeySets.oneBind(engine, types);
    for (List<Object> chunk : KeySets.statements(asReferred(keys, types), oneBind)) {
      int places = oneBind ? 0 : KeySets.places(chunk.size());
      // end() starts jOOQ, which only this engine needs for it
      String array = oneBind && engine == Engine.POSTGRES ? KeySets.arrayType(core, end()) : "";
      Statements.query(
          scope,
          sql(counts, places),
          binds -> KeySets.bind(binds, engine, chunk, places, array),
          row -> {
            found.read(row);
            return Boolean.TRUE;
          });
    }
  }

  /** SQLite finds no text for a number: numbers that are text in the rows that refer to them. */
  private List<Object> asReferred(List<Object> keys, Class<?>[] types) {
    if (relation.kind() != Relation.Kind.MANY || types.length > 1 || types[0] == String.class) {
      return keys;
    }
    boolean text = target.slotTypes(relation.targetSlot())[0] == String.class;
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
    return relation.source().slotTypes(relation.slot());
  }

  private Field<?> end() {
    return target.field(target.shape().slots()[relation.targetSlot()][0]);
  }
}
