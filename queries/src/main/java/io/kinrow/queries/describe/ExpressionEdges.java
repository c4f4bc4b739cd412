package io.kinrow.queries.describe;

import io.kinrow.queries.text.Keywords;
import io.kinrow.queries.text.QueryShape;
import java.util.Locale;
import java.util.Set;

/** Where expressions begin and end in a statement, as far as words tell. */
final class ExpressionEdges {

  private static final Set<String> COMPARISONS =
      Set.of("=", "==", "<>", "!=", "<", ">", "<=", ">=", "is");

  private final QueryShape shape;

  ExpressionEdges(QueryShape shape) {
    this.shape = shape;
  }

  boolean isName(int at) {
    return shape.tokens().get(at).isName() && !Keywords.isOne(shape.tokens().get(at));
  }

  boolean isComparison(int at) {
    return at >= 0
        && at < shape.tokens().size()
        && COMPARISONS.contains(shape.tokens().get(at).text().toLowerCase(Locale.ROOT));
  }

  boolean isElement(int token) {
    return (shape.is(token - 1, "(") || shape.is(token - 1, ","))
        && (shape.is(token + 1, ")") || shape.is(token + 1, ","));
  }

  boolean beginsExpression(int before) {
    return before < 0
        || shape.is(before, "(")
        || shape.is(before, ",")
        || (Keywords.isOne(shape.tokens().get(before)) && !shape.is(before, "as"));
  }

  boolean endsExpression(int next) {
    return next >= shape.tokens().size()
        || shape.is(next, ")")
        || shape.is(next, ",")
        || (Keywords.isOne(shape.tokens().get(next))
            && !shape.is(next, "collate")
            && !shape.is(next, "between")
            && !shape.is(next, "is"));
  }

  /** The parenthesis that a token stands in, or -1. */
  int openBefore(int token) {
    int depth = 0;
    for (int at = token - 1; at >= 0; at--) {
      depth += shape.is(at, ")") ? 1 : shape.is(at, "(") ? -1 : 0;
      if (depth < 0) {
        return at;
      }
    }
    return -1;
  }

  int commas(int open, int token) {
    int commas = 0;
    int depth = 0;
    for (int at = open + 1; at < token; at++) {
      depth += shape.is(at, "(") ? 1 : shape.is(at, ")") ? -1 : 0;
      commas += depth == 0 && shape.is(at, ",") ? 1 : 0;
    }
    return commas;
  }

  /** The last token of an element of a row, or -1. */
  int lastOfElement(int close, int element) {
    int open = openBefore(close);
    for (int at = open + 1; at <= close; at++) {
      boolean ends = at == close || (shape.is(at, ",") && openBefore(at) == open);
      if (ends && commas(open, at) == element) {
        return at - 1;
      }
    }
    return -1;
  }
}
