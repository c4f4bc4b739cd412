package io.kinrow.runtime.internal.entity;

import io.kinrow.runtime.Path;
import io.kinrow.runtime.internal.sql.TableQueries;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A row that the components of a record are read from: the one of the query's table, or one that a
 * relation leads to. Called by generated code, which says what it reads, in the order in which it
 * reads it. Not thread-safe.
 *
 * @param <E> the entity of its table
 */
public final class Joined<E> {

  private final Selection selection;
  private final EntityMapping<E> mapping;
  private final Table<?> table;
  private final String path;
  private final @Nullable Relation<?, E> relation;

  private Joined(
      Selection selection,
      EntityMapping<E> mapping,
      Table<?> table,
      String path,
      @Nullable Relation<?, E> relation) {
    this.selection = selection;
    this.mapping = mapping;
    this.table = table;
    this.path = path;
    this.relation = relation;
  }

  /** The row of the query's own table. */
  static <E> Joined<E> root(Selection selection, EntityMapping<E> mapping) {
    return new Joined<>(selection, mapping, mapping.table(), "", null);
  }

  /**
   * The row that a relation leads to, of which there is at most one. An outer join: whether the
   * foreign key can be NULL, or is not enforced, it takes no row from the query.
   */
  public <T> Joined<T> join(Path<E, T> constant) {
    Relation<E, T> to = Relation.of(constant);
    EntityMapping<T> target = to.target();
    Table<?> joined = selection.alias(target.table(), to.name());
    List<Field<?>> ends = fields(joined, target, target.info().slots()[to.targetSlot()]);
    selection.join(joined, equal(ends, sources(to)));
    return new Joined<>(selection, target, joined, path(to.name()), to);
  }

  /** Reads these columns, by their SQL names. */
  public void select(String... columns) {
    for (String column : columns) {
      Field<?> field = TableQueries.field(table, column);
      if (relation == null) {
        selection.add(field, this, column);
      } else {
        selection.addNamed(field, this, column);
      }
    }
  }

  /** Reads how many rows a relation leads to. */
  public void count(Path<E, ?> constant) {
    Relation<E, ?> to = Relation.of(constant);
    EntityMapping<?> target = to.target();
    Relation.Join join = to.join();
    Table<?> counted =
        selection.alias(join == null ? target.table() : join.table().get(), to.name());
    List<Field<?>> ends =
        join == null
            ? fields(counted, target, target.info().slots()[to.targetSlot()])
            : TableQueries.fields(counted, join.near());
    selection.addNamed(
        DSL.field(DSL.select(DSL.count()).from(counted).where(equal(ends, sources(to)))),
        this,
        to.name() + "Count");
  }

  /** Reads the key that the rows of a list belong to. */
  public void list(RecordList<E, ?> list) {
    int[] slot = mapping.info().slots()[list.relation().slot()];
    int known = Collections.indexOfSubList(selection.fields(), fields(table, mapping, slot));
    selection.list(list, (known >= 0 ? known : selection.fields().size()) + 1);
    if (known < 0) {
      for (int column : slot) {
        select(mapping.info().columns().get(column));
      }
    }
  }

  private List<Field<?>> sources(Relation<E, ?> to) {
    return fields(table, mapping, mapping.info().slots()[to.slot()]);
  }

  private static List<Field<?>> fields(Table<?> table, EntityMapping<?> mapping, int[] columns) {
    List<Field<?>> fields = new ArrayList<>();
    for (int column : columns) {
      fields.add(TableQueries.field(table, mapping.info().columns().get(column)));
    }
    return fields;
  }

  /** A template: the columns of a foreign key need not have the Java type of those referenced. */
  static Condition equal(List<Field<?>> ends, List<Field<?>> sources) {
    Condition condition = DSL.noCondition();
    for (int i = 0; i < ends.size(); i++) {
      condition = condition.and(DSL.condition("{0} = {1}", ends.get(i), sources.get(i)));
    }
    return condition;
  }

  private String path(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  // For people -------------------------------------------------------------------------------

  /** Names of the components that lead here; empty for the query's own row. */
  String path() {
    return path;
  }

  /** A column with its table. */
  String place(String column) {
    return mapping.info().table() + "." + column;
  }

  /**
   * What is wrong if there is no such row although the record needs one, or null if the column does
   * not tell.
   */
  @Nullable String missing(String column) {
    if (relation == null) {
      return null;
    }
    EntityMapping<?> source = relation.source();
    int first = mapping.info().slots()[relation.targetSlot()][0];
    return mapping.info().columns().get(first).equals(column)
        ? source.place(source.info().slots()[relation.slot()])
            + " references a row of "
            + mapping.info().table()
            + " that does not exist"
        : null;
  }
}
