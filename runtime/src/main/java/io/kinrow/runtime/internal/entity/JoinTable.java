package io.kinrow.runtime.internal.entity;

import io.kinrow.runtime.Path;
import io.kinrow.runtime.internal.run.Row;
import io.kinrow.runtime.internal.sql.TableQueries;
import java.sql.SQLException;
import java.util.List;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * The join table of a many-to-many relation. Immutable.
 *
 * @param <S> the entity that the relation starts from
 * @param <T> the entity that it leads to
 */
public final class JoinTable<S, T> {

  private final Relation<S, T> relation;
  private final Relation.Join join;

  private JoinTable(Relation<S, T> relation, Relation.Join join) {
    this.relation = relation;
    this.join = join;
  }

  /**
   * The join table of a relation.
   *
   * @throws IllegalArgumentException if it does not lead across one
   */
  public static <S, T> JoinTable<S, T> of(Path<S, T> constant) {
    Relation<S, T> relation = Relation.of(constant);
    Relation.Join join = relation.join();
    if (join == null) {
      throw new IllegalArgumentException(relation + " does not lead across a join table");
    }
    return new JoinTable<>(relation, join);
  }

  /** The name of the relation's accessor. */
  public String name() {
    return relation.name();
  }

  public Table<?> table() {
    return join.table().get();
  }

  /** Its columns that refer to the source. */
  public List<Field<?>> near() {
    return TableQueries.fields(table(), join.near());
  }

  /** Its columns that refer to the target. */
  public List<Field<?>> far() {
    return TableQueries.fields(table(), join.far());
  }

  /** SQL names of the columns that refer to the source. */
  public List<String> nearNames() {
    return join.near();
  }

  /** SQL names of the columns that refer to the target. */
  public List<String> farNames() {
    return join.far();
  }

  public EntityMapping<S> source() {
    return relation.source();
  }

  /** The source's columns that are referred to. */
  public int[] sourceColumns() {
    return source().info().slots()[relation.slot()];
  }

  public EntityMapping<T> target() {
    return relation.target();
  }

  /** The target's columns that are referred to. */
  public int[] targetColumns() {
    return target().info().slots()[relation.targetSlot()];
  }

  /** Lets a row know the targets that it was linked to, so that it does not load them. */
  public void wire(Kin sources, int place, List<T> targets) {
    sources.know(relation.ordinal(), place, List.copyOf(targets));
  }

  /** Reads columns that refer to the target, as {@link EntityMapping#normal} has their values. */
  public Object target(Row row) throws SQLException {
    return target().storedKey(row, relation.targetSlot(), 1);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JoinTable<?, ?> that && relation == that.relation;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(relation);
  }

  /** Such as {@code users.following}. */
  @Override
  public String toString() {
    return relation.toString();
  }
}
