package io.kinrow.runtime.internal.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a value stands in a statement, for people to find it. */
public final class BindPlace {

  /** What may have question marks that are no binds, such as operators (??), and binds. */
  private static final Pattern TOKEN =
      Pattern.compile("'[^']*+'|\"[^\"]*+\"|--[^\\n]*+|(?s:/\\*.*?\\*/)|\\?\\?|(\\?)");

  /** A column, an operator, and nothing but values behind them. */
  private static final Pattern COMPARED =
      Pattern.compile(
          "((?:[\\w\"`]+\\.)+[\\w\"`]+)\\)?\\s*"
              + "(?:=|<>|!=|<=?|>=?|(?:not )?(?:in|i?like|between)|is (?:not )?distinct from)"
              + "(?:[\\s(),?]|\\band\\b|\\bcast\\(|\\bas [\\w ]+)*$");

  /** The columns of an INSERT, and what stands before the value in its row. */
  private static final Pattern INSERTED =
      Pattern.compile("^\\s*insert into (\\S+) \\(([^)]*)\\)\\s+values (?s:.*)\\(([^()]*)$");

  /** Of a statement's end, which a list of values before the bind may fill. */
  private static final int MOST_READ = 2_000;

  private BindPlace() {}

  /** The text before, between and behind the binds of a statement. */
  public static List<String> around(String sql) {
    List<String> parts = new ArrayList<>();
    Matcher token = TOKEN.matcher(sql);
    int from = 0;
    while (token.find()) {
      if (token.group(1) != null) {
        parts.add(sql.substring(from, token.start()));
        from = token.end();
      }
    }
    parts.add(sql.substring(from));
    return parts;
  }

  /** The column that a bind, counted from 1, is for; else its number and statement. */
  public static String of(String sql, int number) {
    Matcher token = TOKEN.matcher(sql);
    for (int seen = 0; token.find(); ) {
      if (token.group(1) != null && ++seen == number) {
        String place = behind(sql.substring(0, token.start()));
        if (place != null) {
          return place;
        }
      }
    }
    return "value " + number + " of [" + sql + "]";
  }

  /** The column that the value is for that stands behind a part of a statement, or null. */
  static @Nullable String behind(String sql) {
    Matcher compared = COMPARED.matcher(sql.substring(Math.max(0, sql.length() - MOST_READ)));
    if (compared.find()) {
      return bare(compared.group(1));
    }
    Matcher inserted = INSERTED.matcher(sql.replaceAll("cast\\(([^()]*)\\)", "$1"));
    if (inserted.find()) {
      String[] columns = inserted.group(2).split(",", -1);
      int column = (int) inserted.group(3).chars().filter(c -> c == ',').count();
      return bare(inserted.group(1) + "." + columns[Math.min(column, columns.length - 1)].strip());
    }
    return null;
  }

  /** A name as people write it. */
  public static String bare(String name) {
    return name.replaceAll("[\"`]", "");
  }
}
