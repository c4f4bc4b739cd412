package io.kinrow.runtime.internal.query;

import io.kinrow.runtime.internal.dialect.Dialect;
import io.kinrow.runtime.internal.entity.EntityMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
 * with equal values and with NULLs, wherever the order puts them: whatever is not proved to be NOT
 * NULL is taken for something that can be NULL.
 */
final class Keyset {

  private final Dialect dialect;
  private final EntityMapping<?> mapping;
  private final List<SortField<?>> order;
  private final List<@Nullable String> values;
  private final boolean inclusive;

  /**
   * @param inclusive whether the row that has the values itself is among the rows
   */
  Keyset(
      Dialect dialect,
      EntityMapping<?> mapping,
      List<SortField<?>> order,
      List<@Nullable String> values,
      boolean inclusive) {
    this.dialect = dialect;
    this.mapping = mapping;
    this.order = order;
    this.values = values;
    this.inclusive = inclusive;
  }

  /** The condition for rows beyond the one with these values. */
  Condition beyond() {
    return simple() ? tuple() : expanded();
  }

  /** The values as the condition binds them, where it binds each once and in order; else null. */
  @Nullable List<Param<?>> binds() {
    if (!simple()) {
      return null;
    }
    List<Param<?>> binds = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      if (!(value(i) instanceof Param<?> bind) || bind.isInline()) {
        return null;
      }
      binds.add(bind);
    }
    return binds;
  }

  /** Whether all sort the same way and none can be NULL: then a row comparison can use an index. */
  private boolean simple() {
    return values.stream().allMatch(Objects::nonNull)
        && order.stream()
            .allMatch(
                sort ->
                    ascending(sort) == ascending(order.get(0))
                        && isNeverNull(mapping, sort.$field()));
  }

  /**
   * Whether a sort value cannot be NULL, which is certain of the NOT NULL columns of the query's
   * own table only: a column that is reached over a path is NULL where an outer join finds no row,
   * and jOOQ's types of expressions promise nothing.
   */
  static boolean isNeverNull(EntityMapping<?> mapping, Field<?> field) {
    return !field.getDataType().nullable() && isColumn(mapping, field);
  }

  /** Whether a field is a column of the query's own table. */
  static boolean isColumn(EntityMapping<?> mapping, Field<?> field) {
    int columns = mapping.info().columns().size();
    for (int i = 0; i < columns; i++) {
      if (mapping.field(i) == field) {
        return true;
      }
    }
    return false;
  }

  private Condition tuple() {
    List<Field<?>> fields = new ArrayList<>();
    List<Field<?>> binds = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      fields.add(order.get(i).$field());
      binds.add(value(i));
    }
    boolean ascending = ascending(order.get(0));
    if (fields.size() == 1) {
      String operator = (ascending ? ">" : "<") + (inclusive ? "=" : "");
      return DSL.condition("{0} " + operator + " {1}", fields.get(0), binds.get(0));
    }
    var left = DSL.row(fields);
    var right = DSL.row(binds);
    if (inclusive) {
      return ascending ? left.ge(right) : left.le(right);
    }
    return ascending ? left.gt(right) : left.lt(right);
  }

  /** One alternative for each sort value that can be the first to differ. */
  private Condition expanded() {
    Condition any = DSL.noCondition();
    Condition equalSoFar = DSL.noCondition();
    for (int i = 0; i < order.size(); i++) {
      any = any.or(equalSoFar.and(differs(i)));
      equalSoFar = equalSoFar.and(equal(i));
    }
    return inclusive ? any.or(equalSoFar) : any;
  }

  private Condition differs(int i) {
    SortField<?> sort = order.get(i);
    Field<?> operand = operand(sort.$field());
    boolean nullsFirst = nullsFirst(dialect, sort);
    if (values.get(i) == null) {
      return nullsFirst ? DSL.condition("{0} is not null", operand) : DSL.falseCondition();
    }
    Condition later = DSL.condition(ascending(sort) ? "{0} > {1}" : "{0} < {1}", operand, value(i));
    boolean nullsFollow = !nullsFirst && !isNeverNull(mapping, sort.$field());
    return nullsFollow ? later.or(DSL.condition("{0} is null", operand)) : later;
  }

  private Condition equal(int i) {
    Field<?> operand = operand(order.get(i).$field());
    return values.get(i) == null
        ? DSL.condition("{0} is null", operand)
        : DSL.condition("{0} = {1}", operand, value(i));
  }

  /** A sort value as one operand of a comparison. */
  private Field<?> operand(Field<?> field) {
    return isColumn(mapping, field) ? field : DSL.field("({0})", field.getDataType(), field);
  }

  private Field<?> value(int i) {
    return SortValue.decode(values.get(i), order.get(i).$field());
  }

  static boolean ascending(SortField<?> sort) {
    return sort.$sortOrder() != SortOrder.DESC;
  }

  static boolean nullsFirst(Dialect dialect, SortField<?> sort) {
    NullOrdering nulls = sort.$nullOrdering();
    if (nulls != null) {
      return nulls == NullOrdering.NULLS_FIRST;
    }
    return ascending(sort) != dialect.nullsAreLargest();
  }

  /** The opposite sort: where the database places NULLs by itself, it turns them round as well. */
  static SortField<?> reversed(SortField<?> sort) {
    Field<?> field = sort.$field();
    SortField<?> reversed = ascending(sort) ? field.desc() : field.asc();
    NullOrdering nulls = sort.$nullOrdering();
    if (nulls == null) {
      return reversed;
    }
    return nulls == NullOrdering.NULLS_FIRST ? reversed.nullsLast() : reversed.nullsFirst();
  }
}
