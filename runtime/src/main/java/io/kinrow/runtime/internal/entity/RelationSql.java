package io.kinrow.runtime.internal.entity;

import io.kinrow.runtime.Path;
import io.kinrow.runtime.internal.sql.TableQueries;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Renders the statements of relations. */
public final class RelationSql {

  private RelationSql() {}

  /**
   * @param places how many keys have a bind of their own, or 0 when all of them are one
   */
  static String rows(DSLContext context, Relation<?, ?> relation, int places) {
    EntityMapping<?> target = relation.target();
    Relation.Join join = relation.join();
    List<Field<?>> columns = target.fieldList();
    List<Field<?>> ends = ends(relation);
    List<Field<?>> key = target.fields(target.info().key());
    if (join != null) {
      return TableQueries.across(
          context,
          target.table(),
          columns,
          ends,
          key,
          join.table().get(),
          join.near(),
          join.far(),
          places);
    }
    return relation.kind() == Relation.Kind.ONE
        ? TableQueries.keyed(context, target.table(), columns, ends, places)
        : TableQueries.related(context, target.table(), columns, ends, key, places);
  }

  static String counts(DSLContext context, Relation<?, ?> relation, int places) {
    Relation.Join join = relation.join();
    if (join == null) {
      return TableQueries.counts(context, relation.target().table(), ends(relation), places);
    }
    Table<?> table = join.table().get();
    return TableQueries.counts(context, table, TableQueries.fields(table, join.near()), places);
  }

  /** How the rows that a relation leads to are mapped. */
  public static <T> EntityMapping<T> target(Path<?, T> constant) {
    return Relation.of(constant).target();
  }

  /** The condition that a row of the target belongs to one source. */
  public static <S> Condition condition(Path<S, ?> constant, S entity) {
    Relation<S, ?> relation = Relation.of(constant);
    EntityMapping<S> source = relation.source();
    int[] slot = source.info().slots()[relation.slot()];
    List<Field<?>> ends = ends(relation);
    Relation.Join join = relation.join();
    if (join == null) {
      return equal(ends, source, slot, entity);
    }
    Table<?> table = join.table().get();
    return DSL.condition(
        "{0} in ({1})",
        ends.size() == 1 ? ends.get(0) : DSL.row(ends),
        DSL.select(TableQueries.fields(table, join.far()))
            .from(table)
            .where(equal(TableQueries.fields(table, join.near()), source, slot, entity)));
  }

  private static <S> Condition equal(
      List<Field<?>> columns, EntityMapping<S> source, int[] slot, S entity) {
    Condition condition = DSL.noCondition();
    for (int i = 0; i < slot.length; i++) {
      condition = condition.and(equal(columns.get(i), source.value(entity, slot[i])));
    }
    return condition;
  }

  private static <T> Condition equal(Field<T> column, @Nullable Object value) {
    if (value instanceof Number && Number.class.isAssignableFrom(column.getType())) {
      Object same = Key.of(column.getDataType().convert(value));
      if (!Objects.equals(Key.of(value), same)) {
        return DSL.falseCondition(); // no value of the column's type is equal to it
      }
    }
    return TableQueries.equalTo(column, value);
  }

  private static List<Field<?>> ends(Relation<?, ?> relation) {
    EntityMapping<?> target = relation.target();
    return target.fields(target.info().slots()[relation.targetSlot()]);
  }
}
