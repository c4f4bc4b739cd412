package io.kinrow.runtime.internal.dialect;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Sets of values on SQLite: a JSON array, which {@code json_each} makes rows of. A column of that
 * table has an affinity of its own, which would keep numbers from being equal to text; an
 * expression, as after the plus sign, has none, and so has a bound value.
 */
final class SqliteSets {

  private SqliteSets() {}

  /** The condition that columns have one of a set of keys. */
  static Condition among(List<? extends Field<?>> columns) {
    if (columns.size() == 1) {
      return DSL.condition("{0} in (select +value from json_each({1}))", columns.get(0), keys());
    }
    return DSL.condition(
        "{0} in (select {1} from json_each({2}))",
        DSL.row(columns), DSL.list(parts(columns.size())), keys());
  }

  private static List<Field<?>> parts(int columns) {
    List<Field<?>> parts = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      parts.add(DSL.field(DSL.raw("value ->> " + i)));
    }
    return parts;
  }

  /** A set of keys as rows, whose values get their types from the columns that they are put in. */
  static KeyRows rows(int columns) {
    return new KeyRows(
        DSL.table("json_each({0})", keys()),
        columns == 1 ? List.of(DSL.field(DSL.raw("value"))) : parts(columns));
  }

  private static Param<String> keys() {
    return DSL.val("[]", String.class);
  }

  /**
   * The keys as rows of a table, joined with the rows that they are keys of: that takes a third
   * less time than a condition, where each key has one row.
   */
  static Select<?> keyed(
      DSLContext context,
      Table<?> table,
      List<? extends Field<?>> columns,
      List<? extends Field<?>> ends) {
    return context
        .select(columns)
        .from(DSL.table("json_each({0})", keys()))
        .crossJoin(table) // which SQLite takes for the order of its loops
        .where(equal(ends));
  }

  private static Condition equal(List<? extends Field<?>> columns) {
    if (columns.size() == 1) {
      return DSL.condition("{0} = +json_each.value", columns.get(0));
    }
    Condition condition = DSL.noCondition();
    for (int i = 0; i < columns.size(); i++) {
      condition = condition.and(DSL.condition("{0} = json_each.value ->> " + i, columns.get(i)));
    }
    return condition;
  }

  /** A list of values as one bind, or null if it cannot be one. */
  static @Nullable OneBind list(List<ListColumn> columns, boolean not) {
    List<String> selected = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String value = expression(columns.get(i), columns.size() == 1 ? "value" : "value ->> " + i);
      if (value == null) {
        return null;
      }
      selected.add(value);
    }
    String json = SqliteJson.rows(columns.stream().map(ListColumn::values).toList());
    return json == null
        ? null
        : new OneBind(
            (not ? "not " : "")
                + "in (select "
                + String.join(", ", selected)
                + " from json_each({1}))",
            List.of(json));
  }

  /** What a column's values are compared with, or null if the text of a single one is unknown. */
  private static @Nullable String expression(ListColumn column, String element) {
    String text = column.text();
    if (text.indexOf('?') != text.lastIndexOf('?')
        || text.indexOf('?') < 0
        || text.indexOf('{') >= 0) {
      return null;
    }
    String value = element;
    if (column.values().stream().anyMatch(byte[].class::isInstance)) {
      if (column.type() == null) {
        return null;
      }
      value = "unhex(" + value + ")";
    }
    return text.equals("?") ? "+(" + value + ")" : "+" + text.replace("?", "(" + value + ")");
  }
}
