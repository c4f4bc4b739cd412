package io.kinrow.runtime.entity;

import io.kinrow.runtime.sql.TableQueries;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;

/** Renders the statements of relations. */
final class RelationSql {

  private RelationSql() {}

  /**
   * @param places how many keys have a bind of their own, or 0 when all of them are one
   */
  static String rows(DSLContext context, Relation<?, ?> relation, int places) {
    EntityMapping<?> target = relation.target();
    Relation.Join join = relation.join();
    List<Field<?>> columns = target.fieldList();
    List<Field<?>> ends = ends(relation);
    List<Field<?>> key = target.fields(target.shape().key());
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
    List<Field<?>> order = relation.kind() == Relation.Kind.ONE ? List.of() : key;
    return TableQueries.related(context, target.table(), columns, ends, order, places);
  }

  static String counts(DSLContext context, Relation<?, ?> relation, int places) {
    Relation.Join join = relation.join();
    if (join == null) {
      return TableQueries.counts(context, relation.target().table(), ends(relation), places);
    }
    var table = join.table().get();
    List<Field<?>> near =
        join.near().stream().<Field<?>>map(name -> TableQueries.field(table, name)).toList();
    return TableQueries.counts(context, table, near, places);
  }

  private static List<Field<?>> ends(Relation<?, ?> relation) {
    EntityMapping<?> target = relation.target();
    return target.fields(target.shape().slots()[relation.targetSlot()]);
  }
}
