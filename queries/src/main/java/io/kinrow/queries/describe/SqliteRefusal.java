package io.kinrow.queries.describe;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What SQLite says of a statement that it refuses, and what to say of it to people. */
enum SqliteRefusal {
  NO_TABLE("no such table: (?:main\\.)?(.*)", null, ""),
  NO_FUNCTION("no such function: (.*)", null, ""),
  AMBIGUOUS("ambiguous column name: (.*)", null, ""),
  ARGUMENTS(
      "wrong number of arguments to function (.*)\\(\\)",
      null,
      "%s takes another number of arguments. Look it up, and add or remove some"),
  AGGREGATE(
      "misuse of aggregate:? (?:function )?(.*)\\(\\)",
      null,
      "%s is an aggregate, which cannot stand here. Move the condition to HAVING, or the aggregate to a subquery"),
  WINDOW(
      "misuse of window function (.*)\\(\\)",
      null,
      "%s is a window function, which can stand only after SELECT and ORDER BY. Add OVER (…), or use a subquery"),
  VALUES(
      "(\\d+) values for (\\d+) columns",
      "values",
      "the number of values is %s, and that of columns %s. Give each column one value"),
  ALL_VALUES(
      "table (.*) has (\\d+) columns but (\\d+) values were supplied",
      "values",
      "%s has %s columns, but there are %s values. List the columns that the values are for"),
  ROWS(
      "all VALUES must have the same number of terms",
      "values",
      "the rows after VALUES have different numbers of values. Give each row as many"),
  ARMS(
      "SELECTs to the left and right of (.*) do not have the same number of result columns",
      "set operator",
      "the SELECTs before and after %s have different numbers of columns. Give both as many"),
  ORDER_RANGE(
      "(.*) ORDER BY term out of range.*",
      "order",
      "the %s term of ORDER BY is a number that is not that of a column. Count the columns of the result from 1"),
  ORDER_MATCH(
      "(.*) ORDER BY term does not match any column in the result set",
      "order",
      "the %s term of ORDER BY must be a column of the result, because the statement has UNION, INTERSECT or EXCEPT. Name a column of the first SELECT"),
  HAVING(
      "HAVING clause on a non-aggregate query",
      "having",
      "HAVING is for groups, and there are none. Use WHERE, or add GROUP BY"),
  SUBSELECT(
      "sub-select returns (\\d+) columns - expected (\\d+)",
      "select",
      "this subquery returns %s columns, but %s can be used. Select as many as that"),
  VIEW(
      "cannot modify (.*) because it is a view",
      null,
      "%s is a view, and there is no trigger that says how to change it. Change the table behind it, or add an INSTEAD OF trigger in a migration"),
  GENERATED(
      "cannot (?:INSERT into|UPDATE) generated column \"(.*)\"",
      null,
      "%s is generated, and cannot be given a value. Leave it out"),
  CONFLICT(
      "ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint",
      "conflict",
      "no primary or unique key has the columns after ON CONFLICT. Name the columns of one"),
  NO_TABLES("no tables specified", "*", "* needs a table after FROM. Add FROM and a table"),
  COLLATION(
      "no such collation sequence: (.*)",
      null,
      "there is no collation '%s'. SQLite has BINARY, NOCASE and RTRIM"),
  USING(
      "cannot join using column (.*) - column not present in both tables",
      null,
      "%s is not a column of both tables, as USING needs. Write ON and a condition"),
  CIRCULAR(
      "circular reference: (.*)",
      null,
      "%s reads itself. Write WITH RECURSIVE, and UNION ALL between its start and its next step"),
  INDEX(
      "no such index: (.*)",
      null,
      "there is no index '%s'. Correct the name, or leave INDEXED BY out"),
  VARIABLES(
      "too many SQL variables", null, "there are too many parameters. Pass a list: in (:values)");

  private final Pattern pattern;
  private final @Nullable String word;
  private final String text;

  SqliteRefusal(String pattern, @Nullable String word, String text) {
    this.pattern = Pattern.compile(pattern);
    this.word = word;
    this.text = text;
  }

  Pattern pattern() {
    return pattern;
  }

  /** The word that it is about, if it is not about a name in the message. */
  @Nullable String word() {
    return word;
  }

  SqlitePlaces.Kind kind() {
    return this == ARGUMENTS || this == AGGREGATE || this == WINDOW
        ? SqlitePlaces.Kind.FUNCTION
        : this == VIEW ? SqlitePlaces.Kind.TABLE : SqlitePlaces.Kind.COLUMN;
  }

  String text(Matcher matcher) {
    Object[] parts = new Object[matcher.groupCount()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = matcher.group(i + 1);
    }
    return text.formatted(parts);
  }
}
