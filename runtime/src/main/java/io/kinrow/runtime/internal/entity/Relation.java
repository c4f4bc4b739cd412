package io.kinrow.runtime.internal.entity;

import io.kinrow.runtime.internal.sql.FixedSql;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * A navigation from one entity to others, such as {@code User.POSTS}: what {@code with(…)} takes to
 * prefetch it. Immutable; generated code has one constant for each.
 *
 * <pre>{@code
 * blog.users().with(User.POSTS, User.POSTS.then(Post.AUTHOR)).list();
 * }</pre>
 *
 * @param <S> the entity that the navigation starts from
 * @param <T> the entity that it leads to
 */
public final class Relation<S, T> implements Path<S, T> {

  /** Where a relation leads. */
  enum Kind {
    /** Along a foreign key to the row referred to. */
    ONE,
    /** Against a foreign key to the referring rows. */
    MANY,
    /** Across a join table. */
    ACROSS
  }

  /**
   * The join table of a many-to-many relation.
   *
   * @param table jOOQ's table
   * @param near SQL names of its columns that refer to the source, in the order of the source's
   *     slot
   * @param far SQL names of its columns that refer to the target, in the order of the target's slot
   */
  public record Join(Supplier<? extends Table<?>> table, List<String> near, List<String> far) {}

  private final Kind kind;
  private final String name;
  private final int ordinal;
  private final EntityMapping<S> source;
  private final int slot;
  private final Supplier<? extends EntityMapping<T>> target;
  private final int targetSlot;
  private final int inverse;
  private final @Nullable Join join;
  private final FixedSql rows;
  private final FixedSql counts;

  private Relation(
      Kind kind,
      String name,
      int ordinal,
      EntityMapping<S> source,
      int slot,
      Supplier<? extends EntityMapping<T>> target,
      int targetSlot,
      int inverse,
      @Nullable Join join,
      String rowsSql,
      String countsSql) {
    this.kind = kind;
    this.name = name;
    this.ordinal = ordinal;
    this.source = source;
    this.slot = slot;
    this.target = target;
    this.targetSlot = targetSlot;
    this.inverse = inverse;
    this.join = join;
    String dialect = source.info().dialect();
    this.rows = new FixedSql(dialect, rowsSql, context -> RelationSql.rows(context, this, 0));
    this.counts = new FixedSql(dialect, countsSql, context -> RelationSql.counts(context, this, 0));
  }

  /**
   * Along a foreign key.
   *
   * @param ordinal position among the source's relations, from 0
   * @param slot the source's slot of the referring columns
   * @param targetSlot the target's slot of the columns referred to
   * @param sql the statement that loads the targets of a set of keys
   */
  public static <S, T> Relation<S, T> one(
      String name,
      int ordinal,
      EntityMapping<S> source,
      int slot,
      Supplier<? extends EntityMapping<T>> target,
      int targetSlot,
      String sql) {
    return new Relation<>(
        Kind.ONE, name, ordinal, source, slot, target, targetSlot, -1, null, sql, "");
  }

  /**
   * Against a foreign key.
   *
   * @param slot the source's slot of the columns referred to
   * @param targetSlot the target's slot of the referring columns
   * @param inverse ordinal of the target's relation along the same foreign key
   * @param sql the statement that loads the targets of a set of keys, ordered by key
   * @param countSql the statement that counts them for each key
   */
  public static <S, T> Relation<S, T> many(
      String name,
      int ordinal,
      EntityMapping<S> source,
      int slot,
      Supplier<? extends EntityMapping<T>> target,
      int targetSlot,
      int inverse,
      String sql,
      String countSql) {
    return new Relation<>(
        Kind.MANY, name, ordinal, source, slot, target, targetSlot, inverse, null, sql, countSql);
  }

  /**
   * Across a join table.
   *
   * @param slot the source's slot of the columns that the join table refers to
   * @param targetSlot the target's slot of the columns that the join table refers to
   */
  public static <S, T> Relation<S, T> across(
      String name,
      int ordinal,
      EntityMapping<S> source,
      int slot,
      Supplier<? extends EntityMapping<T>> target,
      int targetSlot,
      Join join,
      String sql,
      String countSql) {
    return new Relation<>(
        Kind.ACROSS, name, ordinal, source, slot, target, targetSlot, -1, join, sql, countSql);
  }

  @Override
  public Kin prefetch(Kin kin) {
    return kin.prefetch(this);
  }

  Kind kind() {
    return kind;
  }

  int ordinal() {
    return ordinal;
  }

  EntityMapping<S> source() {
    return source;
  }

  int slot() {
    return slot;
  }

  /** How its targets are mapped. */
  public EntityMapping<T> target() {
    return target.get();
  }

  int targetSlot() {
    return targetSlot;
  }

  int inverse() {
    return inverse;
  }

  @Nullable Join join() {
    return join;
  }

  FixedSql rows() {
    return rows;
  }

  FixedSql counts() {
    return counts;
  }

  /** Such as {@code users.posts}. */
  @Override
  public String toString() {
    return source.info().table() + "." + name;
  }
}
