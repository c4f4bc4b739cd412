package io.kinrow.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The statement of a method of {@link Queries}, in the SQL of the project's database. A colon and a
 * name stand for the parameter of that name; {@code in (:names)} for a list of any length, and
 * {@code (a, b) in (:keys)} for one of records whose components are matched with the columns by
 * position.
 *
 * <p>A part between the comments <code>/&#42;[&#42;/</code> and <code>/&#42;]&#42;/</code> falls
 * away where the parameters in it are empty {@code Optional}s.
 *
 * <pre><code>
 * {@literal @}Sql("select p.* from posts p where p.user_id = :author /&#42;[&#42;/ and p.body like :text /&#42;]&#42;/")
 * {@literal List<Post>} search(long author, {@literal Optional<String>} text);
 * </code></pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface Sql {

  /** One statement, as a literal. */
  String value();
}
