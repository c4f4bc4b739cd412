package io.kinrow.runtime.sql;

import io.kinrow.runtime.connect.Engine;
import io.kinrow.runtime.dialect.UnfitValueException;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Row;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/**
 * How a set of keys goes to the database: as one bind where the engine can take it (a JSON array on
 * SQLite, an array for each column on PostgreSQL), so that the statement's text does not depend on
 * their number; else as lists of fixed sizes, the last one padded with its last key.
 */
public final class KeySets {

  /** Most keys of one statement where each is a bind of its own. */
  private static final int CHUNK = 256;

  private KeySets() {}

  /** Whether keys of these columns go as one bind. */
  public static boolean oneBind(Engine engine, Class<?>[] types) {
    return switch (engine) {
      case SQLITE -> Arrays.stream(types).noneMatch(Class::isArray); // JSON has no bytes
      case POSTGRES -> // an array of arrays is one of two dimensions, which takes them apart
          Arrays.stream(types).noneMatch(type -> type.isArray() && type != byte[].class);
      case OTHER -> false;
    };
  }

  /** The keys, split into what one statement takes. */
  public static List<List<Object>> statements(List<Object> keys, boolean oneBind) {
    if (oneBind) {
      return List.of(keys);
    }
    List<List<Object>> chunks = new ArrayList<>();
    for (int from = 0; from < keys.size(); from += CHUNK) {
      chunks.add(keys.subList(from, Math.min(keys.size(), from + CHUNK)));
    }
    return chunks;
  }

  /** How many keys the statement for so many keys has places for. */
  public static int places(int keys) {
    return keys <= 1 ? 1 : Integer.highestOneBit(keys - 1) << 1;
  }

  /** The condition that a row's columns are among the keys. */
  public static Condition condition(Engine engine, List<? extends Field<?>> columns, int places) {
    if (places > 0) {
      return listed(columns, places);
    }
    return engine == Engine.SQLITE ? inJson(columns) : inArrays(columns);
  }

  /**
   * A column of {@code json_each} has an affinity of its own, which would keep numbers from being
   * equal to text; an expression, as after the plus sign, has none, and so has a bound value.
   */
  private static Condition inJson(List<? extends Field<?>> columns) {
    Param<String> keys = DSL.val("[]", String.class);
    if (columns.size() == 1) {
      return DSL.condition("{0} in (select +value from json_each({1}))", columns.get(0), keys);
    }
    List<Field<?>> parts = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      parts.add(DSL.field(DSL.raw("value ->> " + i)));
    }
    return DSL.condition(
        "{0} in (select {1} from json_each({2}))", DSL.row(columns), DSL.list(parts), keys);
  }

  /**
   * The keys as rows of a table, to be joined with the rows they are keys of: SQLite needs a third
   * less time for that than for a condition, where each key has one row.
   */
  static Table<?> jsonTable() {
    return DSL.table("json_each({0})", DSL.val("[]", String.class));
  }

  /** The condition that a row's columns are the key of {@link #jsonTable}'s row. */
  static Condition equalToJson(List<? extends Field<?>> columns) {
    if (columns.size() == 1) {
      return DSL.condition("{0} = +json_each.value", columns.get(0));
    }
    Condition condition = DSL.noCondition();
    for (int i = 0; i < columns.size(); i++) {
      condition = condition.and(DSL.condition("{0} = json_each.value ->> " + i, columns.get(i)));
    }
    return condition;
  }

  /**
   * PostgreSQL gives an array the type of the column that it is compared with. Arrays of several
   * columns get theirs from a select of no rows: a cast would have to name it, and would cut keys
   * to the column's length or scale.
   */
  private static Condition inArrays(List<? extends Field<?>> columns) {
    List<Field<?>> arrays = new ArrayList<>();
    for (Field<?> column : columns) {
      Param<String> keys = DSL.val("{}", String.class);
      if (columns.size() == 1) {
        return DSL.condition("{0} = any ({1})", column, keys);
      }
      Table<?> table = Objects.requireNonNull(((TableField<?, ?>) column).getTable());
      arrays.add(
          DSL.field(
              "{0} || {1}",
              DSL.field(
                  DSL.select(DSL.field("array_agg({0})", column)) // no type with a binding has one
                      .from(table)
                      .where(DSL.falseCondition())),
              keys));
    }
    return DSL.condition("{0} in (select * from unnest({1}))", DSL.row(columns), DSL.list(arrays));
  }

  private static Condition listed(List<? extends Field<?>> columns, int places) {
    if (columns.size() == 1) {
      return listed(columns.get(0), places);
    }
    Row row = DSL.row(columns);
    List<Field<?>> rows = new ArrayList<>();
    for (int i = 0; i < places; i++) {
      List<Field<?>> values = new ArrayList<>();
      columns.forEach(column -> values.add(DSL.val(null, column)));
      rows.add(DSL.field("{0}", DSL.row(values)));
    }
    return DSL.condition("{0} in ({1})", row, DSL.list(rows));
  }

  private static <T> Condition listed(Field<T> column, int places) {
    List<Field<T>> values = new ArrayList<>();
    for (int i = 0; i < places; i++) {
      values.add(DSL.val(null, column));
    }
    return column.in(values);
  }

  /**
   * Binds the keys of one statement.
   *
   * @param columns says which columns they are of, for people
   */
  public static void bind(
      Binds binds, Engine engine, List<Object> keys, int places, Supplier<String> columns)
      throws SQLException {
    try {
      bind(binds, engine, keys, places);
    } catch (UnfitValueException e) {
      throw e.at(columns.get());
    }
  }

  private static void bind(Binds binds, Engine engine, List<Object> keys, int places)
      throws SQLException {
    if (places > 0) {
      for (int i = 0; i < places; i++) {
        for (Object part : parts(keys.get(Math.min(i, keys.size() - 1)))) {
          binds.addForColumn(value(part));
        }
      }
    } else if (engine == Engine.SQLITE) {
      binds.add((Object) Json.array(keys));
    } else if (keys.get(0) instanceof List<?> first) {
      for (int i = 0; i < first.size(); i++) {
        int column = i;
        binds.addKeys(keys.stream().map(key -> ((List<?>) key).get(column)).toList());
      }
    } else {
      binds.addKeys(keys);
    }
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
