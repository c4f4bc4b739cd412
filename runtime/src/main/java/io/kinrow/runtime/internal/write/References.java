package io.kinrow.runtime.internal.write;

import io.kinrow.runtime.internal.entity.Changes;
import io.kinrow.runtime.internal.entity.EntityMapping;
import io.kinrow.runtime.internal.run.Reader;
import io.kinrow.runtime.internal.sql.Core;
import io.kinrow.runtime.internal.sql.Dynamic;
import io.kinrow.runtime.internal.sql.KeySets;
import io.kinrow.runtime.internal.sql.Scope;
import io.kinrow.runtime.internal.sql.Statements;
import io.kinrow.runtime.internal.sql.TableQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.ForeignKey;
import org.jooq.Table;
import org.jooq.UniqueKey;
import org.jspecify.annotations.Nullable;

/** Looks, after a refused write, for the foreign key that refused it. */
final class References {

  /** Keys that are looked at one by one. */
  static final int MOST_KEYS = 100;

  /** What refers to a row where none of its table's foreign keys was found to. */
  static final List<String> UNKNOWN = List.of("rows of another table");

  private References() {}

  /** The foreign keys of a row whose parent does not exist. */
  static List<String> missing(
      Scope scope, EntityMapping<?> mapping, Changes columns, IntFunction<@Nullable Object> value) {
    List<String> missing = new ArrayList<>();
    for (ForeignKey<?, ?> key : mapping.table().getReferences()) {
      List<String> names = key.getFields().stream().map(Field::getName).toList();
      List<Object> values = new ArrayList<>();
      for (String name : names) {
        int position = mapping.info().columns().indexOf(name);
        Object part = columns.contains(position) ? value.apply(position) : null;
        if (part != null) {
          values.add(part);
        }
      }
      Table<?> parent = key.getKey().getTable();
      if (values.size() == names.size()
          && count(scope, parent, TableQueries.equalTo(key.getKeyFields(), values)) == 0) {
        missing.add(absent(names, values, parent));
      }
    }
    return missing;
  }

  private static String absent(List<String> names, List<Object> values, Table<?> parent) {
    return String.join(", ", names)
        + " = "
        + values.stream().map(Violation::literal).toList()
        + " references a row of "
        + parent.getName()
        + " that does not exist";
  }

  /**
   * The first of some keys, among {@value #MOST_KEYS}, that no row has.
   *
   * @param columns the columns of the keys
   * @param names of the columns that would refer to them
   */
  static List<String> absent(
      Scope scope, EntityMapping<?> mapping, int[] columns, List<String> names, List<Object> keys) {
    for (Object key : keys.subList(0, Math.min(keys.size(), MOST_KEYS))) {
      List<Object> values = List.of(KeySets.values(key));
      Condition condition = TableQueries.equalTo(mapping.fields(columns), values);
      if (count(scope, mapping.table(), condition) == 0) {
        return List.of(absent(names, values, mapping.table()));
      }
    }
    return List.of();
  }

  /**
   * The tables whose rows refer to a row, with their number.
   *
   * @param refusing the dialect's query for foreign keys that refuse the deletion
   */
  static List<String> to(
      Scope scope, EntityMapping<?> mapping, @Nullable Object[] key, String refusing) {
    List<String> children = new ArrayList<>();
    UniqueKey<?> primary = mapping.table().getPrimaryKey();
    if (primary == null) {
      return children;
    }
    for (ForeignKey<?, ?> reference : primary.getReferences()) {
      Table<?> child = reference.getTable();
      long count = count(scope, child, TableQueries.equalTo(reference.getFields(), List.of(key)));
      if (count > 0 && refuses(scope, reference, refusing)) {
        String columns =
            String.join(", ", reference.getFields().stream().map(Field::getName).toList());
        children.add(
            count
                + (count == 1 ? " row of " : " rows of ")
                + child.getName()
                + " ("
                + columns
                + ")");
      }
    }
    return children.isEmpty() ? UNKNOWN : children;
  }

  /** Whether a foreign key refuses the deletion, rather than acting on it. */
  private static boolean refuses(Scope scope, ForeignKey<?, ?> reference, String refusing) {
    return Statements.query(
            scope,
            refusing,
            binds -> {
              binds.add((Object) reference.getTable().getName());
              binds.add((Object) reference.getFields().get(0).getName());
            },
            Reader.COUNT)
        > 0;
  }

  private static long count(Scope scope, Table<?> table, Condition condition) {
    Core core = scope.core();
    Dynamic count = Dynamic.of(core, core.renderer().selectCount().from(table).where(condition));
    return Statements.query(scope, count.sql(), count.binder(), Reader.COUNT);
  }
}
