package io.kinrow.runtime.internal.write;

import io.kinrow.runtime.Path;
import io.kinrow.runtime.internal.entity.Changes;
import io.kinrow.runtime.internal.entity.ChildRelation;
import io.kinrow.runtime.internal.entity.EntityMapping;
import io.kinrow.runtime.internal.entity.JoinTable;
import io.kinrow.runtime.internal.entity.Kin;
import io.kinrow.runtime.internal.entity.TableSql;
import io.kinrow.runtime.internal.run.Binds;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a row to be inserted, and the rows that are inserted together with it because they
 * reference it. Generated code has a subclass for each table.
 *
 * <p>A draft is filled by one thread, while the function runs that it was given to, and is then
 * inserted once. It is the child of one draft at most, so that drafts form trees. Not thread-safe.
 */
public abstract class Draft {

  private final TableSql<?> sql;
  private final @Nullable Object[] values;
  private final BitSet columns = new BitSet();
  private @Nullable Given<?, ?> given;

  /**
   * An entity that foreign key columns were set from.
   *
   * @param next the one before it
   */
  private record Given<S, T>(Path<S, T> relation, T entity, @Nullable Given<?, ?> next) {

    @SuppressWarnings("unchecked") // generated code gives relations of the draft's own table
    void to(Object row) {
      Kin.give(relation, (S) row, entity);
    }
  }

  /** The thread that may fill it; null when it is complete. */
  private @Nullable Thread filling = Thread.currentThread();

  private @Nullable Map<Path<?, ?>, Branch> branches;

  protected Draft(TableSql<?> sql) {
    this.sql = sql;
    this.values = new @Nullable Object[sql.mapping().width()];
  }

  /** Sets a column, by position. */
  protected final void set(int column, @Nullable Object value) {
    checkFilling();
    fill(column, value);
  }

  /** The same for values that Kinrow knows, after the caller's. */
  final void fill(int column, @Nullable Object value) {
    values[column] = value;
    columns.set(column);
  }

  /** Notes the entity, if any, that the columns of a relation are set from. */
  protected final <T> void give(Path<?, T> relation, @Nullable T entity) {
    if (entity != null) {
      given = new Given<>(relation, entity, given);
    }
  }

  /** Lets the stored row lead to the entities that its columns were set from. */
  final <E> E stored(E row) {
    for (Given<?, ?> each = given; each != null; each = each.next()) {
      each.to(row);
    }
    return row;
  }

  /**
   * Adds rows that reference this one, one for each element.
   *
   * @param relation leads to them
   * @param draft makes a new row, which is its own first stage
   */
  protected final <S, T> void children(
      Path<?, ?> relation,
      Supplier<? extends S> draft,
      Iterable<? extends T> elements,
      BiFunction<? super S, ? super T, ? extends Draft> columns) {
    present(elements, relation, "the elements are null");
    present(columns, relation, "the function that sets the columns is null");
    List<Draft> children = children(relation);
    for (T element : elements) {
      children.add(filled(relation, draft.get(), stage -> columns.apply(stage, element)));
    }
  }

  /** Adds a row that references this one. */
  protected final <S> void child(
      Path<?, ?> relation,
      Supplier<? extends S> draft,
      Function<? super S, ? extends Draft> columns) {
    present(columns, relation, "the function that sets the columns is null");
    children(relation).add(Draft.<S>filled(relation, draft.get(), columns));
  }

  private static <S> Draft filled(
      Path<?, ?> relation, S stage, Function<? super S, ? extends Draft> columns) {
    Draft child = columns.apply(stage);
    if (child != stage) {
      throw new IllegalArgumentException(
          relation
              + ": the function that sets the columns must return the row that it was given, but it"
              + " returned "
              + (child == null ? "null" : "another one"));
    }
    return child.complete();
  }

  private List<Draft> children(Path<?, ?> relation) {
    return branch(relation, unused -> new Branch.Children(ChildRelation.of(relation))).drafts();
  }

  /**
   * Adds links to rows that are there already, across a join table.
   *
   * @param link makes a new row of the join table
   */
  protected final <T> void links(
      Path<?, T> relation, Supplier<? extends Draft> link, Collection<? extends T> targets) {
    present(targets, relation, "the collection is null");
    @SuppressWarnings("unchecked") // what this method put there
    Branch.Links<T> links =
        (Branch.Links<T>) branch(relation, unused -> new Branch.Links<>(JoinTable.of(relation)));
    for (T target : targets) {
      links.add(present(target, relation, "one of the rows is null"), link.get().complete());
    }
  }

  private Branch branch(Path<?, ?> relation, Function<Path<?, ?>, Branch> none) {
    checkFilling();
    Map<Path<?, ?>, Branch> known = branches;
    if (known == null) {
      known = new LinkedHashMap<>();
      branches = known;
    }
    return known.computeIfAbsent(relation, none);
  }

  private static <T> T present(@Nullable T given, Path<?, ?> relation, String what) {
    if (given == null) {
      throw new IllegalArgumentException(relation + ": " + what);
    }
    return given;
  }

  private void checkFilling() {
    if (filling != Thread.currentThread()) {
      throw new IllegalStateException(
          filling == null
              ? "the row of %s is complete: use it only in the function that it was given to"
                  .formatted(sql.mapping())
              : "the row of %s is for another thread, %s"
                  .formatted(sql.mapping(), filling.getName()));
    }
  }

  /**
   * Ends the filling.
   *
   * @throws IllegalStateException if it has ended before
   */
  final Draft complete() {
    checkFilling();
    filling = null;
    return this;
  }

  /** Whether other rows are to be inserted together with this one. */
  final boolean hasBranches() {
    return branches != null;
  }

  final Collection<Branch> branches() {
    Map<Path<?, ?>, Branch> known = branches;
    return known == null ? List.of() : known.values();
  }

  final TableSql<?> sql() {
    return sql;
  }

  /** Sets columns by their SQL names. */
  final void fill(List<String> names, @Nullable Object[] values) {
    for (int i = 0; i < values.length; i++) {
      fill(sql.mapping().info().columns().indexOf(names.get(i)), values[i]);
    }
  }

  /** Whether a column is set, even to NULL. */
  final boolean sets(int column) {
    return columns.get(column);
  }

  final Changes columns() {
    return Changes.of(columns);
  }

  final @Nullable Object value(int column) {
    return values[column];
  }

  /** Binds one row after the other, for a statement that takes them all. */
  static void bindAll(List<Draft> drafts, Binds binds, EntityMapping<?> mapping)
      throws SQLException {
    for (Draft draft : drafts) {
      draft.bind(binds, mapping);
    }
  }

  /** Binds the columns that are set, in the table's order. */
  final void bind(Binds binds, EntityMapping<?> mapping) throws SQLException {
    for (int column = columns.nextSetBit(0); column >= 0; column = columns.nextSetBit(column + 1)) {
      mapping.bind(binds, column, values[column]);
    }
  }
}
