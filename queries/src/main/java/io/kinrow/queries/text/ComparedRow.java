package io.kinrow.queries.text;

import io.kinrow.migrate.sql.Token;
import java.util.List;

/** What a list is compared with: {@code (a, b)} in {@code (a, b) in (:keys)}. */
record ComparedRow(List<Token> tokens, SqlSyntax syntax) {

  /**
   * The number of columns that the list at a token is compared with; 1 if it is no list of rows.
   *
   * @throws WrongSqlException if it is compared with a subquery
   */
  int width(int list) throws WrongSqlException {
    int last = is(list - 3, "not") ? list - 4 : list - 3;
    if (!is(last, ")")) {
      return 1;
    }
    int depth = 0;
    int commas = 0;
    int at = last;
    do {
      depth += closes(at) ? 1 : opens(at) ? -1 : 0;
      commas += depth == 1 && is(at, ",") ? 1 : 0;
      at--;
    } while (depth > 0 && at >= 0);
    if (commas == 0 || isCall(at)) {
      return 1;
    } else if (is(at + 2, "select") || is(at + 2, "values") || is(at + 2, "with")) {
      Token name = tokens.get(list);
      throw new WrongSqlException(
          name.start(),
          name.end(),
          "%s is a list of rows, which can be compared with columns, but not with a subquery. Write the columns: (a, b) in (%1$s)"
              .formatted(name.text()));
    }
    return commas + 1;
  }

  /** Whether a parenthesis after a token has the arguments of a function. */
  private boolean isCall(int before) {
    return before >= 0
        && tokens.get(before).isName()
        && !Keywords.isOne(tokens.get(before))
        && !(syntax.hasRowWord() && is(before, "row"));
  }

  private boolean opens(int at) {
    return is(at, "(") || is(at, "[");
  }

  private boolean closes(int at) {
    return is(at, ")") || is(at, "]");
  }

  private boolean is(int index, String word) {
    return index >= 0 && index < tokens.size() && tokens.get(index).is(word);
  }
}
