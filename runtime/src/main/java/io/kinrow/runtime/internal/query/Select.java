package io.kinrow.runtime.internal.query;

import io.kinrow.runtime.Loading;
import io.kinrow.runtime.Path;
import io.kinrow.runtime.internal.dialect.Dialect;
import io.kinrow.runtime.internal.dialect.RowLock;
import io.kinrow.runtime.internal.entity.EntityMapping;
import io.kinrow.runtime.internal.entity.Kin;
import io.kinrow.runtime.internal.entity.RelationSql;
import io.kinrow.runtime.internal.entity.ResultMapping;
import io.kinrow.runtime.internal.entity.RowSource;
import io.kinrow.runtime.internal.entity.Steps;
import io.kinrow.runtime.internal.sql.Core;
import io.kinrow.runtime.internal.sql.Terms;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Param;
import org.jooq.SelectFinalStep;
import org.jooq.SelectForUpdateOfStep;
import org.jooq.SelectForUpdateStep;
import org.jooq.SelectForUpdateWaitStep;
import org.jooq.SelectLimitPercentStep;
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
 * @param place the place that the rows are beyond, or null for all rows
 * @param before whether the rows are those before the place, not those after it
 * @param paths what to prefetch
 * @param loading what later navigation does
 * @param terms how the rows are read
 */
