package io.kinrow.runtime.internal.dialect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code in (:list)} of declared statements, where the list is one value: {@code
 * kinrow:generate} writes it for the engine that it checks on, and a database of the other engine
 * writes it anew. The plus sign keeps numbers from being compared with text, as in {@link
 * SqliteSets}.
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

  private DeclaredLists() {}

  static String onPostgres(String declared) {
    return ON_SQLITE
        .matcher(declared)
        .replaceAll(list -> (list.group(1) == null ? POSTGRES_IN : POSTGRES_NOT_IN) + VALUE);
  }

  static String onSqlite(String declared) {
    return ON_POSTGRES
        .matcher(declared)
        .replaceAll(
            list ->
                Matcher.quoteReplacement(
                    (list.group(1).equals(POSTGRES_NOT_IN) ? "not " : "")
                        + "in ("
                        + SQLITE
                        + VALUE
                        + ")"));
  }
}
