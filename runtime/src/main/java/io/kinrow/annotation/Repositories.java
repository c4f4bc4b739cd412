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

  /**
   * The columns that hold the version of a row, such as {@code "version"}: {@code update} and
   * {@code delete} of an entity then check that its row still has the version that the entity was
   * read with, or throw a {@link io.kinrow.runtime.StaleRowException}. A version is a whole number
   * or a time stamp. It is written by Kinrow only, so drafts and entities have no method that sets
   * it.
   *
   * <p>Each rule is a column's SQL name for all tables that have such a column, or {@code
   * table.column} (or {@code schema.table.column}) for one table, where it takes precedence. A rule
   * that begins with {@code !} exempts such columns. Case is ignored.
   *
   * <p>On PostgreSQL, {@code "xmin"} or {@code "table.xmin"} stands for the version that the
   * database itself keeps: for tables without a version column of their own. It is the number of
   * the transaction that wrote the row last, so a transaction does not notice its own changes.
   *
   * <pre>{@code
   * @Repositories(
   *     tables = Tables.class,
   *     database = "Blog",
   *     versionColumns = {"version", "users.revision", "!files.version"})
   * package io.kinrow.blog;
   * }</pre>
   */
  String[] versionColumns() default {};

  /** The columns that note who wrote a row, and when. */
  Audit audit() default @Audit;
}
