package io.kinrow.runtime.internal.query;

import io.kinrow.runtime.internal.entity.EntityMapping;
import io.kinrow.runtime.internal.entity.ResultMapping;
import io.kinrow.runtime.internal.sql.Core;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.UniqueKey;
import org.jspecify.annotations.Nullable;

/** What tells the rows of a table or view apart, so that an order can be total. */
final class RowOrder {

  private RowOrder() {}

  /**
   * The primary key; without one, the first unique key of NOT NULL columns; else null. In the rows
   * of a statement, keys of tables or else all columns, by which rows can still be alike.
   */
  static @Nullable List<Field<?>> key(Core core, EntityMapping<?> mapping) {
    if (mapping.info().key().length > 0) {
      return mapping.fields(mapping.info().key());
    } else if (mapping instanceof ResultMapping<?> result) {
      return result.total(core.dialect());
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

  /** The key; without one, all columns that can be sorted by, which tell distinct rows apart. */
  static List<Field<?>> columns(Core core, EntityMapping<?> mapping) {
    List<Field<?>> key = key(core, mapping);
    return key == null
        ? mapping.fieldList().stream()
            .<Field<?>>map(field -> field)
            .filter(field -> !core.dialect().isUnordered(field))
            .toList()
        : key;
  }

  /**
   * The key; without one, all that a row holds, so that only rows that are alike in everything
   * share a place.
   */
  static List<Field<?>> everything(Core core, EntityMapping<?> mapping) {
    List<Field<?>> key = key(core, mapping);
    if (key != null && mapping instanceof ResultMapping<?> result) {
      List<Field<?>> all = new ArrayList<>(key);
      result.total(core.dialect()).stream().filter(field -> !key.contains(field)).forEach(all::add);
      return all;
    }
    return key == null ? core.dialect().total(mapping.fieldList()) : key;
  }
}
