package io.kinrow.processor.problem;

/**
 * The things that can be wrong with the input. The codes are stable and listed in {@code
 * docs/errors.md}; each text says what is wrong, where, and what to do about it.
 */
public enum Problem {
  /** The class given as {@code tables} contains no jOOQ tables. */
  NOT_A_TABLES_CLASS(
      "KIN001",
      "%s contains no jOOQ tables: give @Repositories the class Tables that jOOQ's code generator"
          + " writes"),

  /** A jOOQ table class lacks {@code @TableDescription}. */
  NO_FACTS(
      "KIN002",
      "%s has no @TableDescription: generate jOOQ's classes again with Kinrow's generator (with the"
          + " goal kinrow:generate, or by naming io.kinrow.processor.jooq.KinrowGenerator as jOOQ's"
          + " generator)"),

  /** {@code exclude} names a table that does not exist. */
  UNKNOWN_EXCLUDED_TABLE("KIN003", "there is no table or view '%s' to exclude%s"),

  /** {@code database} cannot be the name of a class. */
  NOT_A_CLASS_NAME(
      "KIN004",
      "'%s' cannot be the name of the database class: use a Java identifier such as \"Blog\""),

  /** Two generated classes have the same name. */
  SAME_CLASS_NAME(
      "KIN005",
      "%s and %s would both be class %s: rename one of the entities (with names in the generator's"
          + " configuration) or the database class (with database in @Repositories), or exclude one"
          + " of the tables"),

  /** A class to be generated already exists. */
  CLASS_EXISTS(
      "KIN006",
      "class %s, to be generated for %s, is already among the sources: rename or delete it; if an"
          + " earlier run generated it, remove its folder from the source folders"),

  /** Two columns or relations of one entity have the same name. */
  SAME_MEMBER_NAME(
      "KIN007",
      "%s and %s would both be %s.%s(): rename one of them in the generator's configuration"),

  /** A name in the facts cannot be used as a Java name. */
  NOT_A_NAME(
      "KIN008",
      "'%s' cannot be the name of %s, because it is %s: choose another name in the generator's"
          + " configuration"),

  /** Two repositories have the same name. */
  SAME_REPOSITORY_NAME(
      "KIN009",
      "%s and %s would both be %s.%s(): rename one of the repositories in the generator's"
          + " configuration, or exclude one of the tables"),

  /** The facts name a field that the table class lacks. */
  STALE_FACTS(
      "KIN010",
      "%s has no field %s of type TableField for column '%s': generate jOOQ's classes again%s"),

  /** A key or foreign key in the facts names a column that does not exist. */
  UNKNOWN_COLUMN(
      "KIN011",
      "%s names column '%s', but table '%s' has no such column: generate jOOQ's classes again%s"),

  /**
   * A foreign key has a different number of columns on each side, or a join table joins nothing.
   */
  INCOHERENT_FACTS("KIN012", "%s: %s: generate jOOQ's classes again"),

  /** A file could not be written. */
  NOT_WRITTEN("KIN013", "class %s could not be written: %s"),

  /** A bug in the processor. */
  UNEXPECTED(
      "KIN099",
      "Kinrow's annotation processor failed because of a bug; please report it with this text: %s");

  private final String code;
  private final String text;

  Problem(String code, String text) {
    this.code = code;
    this.text = text;
  }

  /** The code, such as {@code KIN001}. */
  public String code() {
    return code;
  }

  String message(Object... arguments) {
    return code + ": " + String.format(text, arguments);
  }
}
