package io.kinrow.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Generates an entity and a repository for every table of a jOOQ {@code Tables} class, and the
 * database facade that holds them, all in the annotated package.
 *
 * <pre>{@code
 * @Repositories(tables = Tables.class, database = "Blog")
 * package io.kinrow.blog;
 * }</pre>
 *
 * <p>The {@code Tables} class must be one that jOOQ's code generator wrote while running with
 * Kinrow's generator, so that each of its table classes carries a {@code TableDescription}. All
 * names are decided there, once, for jOOQ's path methods and for entity navigation alike.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PACKAGE)
public @interface Repositories {

  /** jOOQ's generated {@code Tables} class. */
  Class<?> tables();

  /** The simple name of the facade class, such as {@code "Blog"}. */
  String database();

  /**
   * The SQL names of tables and views to leave out, such as {@code "audit_log"}. Relations to them
   * are left out too.
   */
  String[] exclude() default {};
}
