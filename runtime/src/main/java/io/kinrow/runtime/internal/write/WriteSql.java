package io.kinrow.runtime.internal.write;

import io.kinrow.runtime.internal.entity.Changes;
import io.kinrow.runtime.internal.entity.EntityMapping;
import io.kinrow.runtime.internal.entity.TableSql;
import io.kinrow.runtime.internal.sql.Batch;
import io.kinrow.runtime.internal.sql.Core;
import io.kinrow.runtime.internal.sql.TableQueries;
import io.kinrow.runtime.internal.write.ManagedRow.Check;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertOnDuplicateStep;
import org.jooq.InsertReturningStep;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The texts of INSERT and UPDATE, rendered once for each set of columns that is written. */
final class WriteSql {

  private WriteSql() {}

  private record TextKey(
      EntityMapping<?> mapping, String kind, Changes columns, @Nullable Conflict conflict) {}

  /** Whether the engine returns the stored row with the statement. */
  static boolean returns(Core core) {
    return core.dialect().returnsRows();
  }

  static String insert(Core core, EntityMapping<?> mapping, Changes columns, boolean returning) {
    return insert(core, mapping, columns, null, returning);
  }

  /** An INSERT of one row, which may say what to do about one that is there. */
  static String insert(
      Core core,
      EntityMapping<?> mapping,
      Changes columns,
      @Nullable Conflict conflict,
      boolean returning) {
    return core.text(
        new TextKey(mapping, returning ? "insert returning" : "insert", columns, conflict),
        context -> {
          InsertOnDuplicateStep<?> insert = insertInto(context, mapping, columns);
          String text =
              context.render(
                  conflict == null ? insert : on(core, insert, mapping, columns, conflict));
          return returning ? text + returning(context, mapping) : text;
        });
  }

  /** An INSERT of several rows, of which {@link #mostRows} tells how many there may be. */
  static String insert(
      Core core,
      EntityMapping<?> mapping,
      Changes columns,
      @Nullable Conflict conflict,
      boolean returning,
      int rows) {
    if (rows == 1) {
      return insert(core, mapping, columns, conflict, returning);
    }
    return rows == mostRows(core, mapping, columns, conflict, true)
        ? core.text(
            new TextKey(mapping, returning ? "inserts returning" : "inserts", columns, conflict),
            context -> inserts(core, mapping, columns, conflict, returning, rows))
        : inserts(core, mapping, columns, conflict, returning, rows);
  }

  private static String inserts(
      Core core,
      EntityMapping<?> mapping,
      Changes columns,
      @Nullable Conflict conflict,
      boolean returning,
      int rows) {
    String one = insert(core, mapping, columns, false);
    String next = ", " + row(core, mapping, columns);
    StringBuilder text = new StringBuilder(one.length() + rows * next.length());
    text.append(one);
    for (int i = 1; i < rows; i++) {
      text.append(next);
    }
    text.append(insert(core, mapping, columns, conflict, false).substring(one.length()));
    return returning ? text + returning(core.renderer(), mapping) : text.toString();
  }

  /** How many rows one INSERT may have: 1 unless that is faster than a statement for each row. */
  static int mostRows(
      Core core, EntityMapping<?> mapping, Changes columns, @Nullable Conflict conflict) {
    return mostRows(core, mapping, columns, conflict, false);
  }

  /**
   * The same.
   *
   * @param inOne whether one INSERT is wanted even if it is not faster
   */
  static int mostRows(
      Core core,
      EntityMapping<?> mapping,
      Changes columns,
      @Nullable Conflict conflict,
      boolean inOne) {
    boolean able = inOne ? core.dialect().returnsInOrder() : core.dialect().insertsManyRows();
    if (!able || columns.isEmpty()) {
      return 1;
    }
    String one = insert(core, mapping, columns, false);
    if (!one.endsWith(row(core, mapping, columns))
        || !insert(core, mapping, columns, conflict, false).startsWith(one)) {
      return 1;
    }
    return Math.max(
        1, Math.min(Batch.ROWS, core.dialect().mostBinds() / columns.positions().length));
  }

  /** The places of one row, in brackets. */
  private static String row(Core core, EntityMapping<?> mapping, Changes columns) {
    return core.text(
        new TextKey(mapping, "row", columns, null),
        context ->
            mapping.fields(columns.positions()).stream()
                .map(field -> context.render(place(field)))
                .collect(Collectors.joining(", ", "(", ")")));
  }

