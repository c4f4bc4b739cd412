package io.kinrow.runtime.query;

import io.kinrow.runtime.connect.Engine;
import io.kinrow.runtime.entity.EntityMapping;
import io.kinrow.runtime.sql.Core;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** What tells the rows of a table or view apart, so that an order can be total. */
final class RowOrder {

  private RowOrder() {}

  /** The primary key; without one, the first unique key of NOT NULL columns; else null. */
  static @Nullable List<Field<?>> key(EntityMapping<?> mapping) {
    if (mapping.shape().key().length > 0) {
      return mapping.fields(mapping.shape().key());
    }
    Table<?> table = mapping.table();
    for (UniqueKey<?> key : table.getKeys()) {
      List<Field<?>> fields = new ArrayList<>();
      for (Field<?> field : key.getFields()) {
        Field<?> own = table.field(field);
        if (own != null && (key.isPrimary() || !own.getDataType().nullable())) {
          fields.add(own);
        }
      }
      if (fields.size() == key.getFields().size()) {
        return fields;
      }
    }
    return null;
  }

  /**
   * The key; without one, all that a row holds, so that only rows that are alike in everything
   * share a place. Databases take different values for equal, such as {@code 'a'} and {@code 'A'}:
   * SQLite's texts are compared byte by byte, PostgreSQL's rows also as the text that the server
   * writes for them. Other engines have no such form.
   */
  static List<Field<?>> everything(Core core, EntityMapping<?> mapping) {
    List<Field<?>> key = key(mapping);
    if (key != null) {
      return key;
    }
    List<Field<?>> columns = mapping.fieldList();
    return switch (core.engine()) {
      case SQLITE -> columns.stream().<Field<?>>map(RowOrder::bytes).toList();
      case POSTGRES -> {
        List<Field<?>> parts = new ArrayList<>();
        columns.stream().filter(RowOrder::hasPlainOrder).forEach(parts::add);
        parts.add(
            DSL.field("cast(row({0}) as text) collate \"C\"", String.class, DSL.list(columns)));
        yield parts;
      }
      case OTHER ->
          columns.stream()
              .filter(column -> !SortExpression.isUnordered(Engine.OTHER, column))
              .toList();
    };
  }

  private static Field<?> bytes(Field<?> column) {
    return DSL.field("{0} collate binary", Object.class, column);
  }

  /** Whether PostgreSQL can sort a column, and people would. */
  private static boolean hasPlainOrder(Field<?> column) {
    Class<?> type = column.getConverter().fromType();
    return column.getDataType().getSQLDataType() != SQLDataType.OTHER
        && (Number.class.isAssignableFrom(type)
            || Temporal.class.isAssignableFrom(type)
            || type == Boolean.class
            || type == UUID.class
            || type == String.class);
  }
}
