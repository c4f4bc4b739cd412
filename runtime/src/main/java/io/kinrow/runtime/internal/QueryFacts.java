package io.kinrow.runtime.internal;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the migrated database tells about the declared queries of a project. Written by {@code
 * kinrow:generate} on the class {@link #CLASS} beside jOOQ's {@code Tables}, read by the annotation
 * processor, which has no database; nobody writes it by hand.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface QueryFacts {

  /** The simple name of the class that has it. */
  String CLASS = "QueryFactsOfSources";

  /** The queries; each text once. */
  Query[] value();

  /** The files of named queries, from which interfaces are generated. */
  File[] files() default {};

  /** What a method that is generated from a file returns. */
  enum Result {
    /** All rows, or how many rows were changed. */
    DEFAULT,
    /** The only row. */
    ONE,
    /** The only row, if there is one. */
    OPTIONAL,
    /** All rows. */
    MANY,
    /** The rows as they are read. */
    STREAM,
    /** How many rows were changed. */
    EXEC
  }

  /** One file of named queries. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target({})
  @interface File {

    /** Simple name of the interface. */
    String name();

    /** The queries in it. */
    Method[] methods();
  }

  /** A named query of a file. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target({})
  @interface Method {

    /** Name of the method. */
    String name();

    /** What it returns. */
    Result result() default Result.DEFAULT;

    /** The comment of the query, for people. */
    String doc() default "";

    /** The text of a {@link Query}. */
    String text();
  }

  /** What is known of NULL in a column of the result. */
  enum Nullability {
    /** Proved: it never is. */
    NOT_NULL,
    /** Proved: the statement lets it be. */
    NULLABLE,
    /** Neither is proved. */
    UNKNOWN
  }

  /** One statement. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target({})
  @interface Query {

    /** The text as the source has it: the key. */
    String text();

    /**
     * What is sent to the database, with all blocks: a {@code ?} for each use of a parameter, and
     * on PostgreSQL several for a list of rows.
     */
    String sql();

    /** Its parameters, in the order of their first use. */
    Parameter[] parameters() default {};

    /** For each use of a parameter in {@link #sql()}, its index. */
    int[] binds() default {};

    /** Whether it returns rows. */
    boolean rows();

    /** Whether it can change the database. */
    boolean writes() default false;

    /** The columns of its rows, in order. */
    Column[] columns() default {};

    /** The parts of {@link #sql()} that fall away where their parameters are empty, in order. */
    Block[] blocks() default {};
  }

  /** A part of a statement that falls away where its parameters are empty. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target({})
  @interface Block {

    /** Where it begins in {@link Query#sql()}. */
    int start();

    /** Where it ends. */
    int end();

    /** How many uses of parameters stand before it. */
    int firstBind();

    /** How many uses of parameters stand before its end. */
    int endBind();

    /** The indexes of the parameters that decide: it is there if all of them are given. */
    int[] parameters();
  }

  /** One named parameter. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target({})
  @interface Parameter {

    /** Its name, without the colon. */
    String name();

    /** Whether it is a list that is sent as one value: {@code in (:ids)}. */
    boolean list() default false;

    /** SQL name of the schema of {@link #table()}, empty where the database has none. */
    String schema() default "";

    /** SQL name of the table of {@link #column()}, empty if unknown. */
    String table() default "";

    /** SQL name of the column that it is compared with or stored in, empty if unknown. */
    String column() default "";

    /** The Java type of one value, boxed; {@code Object} if the database does not tell. */
    Class<?> type() default Object.class;

    /** The values of one element if it is a list of rows: {@code (a, b) in (:keys)}. */
    Element[] row() default {};
  }

  /** One of the values of each element of a list of rows. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target({})
  @interface Element {

    /** SQL name of the schema of {@link #table()}, empty where the database has none. */
    String schema() default "";

    /** SQL name of the table of {@link #column()}, empty if unknown. */
    String table() default "";

    /** SQL name of the column that it is compared with, empty if unknown. */
    String column() default "";

    /** Its Java type, boxed; {@code Object} if the database does not tell. */
    Class<?> type() default Object.class;
  }

  /** One column of the result. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target({})
  @interface Column {

    /** Its label. */
    String label();

    /** SQL name of the schema of {@link #table()}, empty where the database has none. */
    String schema() default "";

    /** SQL name of the table that its values come from unchanged, empty for an expression. */
    String table() default "";

    /** SQL name of the column that its values come from unchanged, empty for an expression. */
    String column() default "";

    /**
     * The Java type of an expression, boxed; {@code Object} if the database does not tell. The type
     * of a column of a table is that of its jOOQ field.
     */
    Class<?> type() default Object.class;

    /** Whether NULL is possible. */
    Nullability nullability();

    /** Why NULL is possible or not known, as part of a sentence; empty if it is not possible. */
    String because() default "";
  }
}
