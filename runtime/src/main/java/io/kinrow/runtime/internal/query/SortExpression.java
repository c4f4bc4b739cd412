package io.kinrow.runtime.internal.query;

import io.kinrow.runtime.internal.sql.Core;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.AggregateFunction;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/**
 * Tells the expressions that a query can be sliced by from those whose value is not the row's own:
 * it differs from statement to statement, or depends on the other rows of the result. Plain SQL is
 * judged by its text, as far as functions that every engine has under the same names.
 */
final class SortExpression {

  static final String UNORDERED = "the database cannot order values of its type";

  /** String literals, quoted names and comments: what looks like a call there is none. */
  private static final Pattern QUOTED =
      Pattern.compile(
          "'(?:[^']|'')*+'|\"(?:[^\"]|\"\")*+\"|`[^`]*`|\\[[a-z_ ]+\\]|--[^\n]*|/\\*.*?\\*/",
          Pattern.DOTALL);

  private static final Pattern UNSTEADY =
      Pattern.compile(
          "\\b(?:rand|random|random_normal|randomblob|uuid|uuidv4|uuidv7|gen_random_uuid"
              + "|uuid_generate_v\\w+|newid|random_uuid|nextval|lastval|changes|total_changes"
              + "|last_insert_rowid|now|clock_timestamp|statement_timestamp|transaction_timestamp"
              + "|timeofday|getdate|sysdate|unix_timestamp|utc_timestamp|txid_current"
              + "|pg_current_xact_id)\\s*\\("
              + "|\\bcurrent_(?:timestamp|date|time|user|role|schema|catalog)\\b"
              + "|\\blocaltime(?:stamp)?\\b|\\bsysdate\\b|\\bsession_user\\b"
              + "|\\b(?:date|time|datetime|julianday|unixepoch)\\s*\\(\\s*\\)"
              + "|\\bstrftime\\s*\\([^,()]*\\)"
              + "|\\b(?:date|time|datetime|julianday|unixepoch|strftime|timediff|cast)"
              + "\\s*\\([^()]*§now"
              + "|\\b(?:date|time|timestamp|timestamptz)\\s+§now"
              + "|§now\\s*::");

  /** Literals that are the current time where a time is read from text. */
  private static final Set<String> CURRENT =
      Set.of("'now'", "'today'", "'tomorrow'", "'yesterday'");

  private static final Pattern WINDOW = Pattern.compile("\\bover\\s*(?:\\(|\\w|'')");

  private static final Pattern AGGREGATE =
      Pattern.compile("\\b(?:count|sum|total|avg|group_concat|string_agg|\\w+_agg)\\s*\\(");

  private static final Pattern POSITION = Pattern.compile("[\\s(]*[+-]?\\d+[\\s)]*");

  private static final Pattern SUBQUERY = Pattern.compile("\\(\\s*(?:select|with|values)\\b");

  private SortExpression() {}

  /** Why an expression does not give each row a place of its own, or null if nothing is known. */
  static @Nullable String whyUnsteady(Core core, Field<?> field) {
    if (field instanceof QOM.FieldAlias) {
      return "it is an alias, which the statement does not select: order by the expression itself";
    } else if (field instanceof Param) {
      return "it is a value or the position of a column, the same for all rows: order by the column";
    } else if (core.dialect().isUnordered(field)) {
      return UNORDERED;
    } else if (field instanceof AggregateFunction) {
      return "an aggregate or window function depends on the other rows of the result: order by a"
          + " scalar subquery";
    }
    return whyUnsteady(core.renderer().renderInlined(field));
  }

  /** Whether an expression is the position of a selected column, or may be taken for one. */
  static boolean isPosition(Core core, Field<?> field) {
    return isPosition(core.renderer().renderInlined(field));
  }

  private static boolean isPosition(String text) {
    return POSITION.matcher(text).matches();
  }

  static @Nullable String whyUnsteady(String sql) {
    String text = withoutQuoted(sql.toLowerCase(Locale.ROOT));
    if (isPosition(text)) {
      return "it is the position of a column: order by the column";
    }
    Matcher unsteady = UNSTEADY.matcher(text);
    if (unsteady.find()) {
      return "its value differs from one statement to the next ("
          + unsteady.group().replace("§now", "'now'").replaceAll("\\s*\\([^§]*$", "")
          + "), so rows would be lost or appear twice";
    }
    String outer = withoutSubqueries(text);
    if (WINDOW.matcher(outer).find() || AGGREGATE.matcher(outer).find()) {
      return "an aggregate or window function depends on the other rows of the result: order by a"
          + " scalar subquery";
    }
    return null;
  }

  private static String withoutQuoted(String sql) {
    return QUOTED
        .matcher(sql)
        .replaceAll(quoted -> CURRENT.contains(quoted.group()) ? "§now" : "''");
  }

  private static String withoutSubqueries(String sql) {
    StringBuilder outer = new StringBuilder(sql);
    Matcher subquery = SUBQUERY.matcher(outer);
    while (subquery.find()) {
      int depth = 1;
      int end = subquery.end();
      while (end < outer.length() && depth > 0) {
        char next = outer.charAt(end++);
        depth += next == '(' ? 1 : next == ')' ? -1 : 0;
      }
      outer.replace(subquery.start(), end, " ");
      subquery.reset(outer);
    }
    return outer.toString();
  }
}
