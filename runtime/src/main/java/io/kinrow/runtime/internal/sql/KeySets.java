package io.kinrow.runtime.internal.sql;

import io.kinrow.runtime.internal.dialect.Dialect;
import io.kinrow.runtime.internal.dialect.UnfitValueException;
import io.kinrow.runtime.internal.run.Binder;
import io.kinrow.runtime.internal.run.Binds;
import io.kinrow.runtime.internal.run.Row;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * How a set of keys goes to the database: as one bind where the {@link Dialect} has that, so that
 * the statement's text does not depend on their number; else as lists of fixed sizes, the last one
 * padded with its last key.
 */
public final class KeySets {

  /** Most keys of one statement where each is a bind of its own. */
  private static final int CHUNK = 256;

  private KeySets() {}

  /** Reads the rows that a statement for some of the keys returns. */
  @FunctionalInterface
  public interface Found {
    void read(Row row) throws SQLException;
  }

  /**
   * Runs as few statements as take all keys.
   *
   * @param types the Java types of the key's columns
   * @param text the statement's text for so many keys with a bind of their own, 0 for one bind
   * @param columns says which columns the keys are of, for people
   */
  public static void query(
      Scope scope,
      List<Object> keys,
      Class<?>[] types,
      IntFunction<String> text,
      Supplier<String> columns,
      Found found) {
    boolean oneBind = scope.core().dialect().oneBind(types);
    int most = oneBind ? keys.size() : CHUNK;
    for (int from = 0; from < keys.size(); from += most) {
      List<Object> chunk = keys.subList(from, Math.min(keys.size(), from + most));
      int places = oneBind ? 0 : places(chunk.size());
      Statements.query(
          scope,
          text.apply(places),
          binds -> bind(binds, scope.core().dialect(), chunk, places, columns),
          row -> {
            found.read(row);
            return Boolean.TRUE;
          });
    }
  }

  /** Says why a statement failed. */
  @FunctionalInterface
  public interface Explained {
    RuntimeException of(SQLException failure, String sql);
  }

  /**
   * Runs as few DELETEs as take all keys. There is one where the set goes as one bind.
   *
   * @param before binds the values that stand in the text before the keys
   * @return how many rows they deleted
   */
  public static int delete(
      Scope scope,
      List<Object> keys,
      Class<?>[] types,
      IntFunction<String> text,
      Binder before,
      Supplier<String> columns,
      Explained explained) {
    Dialect dialect = scope.core().dialect();
    boolean oneBind = dialect.oneBind(types);
    int most = oneBind ? keys.size() : CHUNK;
    int deleted = 0;
    for (int from = 0; from < keys.size(); from += most) {
      List<Object> chunk = keys.subList(from, Math.min(keys.size(), from + most));
      int places = oneBind ? 0 : places(chunk.size());
      String sql = text.apply(places);
      try {
        deleted +=
            Statements.update(
                scope,
                sql,
                binds -> {
                  before.bind(binds);
                  bind(binds, dialect, chunk, places, columns);
                });
      } catch (SQLException e) {
        throw explained.of(e, sql);
      }
    }
    return deleted;
  }

  /** Whether one statement takes so many keys. */
  public static boolean isOneStatement(Scope scope, int keys, Class<?>[] types) {
    return keys <= CHUNK || scope.core().dialect().oneBind(types);
  }

  /** Binds a whole set, for a dialect that has that: {@link Dialect#oneBind}. */
  public static void bindSet(
      Binds binds, Dialect dialect, List<Object> keys, Supplier<String> columns)
      throws SQLException {
    bind(binds, dialect, keys, 0, columns);
  }

  /** Binds the values of one key. */
  public static void bindOne(Binds binds, Object key, Supplier<String> columns)
      throws SQLException {
    try {
      bindEach(binds, List.of(key), 1);
    } catch (UnfitValueException e) {
      throw e.at(columns.get());
    }
  }

  /** How many keys the statement for so many keys has places for. */
  private static int places(int keys) {
    return keys <= 1 ? 1 : Integer.highestOneBit(keys - 1) << 1;
  }

  /**
   * The condition that columns have one of a set of keys.
   *
   * @param places how many keys have a bind of their own, or 0 when the whole set is one bind
   */
  public static Condition condition(Dialect dialect, List<? extends Field<?>> columns, int places) {
    return places > 0 ? listed(columns, places) : dialect.amongKeys(columns);
  }

  private static Condition listed(List<? extends Field<?>> columns, int places) {
    if (columns.size() == 1) {
      return listed(columns.get(0), places);
    }
    List<Field<?>> rows = new ArrayList<>();
    for (int i = 0; i < places; i++) {
      List<Field<?>> values = new ArrayList<>();
      columns.forEach(column -> values.add(DSL.val(null, column)));
      rows.add(DSL.field("{0}", DSL.row(values)));
    }
    return DSL.condition("{0} in ({1})", DSL.row(columns), DSL.list(rows));
  }

  private static <T> Condition listed(Field<T> column, int places) {
    List<Field<T>> values = new ArrayList<>();
    for (int i = 0; i < places; i++) {
      values.add(DSL.val(null, column));
    }
    return column.in(values);
  }

  private static void bind(
      Binds binds, Dialect dialect, List<Object> keys, int places, Supplier<String> columns)
      throws SQLException {
    try {
      if (places > 0) {
        bindEach(binds, keys, places);
      } else {
        for (Object stored : dialect.keyBinds(keys)) {
          binds.addStored(stored);
        }
      }
    } catch (UnfitValueException e) {
      throw e.at(columns.get());
    }
  }

  private static void bindEach(Binds binds, List<Object> keys, int places) throws SQLException {
    for (int i = 0; i < places; i++) {
      for (Object part : parts(keys.get(Math.min(i, keys.size() - 1)))) {
        binds.addForColumn(value(part));
      }
    }
  }

  /** The values of a key's columns. */
  public static @Nullable Object[] values(Object key) {
    return parts(key).stream().map(KeySets::value).toArray();
  }

  /** The value of which a key is the form that can be compared. */
  private static Object value(Object key) {
    return key instanceof ByteBuffer bytes
        ? copy(bytes)
        : key instanceof ArrayKey array ? array.elements() : key;
  }

  private static byte[] copy(ByteBuffer key) {
    byte[] bytes = new byte[key.remaining()];
    key.duplicate().get(bytes);
    return bytes;
  }

  private static List<?> parts(Object key) {
    return key instanceof List<?> parts ? parts : List.of(key);
  }
}
