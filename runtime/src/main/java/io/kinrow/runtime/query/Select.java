package io.kinrow.runtime.query;

import io.kinrow.runtime.Cursor;
import io.kinrow.runtime.Loading;
import io.kinrow.runtime.connect.Engine;
import io.kinrow.runtime.entity.EntityMapping;
import io.kinrow.runtime.entity.Path;
import io.kinrow.runtime.sql.Core;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Param;
import org.jooq.SelectFinalStep;
import org.jooq.SelectLimitStep;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * What a query asks for. Immutable.
 *
 * @param mapping the entity and its table
 * @param condition which rows
 * @param order in which order; empty for any
 * @param limit most rows, or -1
 * @param offset how many rows to pass over
 * @param after the place to begin after
 * @param paths what to prefetch
 * @param loading what later navigation does
 */
public record Select<E>(
    EntityMapping<E> mapping,
    Condition condition,
    List<OrderField<?>> order,
    int limit,
    long offset,
    @Nullable Cursor after,
    List<Path<E, ?>> paths,
    Loading loading) {

  /** All rows of a table that fulfil a condition. */
  public static <E> Select<E> of(EntityMapping<E> mapping, Condition condition) {
    return new Select<>(mapping, condition, List.of(), -1, 0, null, List.of(), Loading.SIBLINGS);
  }

  public Select<E> and(Condition more) {
    return new Select<>(mapping, condition.and(more), order, limit, offset, after, paths, loading);
  }

  public Select<E> withOrder(List<OrderField<?>> other) {
    return new Select<>(mapping, condition, other, limit, offset, after, paths, loading);
  }

  public Select<E> withLimit(int other) {
    return new Select<>(mapping, condition, order, other, offset, after, paths, loading);
  }

  public Select<E> withOffset(long other) {
    return new Select<>(mapping, condition, order, limit, other, after, paths, loading);
  }

  public Select<E> withAfter(Cursor other) {
    return new Select<>(mapping, condition, order, limit, offset, other, paths, loading);
  }

  public Select<E> withPaths(List<Path<E, ?>> other) {
    return new Select<>(mapping, condition, order, limit, offset, after, other, loading);
  }

  public Select<E> withLoading(Loading other) {
    return new Select<>(mapping, condition, order, limit, offset, after, paths, other);
  }

  /** The same in an order that no two rows share: what is asked for, then the primary key. */
  public Select<E> totallyOrdered() {
    List<OrderField<?>> total = new ArrayList<>(order);
    for (int column : mapping.shape().key()) {
      Field<?> field = mapping.field(column);
      if (sortFields().stream().noneMatch(sort -> sort.$field().equals(field))) {
        total.add(descending() ? field.desc() : field.asc());
      }
    }
    return withOrder(total);
  }

  /** Whether all sorts are descending, so that the key's should be too. */
  private boolean descending() {
    List<SortField<?>> sorts = sortFields();
    return !sorts.isEmpty()
        && sorts.stream().allMatch(sort -> sort.$sortOrder() == org.jooq.SortOrder.DESC);
  }

  List<SortField<?>> sortFields() {
    List<SortField<?>> sorts = new ArrayList<>();
    for (OrderField<?> field : order) {
      sorts.add(field instanceof SortField<?> sort ? sort : ((Field<?>) field).asc());
    }
    return sorts;
  }

  private Condition where(Core core) {
    return after == null
        ? condition
        : condition.and(new Keyset(core.engine(), sortFields()).after(after.values()));
  }

  /**
   * The values that the cursor's condition binds, in order, or null if it is not as simple as that.
   */
  @Nullable List<Param<?>> cursorBinds(Engine engine) {
    return after == null ? List.of() : new Keyset(engine, sortFields()).binds(after.values());
  }

  /** The rows, with more columns behind the table's. */
  SelectFinalStep<?> rows(Core core, List<? extends Field<?>> more) {
    List<Field<?>> columns = new ArrayList<>(mapping.fieldList());
    columns.addAll(more);
    SelectLimitStep<?> select =
        core.renderer().select(columns).from(mapping.table()).where(where(core)).orderBy(order);
    if (limit >= 0) {
      return offset > 0 ? select.limit(limit).offset(offset) : select.limit(limit);
    }
    return offset > 0 ? select.offset(offset) : select;
  }

  SelectFinalStep<?> count(Core core) {
    return core.renderer().selectCount().from(mapping.table()).where(condition);
  }

  SelectFinalStep<?> exists(Core core) {
    return core.renderer()
        .select(DSL.inline(1))
        .from(mapping.table())
        .where(where(core))
        .limit(DSL.inline(1));
  }
}
