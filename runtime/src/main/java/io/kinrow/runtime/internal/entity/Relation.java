package io.kinrow.runtime.internal.entity;

import io.kinrow.runtime.Path;
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
public final class Relation<S, T> implements Steps<S, T> {

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
  record Join(Supplier<? extends Table<?>> table, List<String> near, List<String> far) {}

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
      Kind kind, Ends<S, T> ends, @Nullable Join join, String rowsSql, String countsSql) {
    this.kind = kind;
    this.name = ends.name;
    this.ordinal = ends.ordinal;
    this.source = ends.from.source;
    this.slot = ends.from.slot;
    this.target = ends.target;
    this.targetSlot = ends.targetSlot;
    this.inverse = ends.inverse;
    this.join = join;
    String dialect = source.info().dialect();
    this.rows = new FixedSql(dialect, rowsSql, context -> RelationSql.rows(context, this, 0));
    this.counts = new FixedSql(dialect, countsSql, context -> RelationSql.counts(context, this, 0));
  }

  /**
   * A relation from an entity.
   *
   * @param slot the source's slot of the columns that refer, or that are referred to
   */
  public static <S> From<S> from(EntityMapping<S> source, int slot) {
    return new From<>(source, slot);
  }

  /** A relation that is being described: where it starts. */
  public record From<S>(EntityMapping<S> source, int slot) {

    /**
     * To an entity.
     *
     * @param targetSlot the target's slot of the columns that are referred to, or that refer
     */
    public <T> Ends<S, T> to(Supplier<? extends EntityMapping<T>> target, int targetSlot) {
      return new Ends<>(this, target, targetSlot);
    }
  }

  /** A relation that is being described: where it starts and leads. Not thread-safe. */
  public static final class Ends<S, T> {

    private final From<S> from;
    private final Supplier<? extends EntityMapping<T>> target;
    private final int targetSlot;
    private String name = "";
    private int ordinal;
    private int inverse = -1;
    private @Nullable Join join;

    private Ends(From<S> from, Supplier<? extends EntityMapping<T>> target, int targetSlot) {
      this.from = from;
      this.target = target;
      this.targetSlot = targetSlot;
    }

    /** The name of its accessor. */
    public Ends<S, T> named(String name) {
      this.name = name;
      return this;
    }

    /** Its position among the source's relations, from 0. */
    public Ends<S, T> ordinal(int ordinal) {
      this.ordinal = ordinal;
      return this;
    }

    /** The ordinal of the target's relation along the same foreign key. */
    public Ends<S, T> inverse(int inverse) {
      this.inverse = inverse;
      return this;
    }

    /**
     * Across a join table.
     *
     * @param table jOOQ's table
     * @param near SQL names of its columns that refer to the source, in the order of its slot
     * @param far SQL names of its columns that refer to the target, in the order of its slot
     */
    public Ends<S, T> through(
        Supplier<? extends Table<?>> table, List<String> near, List<String> far) {
      this.join = new Join(table, near, far);
      return this;
    }

    /**
     * To the one row that is referred to.
     *
     * @param rows the statement that loads the targets of a set of keys
     */
    public Relation<S, T> one(String rows) {
      return new Relation<>(Kind.ONE, this, null, rows, "");
    }

    /**
     * To all rows that refer, or that the join table leads to.
     *
     * @param rows the statement that loads the targets of a set of keys, ordered by key
     * @param counts the statement that counts them for each key
     */
    public Relation<S, T> many(String rows, String counts) {
      return new Relation<>(join == null ? Kind.MANY : Kind.ACROSS, this, join, rows, counts);
    }
  }

  /** The relation that a constant of an entity is. */
  static <S, T> Relation<S, T> of(Path<S, T> constant) {
    return (Relation<S, T>) constant;
  }

  @Override
  public Kin prefetch(Kin kin) {
    return kin.prefetch(this);
  }

  Kind kind() {
    return kind;
  }

  /** The name of its accessor. */
  String name() {
    return name;
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
  EntityMapping<T> target() {
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
