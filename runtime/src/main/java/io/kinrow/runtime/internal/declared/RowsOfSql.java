package io.kinrow.runtime.internal.declared;

import io.kinrow.runtime.internal.dialect.BindPlace;
import io.kinrow.runtime.internal.entity.EntityMapping;
import io.kinrow.runtime.internal.sql.Dynamic;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Table;
import org.jooq.impl.CustomQueryPart;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The condition that a row is one of those that a declared statement selects. */
final class RowsOfSql {

  private RowsOfSql() {}

  /**
   * Compares the primary key.
   *
   * @param labels of the key's columns in the statement's result
   * @param values of the statement's binds, in the form in which they are bound
   */
  static Condition condition(
      EntityMapping<?> mapping, List<String> labels, String sql, List<@Nullable Object> values) {
    List<Field<?>> key = mapping.fields(mapping.info().key());
    List<Field<?>> selected =
        labels.stream().<Field<?>>map(label -> DSL.field(DSL.quotedName(label))).toList();
    return DSL.condition(
        "{0} in (select {1} from ({2}) as declared)",
        key.size() == 1 ? key.get(0) : DSL.row(key), DSL.list(selected), part(sql, values));
  }

  /**
   * The statement as what rows are selected from, whatever the names of its columns are.
   *
   * @param alias that of the columns
   * @param columns one for each column of the statement, in order
   */
  static Table<?> table(
      String alias, List<Field<?>> columns, String sql, List<@Nullable Object> values) {
    return DSL.table(
        "(with {0} ({1}) as ({2}) select * from {0}) as {0}",
        DSL.quotedName(alias),
        DSL.list(
            columns.stream()
                .map(column -> DSL.quotedName(column.getName()))
                .toArray(QueryPart[]::new)),
        part(sql, values));
  }

  /** The statement as it is: for jOOQ, neither text nor values are a template. */
  private static QueryPart part(String sql, List<@Nullable Object> values) {
    List<String> texts = BindPlace.around(sql);
    if (texts.size() != values.size() + 1) {
      throw new IllegalStateException(
          "the statement has "
              + (texts.size() - 1)
              + " places for "
              + values.size()
              + " values: "
              + sql);
    }
    return CustomQueryPart.of(
        context -> {
          context.sql(texts.get(0), true);
          for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            context.visit(value == null ? DSL.inline((Object) null) : Dynamic.place(value));
            context.sql(texts.get(i + 1), true);
          }
        });
  }
}
