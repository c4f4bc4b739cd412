package io.kinrow.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record that queries of an entity can end in, so that only the columns that it needs are
 * selected. The annotation processor matches each component with a column or a relation of the
 * entity, by name and type, and writes the reader.
 *
 * <pre>{@code
 * @Projection(Post.class)
 * public record PostSummary(long id, String body, Author author, long repliesCount) {
 *   public record Author(String nickname) {}
 * }
 *
 * List<PostSummary> newest =
 *     blog.posts().orderBy(POSTS.ID.desc()).limit(10).select(PostSummary.class).list();
 * }</pre>
 *
 * <p>A component is one of these:
 *
 * <ul>
 *   <li>a column, with the name and type of the entity's accessor; one that may be NULL is {@code
 *       Optional} or {@code @Nullable}
 *   <li>a relation to at most one row, as a record of that row, whose components are matched in the
 *       same way; if there may be none, it is {@code Optional} or {@code @Nullable}
 *   <li>the number of rows of any other relation, such as {@code long repliesCount}
 *   <li>the rows of such a relation, as a {@code List} of records; this takes one more statement,
 *       for all rows
 * </ul>
 *
 * <p>The record is compiled together with the database class. If it is in another package, it has
 * to be public.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Projection {

  /** Returns the entity whose rows become records. */
  Class<?> value();
}