  /** jOOQ 3.19 renders no RETURNING for SQLite's INSERT: it was written before SQLite 3.35. */
  private static String returning(DSLContext context, EntityMapping<?> mapping) {
    return returning(context, mapping.fieldList());
  }

  static String returning(DSLContext context, List<Field<?>> fields) {
    return fields.stream()
        .map(field -> context.render(field.getUnqualifiedName()))
        .collect(Collectors.joining(", ", " returning ", ""));
  }

  private static InsertOnDuplicateStep<?> insertInto(
      DSLContext context, EntityMapping<?> mapping, Changes columns) {
    if (columns.isEmpty()) {
      return (InsertOnDuplicateStep<?>) context.insertInto(mapping.table()).defaultValues();
    }
    List<Field<?>> fields = mapping.fields(columns.positions());
    return context
        .insertInto(mapping.table())
        .columns(fields)
        .values(fields.stream().map(WriteSql::place).toList());
  }

  private static <T> Field<T> place(Field<T> field) {
    return DSL.val(null, field);
  }

  private static InsertReturningStep<?> on(
      Core core,
      InsertOnDuplicateStep<?> insert,
      EntityMapping<?> mapping,
      Changes columns,
      Conflict conflict) {
    int[] key = conflict.columns();
    if (conflict.kind() == Conflict.Kind.IGNORE) {
      return key.length == 0
          ? insert.onConflictDoNothing()
          : insert.onConflict(mapping.fields(key)).doNothing();
    }
    Map<Field<?>, Field<?>> updates = new LinkedHashMap<>();
    for (int column : conflict.updatedOf(columns)) {
      updates.put(mapping.field(column), core.dialect().excluded(mapping.field(column)));
    }
    if (updates.isEmpty()) {
      // something to update, so that the row is returned
      Field<?> part = mapping.field(key[0]);
      updates.put(part, core.dialect().excluded(part));
    } else {
      Stamp.ofUpsert(core, mapping).forEach(updates::putIfAbsent);
    }
    return insert.onConflict(mapping.fields(key)).doUpdate().set(updates);
  }

  static String deleteAll(Core core, EntityMapping<?> mapping) {
    return core.text(
        new TextKey(mapping, "delete all", Changes.NONE, null),
        context -> context.render(context.deleteFrom(mapping.table())));
  }

  static String update(Core core, EntityMapping<?> mapping, Changes columns, boolean returning) {
    return update(core, mapping, columns, returning, Check.KEY);
  }

  /** An UPDATE of the row with a key, whose version is compared too. */
  static String update(
      Core core, EntityMapping<?> mapping, Changes columns, boolean returning, Check check) {
    String kind = returning ? "update returning" : "update";
    return core.text(
        new TextKey(mapping, check == Check.KEY ? kind : kind + check, columns, null),
        context -> {
          Map<Field<?>, Field<?>> values = new LinkedHashMap<>();
          mapping.fields(columns.positions()).forEach(field -> values.put(field, place(field)));
          String update =
              context.render(
                  update(context, mapping.table(), values).where(checked(mapping, check)));
          return returning ? update + returning(context, mapping) : update;
        });
  }

  /** A DELETE of the row with a key, whose version is compared too. */
  static String delete(Core core, TableSql<?> sql, Check check) {
    EntityMapping<?> mapping = sql.mapping();
    return check == Check.KEY
        ? sql.delete().on(core)
        : core.text(
            new TextKey(mapping, "delete" + check, Changes.NONE, null),
            context ->
                context.render(context.deleteFrom(mapping.table()).where(checked(mapping, check))));
  }

  private static Condition checked(EntityMapping<?> mapping, Check check) {
    Condition key = TableQueries.equal(mapping.fields(mapping.info().key()));
    return switch (check) {
      case KEY -> key;
      case VERSION -> key.and(equal(mapping.field(mapping.version())));
      case NO_VERSION -> key.and(mapping.field(mapping.version()).isNull());
    };
  }

  private static <T> Condition equal(Field<T> field) {
    return field.eq(place(field));
  }

  static <R extends Record> org.jooq.UpdateSetMoreStep<R> update(
      DSLContext context, Table<R> table, Map<Field<?>, Field<?>> values) {
    return context.update(table).set(values);
  }
}
