package io.kinrow.runtime.internal.dialect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The {@code in (:list)} of declared statements, where the list is one value, and one for each
 * column on PostgreSQL if its elements are rows: {@code kinrow:generate} writes it for the engine
 * that it checks on, and a database of the other engine writes it anew. The plus sign keeps numbers
 * from being compared with text, as in {@link SqliteSets}.
 */
public final class DeclaredLists {

  /** What stands between the parentheses of {@code in} before the value on SQLite. */
  public static final String SQLITE = "select +value from json_each(";

  /** What stands for {@code in} before the value on PostgreSQL. */
  public static final String POSTGRES_IN = "= any(";

  /** What stands for {@code not in} before the value on PostgreSQL. */
  public static final String POSTGRES_NOT_IN = "<> all(";

  /** The value, and what stands behind it. */
  private static final String VALUE = "?)";

  private static final Pattern ON_SQLITE =
      Pattern.compile(
          "(\\bnot\\s+)?\\bin\\s*\\(" + Pattern.quote(SQLITE + VALUE) + "\\)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ON_POSTGRES =
      Pattern.compile(
          "(%s|%s)%s"
              .formatted(
                  Pattern.quote(POSTGRES_NOT_IN),
                  Pattern.quote(POSTGRES_IN),
                  Pattern.quote(VALUE)));

  private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[^\\s\",.?()*/]+)";

  private static final String COLUMN = NAME + "(?:\\." + NAME + ")*";

  private static final Pattern ROWS_ON_SQLITE =
      Pattern.compile(
          "select (value ->> 0(?:, value ->> \\d+)+) from json_each\\(\\?\\)(?: /\\* (%s(?:, %1$s)*) \\*/)?"
              .formatted(COLUMN));

  private static final Pattern ARRAY = Pattern.compile("cast\\(\\? as %s\\[]\\)".formatted(COLUMN));

  private static final Pattern ROWS_ON_POSTGRES =
      Pattern.compile("select \\* from unnest\\((%s(?:, %1$s)+)\\)".formatted(ARRAY.pattern()));

  private static final Pattern ONE_NAME = Pattern.compile(NAME);

  private static final String TEXT = "text";

  private DeclaredLists() {}

  /**
   * Returns what stands between the parentheses of {@code in} around the value on SQLite, if
   * elements are rows.
   *
   * @param width the number of columns that a row is compared with
   * @param columns these columns, for PostgreSQL, which has to know their types: as {@code
   *     table.column}, or {@code text}; empty if none is known
   */
  public static List<String> sqliteRows(int width, String columns) {
    return List.of(
        IntStream.range(0, width)
            .mapToObj(column -> "value ->> " + column)
            .collect(Collectors.joining(", ", "select ", " from json_each(")),
        columns.isEmpty() ? ")" : ") /* " + columns + " */");
  }

  /**
   * Returns what stands between the parentheses of {@code in} around the values on PostgreSQL, if
   * elements are rows.
   *
   * @param types those of the columns, as they are named in SQL
   */
  public static List<String> postgresRows(List<String> types) {
    List<String> parts = new ArrayList<>();
    String before = "select * from unnest(";
    for (String type : types) {
      parts.add(before + "cast(");
      before = " as " + type + "[]), ";
    }
    parts.add(before.substring(0, before.length() - 2) + ")");
    return parts;
  }

  static String onPostgres(String declared) {
    String lists =
        ON_SQLITE
            .matcher(declared)
            .replaceAll(list -> (list.group(1) == null ? POSTGRES_IN : POSTGRES_NOT_IN) + VALUE);
    return ROWS_ON_SQLITE
        .matcher(lists)
        .replaceAll(
            rows ->
                Matcher.quoteReplacement(
                    "select * from unnest("
                        + (rows.group(2) == null
                            ? arrays(Collections.nCopies(width(rows.group(1)), TEXT))
                            : arrays(columns(rows.group(2))))
                        + ")"));
  }

  private static int width(String selected) {
    return selected.split(",", -1).length;
  }

  private static List<String> columns(String note) {
    return Pattern.compile(COLUMN).matcher(note).results().map(MatchResult::group).toList();
  }

  /**
   * Arrays that get their types from a select of no rows, as in {@link PostgresSets}: what was
   * checked on another engine does not know them.
   */
  private static String arrays(List<String> columns) {
    return columns.stream().map(DeclaredLists::array).collect(Collectors.joining(", "));
  }

  private static String array(String column) {
    List<String> names =
        ONE_NAME.matcher(column).results().map(name -> quoted(name.group())).toList();
    int last = names.size() - 1;
    return last > 0
        ? "(select array_agg(%s) from %s where false) || ?"
            .formatted(names.get(last), String.join(".", names.subList(0, last)))
        : "cast(? as " + TEXT + "[])";
  }

  /** A name that is a keyword on PostgreSQL only, such as {@code user}, is a name there too. */
  private static String quoted(String name) {
    return name.startsWith("\"") ? name : '"' + name.toLowerCase(Locale.ROOT) + '"';
  }

  static String onSqlite(String declared) {
    String lists =
        ON_POSTGRES
            .matcher(declared)
            .replaceAll(
                list ->
                    Matcher.quoteReplacement(
                        (list.group(1).equals(POSTGRES_NOT_IN) ? "not " : "")
                            + "in ("
                            + SQLITE
                            + VALUE
                            + ")"));
    return ROWS_ON_POSTGRES
        .matcher(lists)
        .replaceAll(
            rows ->
                Matcher.quoteReplacement(
                    String.join(
                        "?",
                        sqliteRows((int) ARRAY.matcher(rows.group(1)).results().count(), ""))));
  }
}
