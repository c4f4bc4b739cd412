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

  /** {@code @Queries} is on something else than an interface. */
  NOT_AN_INTERFACE("KIN020", "@Queries is for interfaces, but %s is none: make it an interface"),

  /** An interface of declared queries is outside of all packages of databases. */
  NO_DATABASE(
      "KIN021",
      "%s belongs to no database: put it into the package that has @Repositories, or into a package"
          + " inside of that"),

  /** An abstract method without {@code @Sql}, or a method that cannot be implemented. */
  NO_STATEMENT("KIN022", "%s cannot be implemented, because %s: %s"),

  /** Nothing is known about a statement. */
  NO_QUERY_FACTS(
      "KIN023",
      "the database was not asked about the statement of %s yet: run the goal kinrow:generate, for"
          + " instance with mvn generate-sources"),

  /** A parameter of the statement is missing in the method. */
  MISSING_PARAMETER("KIN024", "the SQL has a parameter :%s, but %s has none of this name%s"),

  /** A parameter of the method is missing in the statement. */
  UNUSED_PARAMETER(
      "KIN025", "parameter %s is not in the SQL: write :%s where it belongs, or remove it%s"),

  /** A parameter has another type than the database expects. */
  PARAMETER_TYPE("KIN026", "parameter %s has type %s, but :%s %s: %s"),

  /** A method returns what its statement cannot give. */
  RETURN_TYPE("KIN027", "%s returns %s, but %s: %s"),

  /** A component of a record has no column. */
  NO_COLUMN("KIN028", "component %s of %s has no column: select %s%s"),

  /** A column is not read. */
  UNREAD_COLUMN(
      "KIN029", "column %s has no place in %s: add a component %s, or do not select the column"),

  /** A column has another type than what is to be read from it. */
  COLUMN_TYPE("KIN030", "column %s has type %s, but %s has type %s: %s"),

  /** A column may be NULL, but its Java type has no room for that. */
  MAY_BE_NULL("KIN031", "column %s may be NULL, because %s, but %s has type %s: declare it as %s"),

  /** It cannot be told whether there is a nested record or entity. */
  ABSENCE_UNKNOWN(
      "KIN032",
      "%s may be absent, but no column tells whether it is: select a column of its table that is"
          + " NOT NULL, best its key"),

  /** Two columns have the same label. */
  SAME_LABEL("KIN033", "two columns are named %s: give one of them another name with AS"),

  /** A row cannot become such an object. */
  NOT_A_ROW_TYPE(
      "KIN034",
      "%s is no type for a row: use a record, an entity, or the type of a single column (%s)"),

  /** A row lacks columns of an entity. */
  NOT_AN_ENTITY(
      "KIN035",
      "%s is an entity of %s, so that the row needs all its columns in their order: select %s.* (or"
          + " alias.*)%s"),

  /** A type is not visible where the implementation is. */
  NOT_VISIBLE(
      "KIN036",
      "%s is not visible in package %s, where its implementation is generated: make it public"),

  /** A component with a statement of its own cannot be a list of children. */
  NO_CHILDREN("KIN037", "component %s of %s cannot be read from its own statement, because %s: %s"),

  /** A query of a file cannot become a method. */
  NO_METHOD("KIN038", "%s cannot be generated, because %s: %s"),

  /** A class with {@code @Projection} cannot be what rows become. */
  NOT_A_PROJECTION("KIN039", "%s cannot be a projection, because %s: %s"),

  /** A component of a projection has no column and no relation. */
  NO_SUCH_COMPONENT("KIN040", "component %s of %s is neither a column nor a relation of %s%s"),

  /** A component of a projection has another type than its column or relation needs. */
  UNFIT_COMPONENT("KIN041", "component %s of %s %s: %s"),

  /** A parameter that decides about optional blocks cannot be empty. */
  NOT_OPTIONAL(
      "KIN042",
      "parameter %s has type %s, but :%s stands in optional blocks only, which fall away where it is"
          + " empty: declare it as %s, or remove the marks of the blocks"),

  /** A parameter that decides about nothing can be empty. */
  OPTIONAL_OUTSIDE(
      "KIN043",
      "parameter %s is Optional, but :%s also stands outside of the optional blocks, where nothing"
          + " falls away: put each use of it into a block, or declare it as %s, or as @Nullable %3$s if"
          + " NULL is to be bound"),

  /** Two records whose fields would have the same names. */
  SAME_RECORD_NAME(
      "KIN044",
      "the queries of %s and %s would have fields of the same name, %s: rename one of the records"),

  /** A rule for versions or audit columns names nothing that is written. */
  NO_MANAGED_COLUMN(
      "KIN045", "no table that can be written has a column '%s' that would hold %s%s"),

  /** A column cannot be written by rule. */
  UNFIT_MANAGED_COLUMN(
      "KIN046",
      "column '%s' of table '%s' cannot hold %s, because %s; to leave it alone, add the rule \"!%s\""),

  /** Two rules meet in a column, or two columns in a rule. */
  TWO_MANAGED_COLUMNS(
      "KIN047",
      "%s has %s: name one of them, as table.column if others of that name are meant elsewhere"),

  /** One field would stand for columns of different types. */
  DIFFERENT_FIELDS(
      "KIN048",
      "component %s of %s has a field for conditions and orders, which cannot stand both for %s and for"
          + " another column, because values of the former are converted: return another record"),

  /** A parameter is no list of records, but is compared with several columns. */
  NOT_ROWS(
      "KIN049",
      "parameter %s has type %s, but :%s is a list of rows, which are compared with %s: declare it as"
          + " %s"),

  /** The elements of a list of rows have more or fewer components than there are columns. */
  ROW_WIDTH(
      "KIN050",
      "%s has %s, but each element of :%s is compared with %d columns, %s:"
          + " components are matched by position, so declare one for each column, in that order"),

  /** A component of an element of a list of rows cannot be compared with the column. */
  ROW_COMPONENT("KIN051", "component %s of %s has type %s, but %s: %s"),

  /** A rule names PostgreSQL's row version on an engine that has none. */
  NO_ROW_VERSION(
      "KIN052",
      "the rule \"%s\" asks for the row version that PostgreSQL keeps, but these tables were"
          + " generated from %s, which keeps none: add a column to the tables, such as 'version', and"
          + " name it"),

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
