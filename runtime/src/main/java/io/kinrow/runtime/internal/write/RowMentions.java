package io.kinrow.runtime.internal.write;

import io.kinrow.runtime.internal.dialect.Dialect;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a condition, as SQL, names a column of the row that it is asked of. A subquery that
 * selects from the row's own table means the rows of that; one from other tables means the row only
 * where it names the row's table, since a bare name may be a column of its own.
 */
final class RowMentions {

  private static final Pattern TOKEN =
      Pattern.compile(
          "--[^\\n]*+|(?s:/\\*.*?\\*/)" // comments
              + "|'[^']*+'|(\\$\\w*+\\$)(?s:.*?)\\1" // texts
              + "|(?:\"[^\"]*+\")++|`[^`]*+`" // quoted names
              + "|[\\p{L}_][\\p{L}\\p{N}_$]*+|\\d[\\w.]*+|::|\\S");

  /** Words that follow a table's name and are no alias of it. */
  private static final Set<String> NO_ALIAS =
      Set.of(
          "where",
          "join",
          "inner",
          "left",
          "right",
          "full",
          "cross",
          "natural",
          "on",
          "using",
          "group",
          "order",
          "having",
          "window",
          "limit",
          "offset",
          "fetch",
          "for",
          "union",
          "except",
          "intersect",
          "indexed",
          "not",
          "tablesample");

  /** Words that may stand where a column could, but are no bare column's name. */
  private static final Set<String> NO_COLUMN =
      Set.of(
          "where",
          "and",
          "or",
          "not",
          "null",
          "true",
          "false",
          "case",
          "when",
          "then",
          "else",
          "end",
          "in",
          "is",
          "between",
          "like",
          "exists",
          "from",
          "escape",
          "distinct",
          "cast",
          "as",
          "collate",
          "any",
          "all",
          "some",
          "array",
          "interval");

  private static final Set<String> ROW_NAMES =
      Set.of("rowid", "_rowid_", "oid", "ctid", "tableoid");

  private enum Brackets {
    PLAIN,
    SUBQUERY,
    /** A subquery in which the row's table means its other rows. */
    OTHER_ROWS
  }

  private final String table;

  /** Nothing where the table has none in SQL. */
  private final @Nullable String schema;

  private final Set<String> columns;
  private final List<String> tokens = new ArrayList<>();

  private RowMentions(Dialect dialect, String sql, String table, List<String> columns) {
    List<String> parts = tokens(table);
    this.table = name(parts.get(parts.size() - 1));
    this.schema = parts.size() > 2 ? name(parts.get(parts.size() - 3)) : null;
    this.columns = new HashSet<>(ROW_NAMES);
    this.columns.add(this.table); // which is a column of FTS tables
    columns.forEach(column -> this.columns.add(column.toLowerCase(Locale.ROOT)));
    tokens.addAll(tokens(dialect.withStandardQuotes(sql)));
  }

  private static List<String> tokens(String sql) {
    List<String> tokens = new ArrayList<>();
    Matcher token = TOKEN.matcher(sql);
    while (token.find()) {
      if (!token.group().startsWith("--") && !token.group().startsWith("/*")) {
        tokens.add(token.group());
      }
    }
    return tokens;
  }

  /**
   * Whether a condition names a column.
   *
   * @param table the row's table as SQL has it, with or without its schema
   */
  static boolean any(Dialect dialect, String condition, String table, List<String> columns) {
    return new RowMentions(dialect, condition, table, columns).any();
  }

  private boolean any() {
    Deque<Brackets> open = new ArrayDeque<>();
    for (int at = 0; at < tokens.size(); at++) {
      String token = tokens.get(at);
      if (token.equals("(")) {
        open.push(brackets(at));
      } else if (token.equals(")")) {
        open.poll();
      } else if (isName(token) && !isBehind(at, ".") && !isBehind(at, "::") && !is(at + 1, "(")) {
        int last = at;
        while (is(last + 1, ".") && last + 2 < tokens.size()) {
          last += 2;
        }
        boolean own =
            last == at
                ? !open.contains(Brackets.SUBQUERY)
                    && !isBehind(at, "as")
                    && !NO_COLUMN.contains(token.toLowerCase(Locale.ROOT))
                : isTable(last - 2);
        if (own && !open.contains(Brackets.OTHER_ROWS) && columns.contains(name(last))) {
          return true;
        }
        at = last;
      }
    }
    return false;
  }

  private Brackets brackets(int at) {
    if (!is(at + 1, "select") && !is(at + 1, "with") && !is(at + 1, "values")) {
      return Brackets.PLAIN;
    }
    return selectsFromTable(at) ? Brackets.OTHER_ROWS : Brackets.SUBQUERY;
  }

  /** Whether the subquery in brackets has the table under its own name. */
  private boolean selectsFromTable(int bracket) {
    int depth = 0;
    for (int at = bracket; at < tokens.size(); at++) {
      depth += tokens.get(at).equals("(") ? 1 : tokens.get(at).equals(")") ? -1 : 0;
      if (depth == 0) {
        return false;
      }
      if (isName(tokens.get(at))
          && isTable(at)
          && !is(at + 1, ".")
          && !is(at + 1, "(")
          && (at + 1 == tokens.size()
              || !isName(tokens.get(at + 1))
              || NO_ALIAS.contains(tokens.get(at + 1).toLowerCase(Locale.ROOT)))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the name at a place is the row's table, and not that of another schema. */
  private boolean isTable(int at) {
    boolean otherSchema =
        schema != null && at >= 2 && isBehind(at, ".") && !name(at - 2).equals(schema);
    return name(at).equals(table) && !otherSchema;
  }

  private boolean is(int at, String word) {
    return at < tokens.size() && tokens.get(at).equalsIgnoreCase(word);
  }

  private boolean isBehind(int at, String word) {
    return at > 0 && is(at - 1, word);
  }

  private static boolean isName(String token) {
    char first = token.charAt(0);
    return Character.isLetter(first) || first == '_' || first == '"' || first == '`';
  }

  private String name(int at) {
    return name(tokens.get(at));
  }

  /** A name without quotes, in lower case. */
  private static String name(String token) {
    String bare =
        token.length() > 1 && (token.charAt(0) == '"' || token.charAt(0) == '`')
            ? token.substring(1, token.length() - 1)
            : token;
    return bare.replace("\"\"", "\"").toLowerCase(Locale.ROOT);
  }
}
