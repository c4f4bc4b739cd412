package io.kinrow.runtime.internal.dialect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code in (:list)} of declared statements, as {@code kinrow:generate} writes it. */
final class DeclaredLists {

  private static final Pattern SQLITE =
      Pattern.compile(
          "(\\bnot\\s+)?\\bin\\s*\\(select \\+value from json_each\\(\\?\\)\\)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern POSTGRES = Pattern.compile("(<> all|= any)\\(\\?\\)");

  private DeclaredLists() {}

  static String onPostgres(String declared) {
    return SQLITE
        .matcher(declared)
        .replaceAll(list -> list.group(1) == null ? "= any(?)" : "<> all(?)");
  }

  static String onSqlite(String declared) {
    return POSTGRES
        .matcher(declared)
        .replaceAll(
            list ->
                Matcher.quoteReplacement(
                    (list.group(1).startsWith("<") ? "not " : "")
                        + "in (select +value from json_each(?))"));
  }
}