public record Select<E>(
    EntityMapping<E> mapping,
    Condition condition,
    List<OrderField<?>> order,
    int limit,
    long offset,
    @Nullable Place place,
    boolean before,
    List<Steps<E, ?>> paths,
    Loading loading,
    Terms terms) {

  /** All rows of a table that fulfil a condition. */
  public static <E> Select<E> of(EntityMapping<E> mapping, Condition condition) {
    return new Select<>(
        mapping, condition, List.of(), -1, 0, null, false, List.of(), Loading.SIBLINGS, Terms.NONE);
  }

  /** The rows that a relation leads to from one row of a kin. */
  public static <S, E> Select<E> related(Kin kin, Path<S, E> relation, S from) {
    return of(RelationSql.target(relation), RelationSql.condition(relation, from))
        .withLoading(kin.loading());
  }

  public Select<E> and(Condition more) {
    return new Select<>(
        mapping, condition.and(more), order, limit, offset, place, before, paths, loading, terms);
  }

  public Select<E> withOrder(List<OrderField<?>> other) {
    return new Select<>(
        mapping, condition, other, limit, offset, place, before, paths, loading, terms);
  }

  public Select<E> withLimit(int other) {
    return new Select<>(
        mapping, condition, order, other, offset, place, before, paths, loading, terms);
  }

  /** The same with no more rows than that, and no more than its limit. */
  public Select<E> atMost(int rows) {
    return withLimit(limit < 0 ? rows : Math.min(limit, rows));
  }

  /** The same without limit and offset. */
  Select<E> uncut() {
    return limit < 0 && offset == 0 ? this : withLimit(-1).withOffset(0);
  }

  public Select<E> withOffset(long other) {
    return new Select<>(
        mapping, condition, order, limit, other, place, before, paths, loading, terms);
  }

  public Select<E> withPlace(Place other, boolean side) {
    return new Select<>(
        mapping, condition, order, limit, offset, other, side, paths, loading, terms);
  }

  public Select<E> withPaths(List<Steps<E, ?>> other) {
    return new Select<>(
        mapping, condition, order, limit, offset, place, before, other, loading, terms);
  }

  public Select<E> withLoading(Loading other) {
    return new Select<>(
        mapping, condition, order, limit, offset, place, before, paths, other, terms);
  }

  public Select<E> withTerms(Terms other) {
    return new Select<>(
        mapping, condition, order, limit, offset, place, before, paths, loading, other);
  }

  /** The same without locks. */
  public Select<E> unlocked() {
    return terms.lock() == null ? this : withTerms(terms.with((RowLock) null));
  }

  /** The same in the order that is asked for, and then by the primary key, if there is one. */
  private Select<E> orderedByKey() {
    return orderedBy(mapping.fields(mapping.info().key()));
  }

  /** The same in an order that says which row is the first one. */
  public Select<E> withFirst(Core core) {
    return mapping instanceof ResultMapping ? totallyOrdered(core) : orderedByKey();
  }

  /** The same in an order that no two rows share unless they are alike in everything. */
  public Select<E> totallyOrdered(Core core) {
    return orderedBy(
        terms.distinct() ? RowOrder.columns(core, mapping) : RowOrder.everything(core, mapping));
  }

  /** The same, where rows that are equal in its order are told apart by these columns. */
  Select<E> orderedBy(List<Field<?>> last) {
    List<OrderField<?>> total = new ArrayList<>(order);
    for (Field<?> field : last) {
      if (sortFields().stream().noneMatch(sort -> sort.$field() == field)) {
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

  /** The same rows from the last to the first. */
  Select<E> reversed() {
    List<OrderField<?>> reversed = new ArrayList<>();
    for (SortField<?> sort : sortFields()) {
      reversed.add(Keyset.reversed(sort));
    }
    Place side = place == null ? null : place.otherSide();
    return new Select<>(
        mapping, condition, reversed, limit, offset, side, !before, paths, loading, terms);
  }

  List<SortField<?>> sortFields() {
    List<SortField<?>> sorts = new ArrayList<>();
    for (OrderField<?> field : order) {
      if (!isNothing(field)) {
        sorts.add(field instanceof SortField<?> sort ? sort : ((Field<?>) field).asc());
      }
    }
    return sorts;
  }

  /** Only {@link DSL#noField()} is both, which jOOQ leaves out of the statement. */
  private static boolean isNothing(OrderField<?> field) {
    return field instanceof SortField && field instanceof Field;
  }

  /** Whether some rows that fulfil the condition are left out. */
  public boolean isCut() {
    return isLimited() || place != null;
  }

  private boolean isLimited() {
    return limit >= 0 || offset > 0;
  }

  /**
   * What a row has to fulfil to be one of these rows. A limit is kept by a subquery of keys; the
   * condition stands beside it too, for a row that another transaction changes meanwhile.
   */
  public Condition ofRows(Core core) {
    Condition where = where(core);
    if (!isLimited()) {
      return where;
    }
    List<Field<?>> key = mapping.fields(mapping.info().key());
    SelectLimitStep<?> keys =
        core.renderer().select(key).from(mapping.table()).where(where).orderBy(order);
    return where.and(DSL.row(key).in(cut(keys)));
  }

  private SelectForUpdateStep<?> cut(SelectLimitStep<?> select) {
    if (limit >= 0) {
      return offset > 0 ? select.limit(limit).offset(offset) : select.limit(limit);
    }
    return offset > 0 ? select.offset(offset) : select;
  }

  private Condition where(Core core) {
    return place == null ? condition : condition.and(keyset(core.dialect(), place).beyond());
  }

  private Keyset keyset(Dialect dialect, Place at) {
    List<SortField<?>> sorts = before ? reversed().sortFields() : sortFields();
    return new Keyset(dialect, mapping, sorts, at.values(), includesRow(at));
  }

  /** Whether the row that the place was found at is beyond the place, seen from the other side. */
  private boolean includesRow(Place at) {
    return before == at.behind();
  }

  /** What tells conditions apart that have the same binds. */
  String placeKind() {
    return place == null ? "" : (before ? "before" : "after") + (includesRow(place) ? "=" : "");
  }

  /**
   * The values that the place's condition binds, in order, or null if it is not as simple as that.
   */
  @Nullable List<Param<?>> cursorBinds(Dialect dialect) {
    return place == null ? List.of() : keyset(dialect, place).binds();
  }

  /** The rows, with more columns behind those of the source. */
  SelectFinalStep<?> rows(Core core, RowSource source, List<? extends Field<?>> more) {
    List<Field<?>> columns = new ArrayList<>(source.columns());
    columns.addAll(more);
    columns.addAll(sortedByOnly());
    SelectLimitStep<?> select =
        (terms.distinct()
                ? core.renderer().selectDistinct(columns)
                : core.renderer().select(columns))
            .from(source.from())
            .where(where(core))
            .orderBy(order);
    SelectForUpdateStep<?> cut = cut(select);
    return terms.lock() == null ? cut : locking(cut, terms.lock());
  }

  /** Locks rows of the table only: those that joins add may be missing, and are not asked for. */
  private SelectFinalStep<?> locking(SelectForUpdateStep<?> select, RowLock lock) {
    SelectForUpdateOfStep<?> rows = lock.shared() ? select.forShare() : select.forUpdate();
    SelectForUpdateWaitStep<?> locked = rows.of(mapping.table());
    return switch (lock.locked()) {
      case WAIT -> locked;
      case FAIL -> locked.noWait();
      case SKIP -> locked.skipLocked();
    };
  }

  /** What distinct rows have to have as columns because they are sorted by it. */
  private List<Field<?>> sortedByOnly() {
    return terms.distinct()
        ? sortFields().stream()
            .<Field<?>>map(sort -> sort.$field())
            .filter(field -> !Keyset.isColumn(mapping, field))
            .toList()
        : List.of();
  }

  /** How many rows there are without limit and offset. */
  SelectFinalStep<?> count(Core core) {
    if (terms.distinct()) {
      return core.renderer()
          .selectCount()
          .from(
              DSL.selectDistinct(mapping.fieldList())
                  .from(mapping.table())
                  .where(where(core))
                  .asTable("distinct_rows"));
    }
    return core.renderer().selectCount().from(mapping.table()).where(where(core));
  }

  /** Whether there is a row beyond the offset; the limit does not count. */
  SelectFinalStep<?> exists(Core core) {
    SelectLimitPercentStep<?> one =
        core.renderer()
            .select(DSL.inline(1))
            .from(mapping.table())
            .where(where(core))
            .limit(DSL.inline(1));
    return offset > 0 ? one.offset(offset) : one;
  }
}
