package io.kinrow.runtime.internal;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The facts of one table or view, as the migrated database tells them, and the Java names chosen
 * for them. Written by Kinrow's jOOQ generator on each jOOQ table class, read by the annotation
 * processor; nobody writes it by hand.
 *
 * <p>Columns are named by their SQL names throughout; {@link Column#property()} and {@link
 * Column#field()} give their Java names.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface TableDescription {

  /** SQL name of the table. */
  String name();

  /** SQL name of the schema, empty where the database has none (SQLite). */
  String schema() default "";

  /** jOOQ's {@code SQLDialect} constant of the database that these facts were read from. */
  String dialect();

  /** Whether rows can be written. */
  Kind kind() default Kind.TABLE;

  /** Simple name of the entity class, such as {@code "User"}. */
  String entity();

  /** Name of the facade's method that returns the repository, such as {@code "users"}. */
  String repository();

  /** All columns, in table order. */
  Column[] columns();

  /** SQL names of the primary key's columns in key order; empty when there is none. */
  String[] primaryKey() default {};

  /**
   * Unique constraints and unique indexes over plain columns of all rows (no partial or expression
   * index), without the primary key, each set of columns once.
   */
  Key[] uniqueKeys() default {};

  /** Other indexes over plain columns of all rows. */
  Key[] indexes() default {};

  /** The foreign keys of this table. */
  Reference[] references() default {};

  /**
   * Whether this is a pure join table: two foreign keys, whose columns are all the columns there
   * are and together the primary key or a unique key.
   */
  boolean join() default false;

  /**
   * Whether triggers run on this table's writes, so that a stored row may differ from what was
   * sent.
   */
  boolean triggers() default false;

  /** Whether its rows are kept elsewhere: in partitions, or in the database of a foreign table. */
  boolean partitioned() default false;

  /** Table or view. */
  enum Kind {
    /** A table. */
    TABLE,
    /** A view: its rows can be read only. */
    VIEW,
    /** A function that returns rows: jOOQ's class can be queried; there is no entity. */
    FUNCTION
  }

  /** What a foreign key does when the row it refers to is deleted or its key updated. */
  enum Action {
    /** Refuse at the end of the statement or transaction. */
    NO_ACTION,
    /** Refuse at once. */
    RESTRICT,
    /** Delete or update the referring rows too. */
    CASCADE,
    /** Set the referring columns to NULL. */
    SET_NULL,
    /** Set the referring columns to their defaults. */
    SET_DEFAULT
  }

  /** One column. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target({})
  @interface Column {

    /** SQL name. */
    String name();

    /**
     * Name of the field in jOOQ's table class, such as {@code "ABOUT_ME"}; its type is the column's
     * Java type.
     */
    String field();

    /** Name of the entity's accessor, such as {@code "aboutMe"}. */
    String property();

    /** Whether NULL is possible; never for a column of a primary key. */
    boolean nullable() default false;

    /** Whether an insert may leave it out because it has a default. */
    boolean defaulted() default false;

    /** Whether the database numbers it: an insert may leave it out, and gets the number back. */
    boolean identity() default false;

    /** Whether it is computed from other columns and can never be written. */
    boolean generated() default false;

    /**
     * Whether jOOQ converts its values (a forced type with a converter or binding), so that they
     * are read and bound through jOOQ's converter.
     */
    boolean converted() default false;

    /**
     * Whether the database itself keeps values of any other type out of it, so that a reader need
     * not look at what is stored: SQLite's {@code INTEGER PRIMARY KEY}, and whole numbers of its
     * {@code STRICT} tables.
     */
    boolean exact() default false;

    /**
     * Digits after the point that a decimal number is read with at least, where the database does
     * not keep them: those declared on SQLite.
     */
    int scale() default 0;

    /**
     * How jOOQ writes a bind of a value in the dialect, such as {@code "cast(? as uuid)"}; empty if
     * that is known at run time only.
     */
    String bind() default "?";
  }

  /** A unique key or an index. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target({})
  @interface Key {

    /** SQL name, empty for an unnamed constraint. */
    String name() default "";

    /** SQL names of the columns in key order. */
    String[] columns();
  }

  /** One foreign key, and the names of the navigations that come from it. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target({})
  @interface Reference {

    /** SQL name of the constraint, empty for an unnamed one. */
    String name() default "";

    /** SQL names of the referring columns, in key order. */
    String[] columns();

    /** SQL name of the table referred to. */
    String table();

    /** SQL name of its schema, empty where the database has none. */
    String tableSchema() default "";

    /** SQL names of the columns referred to, in the order of {@link #columns()}. */
    String[] tableColumns();

    /** What happens to these rows when the row referred to is deleted. */
    Action onDelete() default Action.NO_ACTION;

    /** What happens to these rows when the key referred to is updated. */
    Action onUpdate() default Action.NO_ACTION;

    /** Whether {@link #columns()} are unique here, so that the inverse is one row at most. */
    boolean unique() default false;

    /** Name of the navigation from this table to the row referred to: {@code "author"}. */
    String one();

    /**
     * Name of the navigation from the row referred to back to these rows: {@code "posts"}. A pure
     * join table's entities are not navigated to; there it names jOOQ's path only.
     */
    String many();

    /**
     * On a pure join table, name of the navigation from the row referred to across this table to
     * the rows of the other foreign key; empty elsewhere. On {@code followers(follower_id,
     * followed_id)} the foreign key {@code follower_id} has {@code "following"}.
     */
    String across() default "";
  }
}
