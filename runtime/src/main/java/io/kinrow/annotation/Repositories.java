package io.kinrow.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for an entity and a repository for every table of a jOOQ {@code Tables} class, and for the
 * database facade that holds them, all in the annotated package.
 *
 * <pre>{@code
 * @Repositories(tables = Tables.class, database = "Blog")
 * package io.kinrow.blog;
 * }</pre>
 *
 * <p>The {@code Tables} class is the one that jOOQ's code generator writes when it runs with
 * Kinrow's generator: each of its table classes carries a {@code TableDescription}. Names are
 * decided there, once, for jOOQ's path methods and for entity navigation alike.
 */
@Documented
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.PACKAGE)
public @interface Repositories {

  /** jOOQ's generated {@code Tables} class. */
  Class<?> tables();

  /** Simple name of the facade class, such as {@code "Blog"}. */
  String database();

  /**
   * SQL names of tables and views to leave out, such as {@code "audit_log"}; relations to them are
   * left out too.
   */
  String[] exclude() default {};
}
