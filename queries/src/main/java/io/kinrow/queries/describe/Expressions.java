package io.kinrow.queries.describe;

import io.kinrow.migrate.sql.Token;
import io.kinrow.migrate.sql.Token.Kind;
import io.kinrow.queries.facts.DescribedColumn;
import io.kinrow.queries.text.Keywords;
import io.kinrow.queries.text.QueryShape;
import io.kinrow.queries.text.TokenRange;
import java.util.Map;
import java.util.Set;

/** What the words of an expression tell of its values on SQLite, which tells nothing itself. */
final class Expressions {

  private static final String LONG = "java.lang.Long";
  private static final String DOUBLE = "java.lang.Double";
  private static final String STRING = "java.lang.String";

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("count", LONG),
          Map.entry("row_number", LONG),
          Map.entry("rank", LONG),
          Map.entry("dense_rank", LONG),
          Map.entry("ntile", LONG),
          Map.entry("length", LONG),
          Map.entry("instr", LONG),
          Map.entry("unicode", LONG),
          Map.entry("changes", LONG),
          Map.entry("last_insert_rowid", LONG),
          Map.entry("total", DOUBLE),
          Map.entry("avg", DOUBLE),
          Map.entry("round", DOUBLE),
          Map.entry("percent_rank", DOUBLE),
          Map.entry("cume_dist", DOUBLE),
          Map.entry("julianday", DOUBLE),
          Map.entry("bm25", DOUBLE),
          Map.entry("group_concat", STRING),
          Map.entry("string_agg", STRING),
          Map.entry("upper", STRING),
          Map.entry("lower", STRING),
          Map.entry("trim", STRING),
          Map.entry("ltrim", STRING),
          Map.entry("rtrim", STRING),
          Map.entry("replace", STRING),
          Map.entry("substr", STRING),
          Map.entry("substring", STRING),
          Map.entry("printf", STRING),
          Map.entry("format", STRING),
          Map.entry("date", STRING),
          Map.entry("time", STRING),
          Map.entry("datetime", STRING),
          Map.entry("strftime", STRING),
          Map.entry("typeof", STRING),
          Map.entry("hex", STRING),
          Map.entry("quote", STRING),
          Map.entry("highlight", STRING),
          Map.entry("snippet", STRING));

  private static final Set<String> NEVER_NULL =
      Set.of(
          "count",
          "total",
          "exists",
          "row_number",
          "rank",
          "dense_rank",
          "ntile",
          "percent_rank",
          "cume_dist",
          "typeof",
          "changes",
          "last_insert_rowid");

  private static final Set<String> NULL_WITHOUT_ROWS =
      Set.of("sum", "avg", "group_concat", "string_agg");

  private final QueryShape shape;

  Expressions(QueryShape shape) {
    this.shape = shape;
  }

  /** The tokens of an item without its alias. */
  TokenRange withoutAlias(TokenRange item) {
    int last = item.end() - 1;
    if (last > item.start() && shape.is(last - 1, "as")) {
      return new TokenRange(item.start(), last - 1);
    }
    boolean bare =
        last > item.start()
            && isAlias(shape.tokens().get(last))
            && endsValue(shape.tokens().get(last - 1));
    return bare ? new TokenRange(item.start(), last) : item;
  }

  private static boolean isAlias(Token token) {
    return token.isName() && !Keywords.isOne(token);
  }

  private static boolean endsValue(Token token) {
    return token.is(")")
        || token.is("end")
        || (token.isName() && !Keywords.isOne(token))
        || token.kind() == Kind.NUMBER
        || token.kind() == Kind.STRING
        || token.kind() == Kind.BLOB;
  }

  /** The name of the function that the whole item is a call of, or "". */
  String call(TokenRange expression) {
    int open = expression.start() + 1;
    if (!shape.is(open, "(") || !shape.tokens().get(expression.start()).isName()) {
      return "";
    }
    int end = after(open);
    if (shape.is(end, "filter") && shape.is(end + 1, "(")) {
      end = after(end + 1);
    }
    if (shape.is(end, "over")) {
      end = shape.is(end + 1, "(") ? after(end + 1) : end + 2;
    }
    return end == expression.end() ? name(expression.start()) : "";
  }

  private String name(int at) {
    return shape.tokens().get(at).unquoted().toLowerCase(java.util.Locale.ROOT);
  }

  int after(int open) {
    int depth = 0;
    int at = open;
    do {
      depth += shape.is(at, "(") ? 1 : shape.is(at, ")") ? -1 : 0;
      at++;
    } while (depth > 0 && at < shape.tokens().size());
    return at;
  }

  /** Whether an expression is a literal that is not NULL. */
  boolean isLiteral(TokenRange expression) {
    int first = expression.start();
    if (shape.is(first, "-") || shape.is(first, "+")) {
      first++;
    }
    if (expression.end() - first != 1) {
      return false;
    }
    Token token = shape.tokens().get(first);
    return token.kind() == Kind.NUMBER
        || token.kind() == Kind.STRING
        || token.kind() == Kind.BLOB
        || token.is("true")
        || token.is("false")
        || token.is("current_timestamp")
        || token.is("current_date")
        || token.is("current_time");
  }

  boolean isNeverNull(TokenRange expression) {
    if (isLiteral(expression)) {
      return true;
    }
    String call = call(expression);
    if (call.equals("coalesce") || call.equals("ifnull")) {
      return isNeverNull(lastArgument(expression));
    }
    return NEVER_NULL.contains(call) || isParenthesisedCount(expression);
  }

  /** {@code (select count(*) from …)} always has a row. */
  private boolean isParenthesisedCount(TokenRange expression) {
    int first = expression.start();
    if (!shape.is(first, "(")
        || after(first) != expression.end()
        || !(shape.is(first + 1, "select") || shape.is(first + 1, "("))) {
      return shape.is(first, "(")
          && after(first) == expression.end()
          && !shape.is(first + 1, "with")
          && !shape.is(first + 1, "values")
          && !shape.is(first + 1, "select")
          && isNeverNull(new TokenRange(first + 1, expression.end() - 1));
    }
    return shape
        .owner(first + 1)
        .filter(block -> block.range().start() == first + 1)
        .filter(block -> block.range().end() == expression.end() - 1 && block.items().size() == 1)
        .filter(block -> !block.grouped() && !limits(block.range()))
        .map(block -> call(withoutAlias(block.items().get(0))))
        .filter(call -> call.equals("count") || call.equals("total"))
        .isPresent();
  }

  private boolean limits(TokenRange range) {
    for (int i = range.start(); i < range.end(); i++) {
      if (shape.is(i, "limit") || shape.is(i, "having") || shape.is(i, "over")) {
        return true;
      }
    }
    return false;
  }

  private TokenRange lastArgument(TokenRange call) {
    int start = call.start() + 2;
    for (int at = start; at < call.end() - 1; at = shape.is(at, "(") ? after(at) : at + 1) {
      if (shape.is(at, ",")) {
        start = at + 1;
      }
    }
    return new TokenRange(start, call.end() - 1);
  }

  boolean isNullWithoutRows(TokenRange expression) {
    String call = call(expression);
    boolean extreme = call.equals("max") || call.equals("min");
    int end = expression.end() - 1;
    return (NULL_WITHOUT_ROWS.contains(call)
            || (extreme && lastArgument(expression).start() == expression.start() + 2))
        && after(expression.start() + 1) - 1 == end;
  }

  String type(TokenRange expression) {
    String call = call(expression);
    if (isLiteral(expression)) {
      Token token = shape.tokens().get(expression.end() - 1);
      return token.kind() == Kind.STRING
          ? STRING
          : token.kind() == Kind.NUMBER
              ? (token.text().matches("\\d{1,18}") ? LONG : DOUBLE)
              : DescribedColumn.ANY;
    } else if (call.equals("cast")) {
      return cast(expression);
    } else if (isParenthesisedCount(expression) && shape.is(expression.start() + 1, "select")) {
      return LONG;
    }
    return TYPES.getOrDefault(call, DescribedColumn.ANY);
  }

  private String cast(TokenRange call) {
    StringBuilder type = new StringBuilder();
    for (int at = call.end() - 2; at > call.start() && !shape.is(at, "as"); at--) {
      type.insert(0, shape.tokens().get(at).text().toUpperCase(java.util.Locale.ROOT));
    }
    String affinity = type.toString();
    if (affinity.contains("INT")) {
      return LONG;
    } else if (affinity.contains("CHAR") || affinity.contains("TEXT")) {
      return STRING;
    } else if (affinity.contains("BLOB")) {
      return "byte[]";
    }
    return affinity.contains("REAL") || affinity.contains("DOUB") || affinity.contains("FLOA")
        ? DOUBLE
        : DescribedColumn.ANY;
  }
}
