package io.kinrow.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An interface of declared queries: each method has its SQL in {@link Sql}. {@code kinrow:generate}
 * asks the migrated database about each statement, and the annotation processor compares the answer
 * with the method and writes the implementation, which the database class returns.
 *
 * <pre>{@code
 * @Queries
 * public interface BlogQueries {
 *
 *   @Sql("select u.* from users u where u.nickname = :name")
 *   Optional<User> byName(String name);
 * }
 *
 * Optional<User> susan = blog.blogQueries().byName("susan");
 * }</pre>
 *
 * <p>It belongs to the database whose {@link Repositories} is on its package or on the nearest
 * package around it. An interface in another package than the database has to be public, and so
 * have the records that its methods return.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Queries {}
