package io.kinrow.runtime.internal.entity;

import io.kinrow.runtime.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A relation against a foreign key, whose rows are inserted together with those that they
 * reference. Immutable.
 *
 * @param <S> the entity that is referenced
 * @param <T> the entity that references it
 */
public final class ChildRelation<S, T> {

  private final Relation<S, T> relation;

  private ChildRelation(Relation<S, T> relation) {
    this.relation = relation;
  }

  /**
   * The rows that a relation leads to.
   *
   * @throws IllegalArgumentException if it does not lead against a foreign key
   */
  public static <S, T> ChildRelation<S, T> of(Path<S, T> constant) {
    Relation<S, T> relation = Relation.of(constant);
    if (relation.kind() != Relation.Kind.MANY) {
      throw new IllegalArgumentException(relation + " does not lead against a foreign key");
    }
    return new ChildRelation<>(relation);
  }

  public EntityMapping<S> parent() {
    return relation.source();
  }

  /** The parent's columns that are referenced. */
  public int[] parentColumns() {
    return parent().info().slots()[relation.slot()];
  }

  public EntityMapping<T> child() {
    return relation.target();
  }

  /** The child's columns that reference them, in the same order. */
  public int[] childColumns() {
    return child().info().slots()[relation.targetSlot()];
  }

  /** Whether a row references another one as it is stored, whatever triggers made of it. */
  public boolean connects(S parent, T child) {
    Object key = parent().normal(parentColumns(), parent().values(parent, parentColumns()));
    Object reference = child().normal(childColumns(), child().values(child, childColumns()));
    return Objects.equals(key, reference);
  }

  /** Lets a row know those that reference it, so that it does not load them. */
  public void wireDown(Kin parents, int place, List<T> children) {
    parents.know(relation.ordinal(), place, List.copyOf(children));
  }

  /** Lets a row know the one that it references. */
  public void wireUp(Kin children, int place, S parent) {
    children.know(relation.inverse(), place, parent);
  }

  public String name() {
    return relation.name();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ChildRelation<?, ?> that && relation == that.relation;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(relation);
  }

  /** Such as {@code users.posts}. */
  @Override
  public String toString() {
    return relation.toString();
  }
}
