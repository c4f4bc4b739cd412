package io.kinrow.runtime.query;

import io.kinrow.runtime.connect.Engine;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.SortField;
import org.jooq.SortOrder;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM.NullOrdering;
import org.jspecify.annotations.Nullable;

/**
 * The condition that a row comes after given sort values: "keyset" or "seek" paging. Right also
 * with equal values and with NULLs, wherever the order puts them.
 */
final class Keyset {

  private final Engine engine;
  private final List<SortField<?>> order;

  Keyset(Engine engine, List<SortField<?>> order) {
    this.engine = engine;
    this.order = order;
  }

  /** The condition for rows after the one with these values. */
  Condition after(List<@Nullable String> values) {
    if (values.size() != order.size()) {
      throw new IllegalArgumentException(
          "the cursor has "
              + values.size()
              + " sort values, the query has "
              + order.size()
              + ": use a cursor only with the orderBy(…) that it came from");
    }
    return simple() ? tuple(values) : expanded(values);
  }

  /** The values as the condition binds them, where it binds each once and in order; else null. */
  @Nullable List<Param<?>> binds(List<@Nullable String> values) {
    if (values.size() != order.size() || !simple()) {
      return null;
    }
    List<Param<?>> binds = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      if (!(value(order.get(i).$field(), values.get(i)) instanceof Param<?> bind)
          || bind.isInline()) {
        return null;
      }
      binds.add(bind);
    }
    return binds;
  }

  /** Whether all sort the same way and none can be NULL: then a row comparison can use an index. */
  private boolean simple() {
    return order.stream()
        .allMatch(
            sort ->
                ascending(sort) == ascending(order.get(0))
                    && !sort.$field().getDataType().nullable());
  }

  private Condition tuple(List<@Nullable String> values) {
    List<Field<?>> fields = new ArrayList<>();
    List<Field<?>> binds = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      Field<?> field = order.get(i).$field();
      fields.add(field);
      binds.add(value(field, values.get(i)));
    }
    boolean ascending = ascending(order.get(0));
    if (fields.size() == 1) {
      return DSL.condition(ascending ? "{0} > {1}" : "{0} < {1}", fields.get(0), binds.get(0));
    }
    return ascending ? DSL.row(fields).gt(DSL.row(binds)) : DSL.row(fields).lt(DSL.row(binds));
  }

  /** One alternative for each sort value that can be the first to differ. */
  private Condition expanded(List<@Nullable String> values) {
    Condition any = DSL.noCondition();
    Condition equalSoFar = DSL.noCondition();
    for (int i = 0; i < order.size(); i++) {
      any = any.or(equalSoFar.and(differs(order.get(i), values.get(i))));
      equalSoFar = equalSoFar.and(equal(order.get(i).$field(), values.get(i)));
    }
    return any;
  }

  private Condition differs(SortField<?> sort, @Nullable String text) {
    Field<?> field = sort.$field();
    if (text == null) {
      return nullsFirst(sort) ? field.isNotNull() : DSL.falseCondition();
    }
    Condition later =
        DSL.condition(ascending(sort) ? "{0} > {1}" : "{0} < {1}", field, value(field, text));
    boolean nullsFollow = !nullsFirst(sort) && field.getDataType().nullable();
    return nullsFollow ? later.or(field.isNull()) : later;
  }

  private static Condition equal(Field<?> field, @Nullable String text) {
    return text == null ? field.isNull() : DSL.condition("{0} = {1}", field, value(field, text));
  }

  private static Field<?> value(Field<?> field, @Nullable String text) {
    return SortValue.decode(text, field);
  }

  private static boolean ascending(SortField<?> sort) {
    return sort.$sortOrder() != SortOrder.DESC;
  }

  private boolean nullsFirst(SortField<?> sort) {
    NullOrdering nulls = sort.$nullOrdering();
    if (nulls != null) {
      return nulls == NullOrdering.NULLS_FIRST;
    }
    // PostgreSQL takes NULL for larger than any value, SQLite and most others for smaller
    return ascending(sort) == (engine != Engine.POSTGRES);
  }
}
