package io.kinrow.runtime.internal.sql;

import io.kinrow.runtime.internal.dialect.Dialect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Renders the fixed statements, with jOOQ: the annotation processor at build time, the runtime for
 * any other dialect or settings. Values are bind places.
 */
public final class TableQueries {

  private TableQueries() {}

  /** Rows whose columns equal values (all rows when there are none), in an order. */
  public static String select(
      DSLContext context,
      Table<?> table,
      List<? extends Field<?>> columns,
      List<? extends Field<?>> equal,
      List<? extends Field<?>> order) {
    return context.render(context.select(columns).from(table).where(equal(equal)).orderBy(order));
  }

  /** How many rows there are. */
  public static String count(DSLContext context, Table<?> table) {
    return context.render(context.selectCount().from(table));
  }

  /** Whether there is a row whose columns equal values. */
  public static String exists(DSLContext context, Table<?> table, List<? extends Field<?>> equal) {
    return context.render(context.select(DSL.inline(1)).from(table).where(equal(equal)));
  }

  /** Deletes the rows whose columns equal values. */
  public static String delete(DSLContext context, Table<?> table, List<? extends Field<?>> equal) {
    return context.render(context.deleteFrom(table).where(equal(equal)));
  }

  /**
   * Deletes the rows whose columns equal values, and whose other columns are among a set of keys.
   *
   * @param places how many keys have binds of their own, or 0 when the whole set is one bind
   */
  public static String deleteAmong(
      DSLContext context,
      Table<?> table,
      List<? extends Field<?>> equal,
      List<? extends Field<?>> ends,
      int places) {
    return context.render(
        context.deleteFrom(table).where(equal(equal)).and(in(context, ends, places)));
  }

  /**
   * Rows whose columns, of which no two rows have the same values, are among a set of keys.
   *
   * @param places how many keys have binds of their own, or 0 when the whole set is one bind
   */
  public static String keyed(
      DSLContext context,
      Table<?> table,
      List<? extends Field<?>> columns,
      List<? extends Field<?>> ends,
      int places) {
    Select<?> joined =
        places == 0 ? Dialect.of(context).keyed(context, table, columns, ends) : null;
    return context.render(
        joined != null
            ? joined
            : context.select(columns).from(table).where(in(context, ends, places)));
  }

  /**
   * Rows whose columns are among a set of keys; those of one key together, in an order.
   *
   * @param places how many keys have binds of their own, or 0 when the whole set is one bind
   */
  public static String related(
      DSLContext context,
      Table<?> table,
      List<? extends Field<?>> columns,
      List<? extends Field<?>> ends,
      List<? extends Field<?>> order,
      int places) {
    List<Field<?>> sort = new ArrayList<>(ends);
    order.stream().filter(field -> !ends.contains(field)).forEach(sort::add);
    return context.render(
        context.select(columns).from(table).where(in(context, ends, places)).orderBy(sort));
  }

  /**
   * Rows behind a join table whose near columns are among a set of keys, with these near columns
   * behind their own; those of one key together, in an order.
   *
   * @param ends the columns that the join table's far columns refer to
   */
  public static String across(
      DSLContext context,
      Table<?> target,
      List<? extends Field<?>> columns,
      List<? extends Field<?>> ends,
      List<? extends Field<?>> order,
      Table<?> join,
      Collection<String> near,
      Collection<String> far,
      int places) {
    Table<?> other = join.as("j");
    List<Field<?>> from = fields(other, near);
    List<Field<?>> selected = new ArrayList<>(columns);
    selected.addAll(from);
    List<Field<?>> sort = new ArrayList<>(from);
    sort.addAll(order);
    return context.render(
        context
            .select(selected)
            .from(other)
            .join(target)
            .on(equal(ends, fields(other, far)))
            .where(in(context, from, places))
            .orderBy(sort));
  }

  /** How many rows there are for each of a set of keys. */
  public static String counts(
      DSLContext context, Table<?> table, List<? extends Field<?>> ends, int places) {
    List<Field<?>> selected = new ArrayList<>(ends);
    selected.add(DSL.count());
    return context.render(
        context.select(selected).from(table).where(in(context, ends, places)).groupBy(ends));
  }

  private static Condition in(DSLContext context, List<? extends Field<?>> columns, int places) {
    return KeySets.condition(Dialect.of(context), columns, places);
  }

  /** The condition that columns equal values, each of which is a bind. */
  public static Condition equal(List<? extends Field<?>> columns) {
    return equalTo(columns, Collections.nCopies(columns.size(), null));
  }

  /** The condition that columns equal these values. */
  public static Condition equalTo(
      List<? extends Field<?>> columns, List<? extends @Nullable Object> values) {
    Condition condition = DSL.noCondition();
    for (int i = 0; i < columns.size(); i++) {
      condition = condition.and(equalTo(columns.get(i), values.get(i)));
    }
    return condition;
  }

  /** The condition that a column equals a value. */
  public static <T> Condition equalTo(Field<T> column, @Nullable Object value) {
    return column.eq(DSL.val(value, column));
  }

  private static Condition equal(List<? extends Field<?>> left, List<? extends Field<?>> right) {
    Condition condition = DSL.noCondition();
    for (int i = 0; i < left.size(); i++) {
      condition = condition.and(DSL.condition("{0} = {1}", left.get(i), right.get(i)));
    }
    return condition;
  }

  /** The fields of exactly these names. */
  public static List<Field<?>> fields(Table<?> table, Collection<String> names) {
    return names.stream().<Field<?>>map(name -> field(table, name)).toList();
  }

  /** The field of exactly that name: jOOQ's own look-up may ignore case. */
  public static Field<?> field(Table<?> table, String name) {
    return Arrays.stream(table.fields())
        .filter(field -> field.getName().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    table.getName() + " has no column " + name + ": generate the code again"));
  }
}
