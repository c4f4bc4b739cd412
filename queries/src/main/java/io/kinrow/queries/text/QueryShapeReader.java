package io.kinrow.queries.text;

import io.kinrow.migrate.sql.Token;
import io.kinrow.queries.text.SelectBlock.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts a statement into blocks, by parentheses and keywords. */
final class QueryShapeReader {

  private static final Set<String> QUERIES =
      Set.of("select", "values", "with", "insert", "update", "delete", "merge", "replace", "table");
  private static final Set<String> SET_OPERATORS = Set.of("union", "intersect", "except");

  private final List<Token> tokens;
  private final int[] matches;
  private final List<SelectBlock> blocks = new ArrayList<>();
  private final List<CompoundSelect> compounds = new ArrayList<>();
  private final List<String> common = new ArrayList<>();
  private TokenRange with = new TokenRange(0, 0);

  QueryShapeReader(List<Token> tokens) {
    this.tokens = tokens;
    this.matches = matches(tokens);
  }

  QueryShape read() {
    query(0, tokens.size(), Role.TOP);
    return new QueryShape(tokens, blocks, compounds, common, with);
  }

  /** For each opening parenthesis, the index of the closing one. */
  private static int[] matches(List<Token> tokens) {
    int[] matches = new int[tokens.size()];
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < matches.length; i++) {
      matches[i] = matches.length;
      if (tokens.get(i).is("(")) {
        open.add(i);
      } else if (tokens.get(i).is(")") && !open.isEmpty()) {
        matches[open.remove(open.size() - 1)] = i;
      }
    }
    return matches;
  }

  boolean is(int index, String word) {
    return index >= 0 && index < tokens.size() && tokens.get(index).is(word);
  }

  Token token(int index) {
    return tokens.get(index);
  }

  /** The index after the parenthesis that closes here, or the next one. */
  int after(int index) {
    return is(index, "(") ? Math.min(matches[index] + 1, tokens.size()) : index + 1;
  }

  int close(int open) {
    return matches[open];
  }

  boolean startsQuery(int index) {
    return (index < tokens.size()
            && tokens.get(index).kind() == Token.Kind.WORD
            && QUERIES.contains(tokens.get(index).folded())
            && !is(index + 1, "("))
        || (is(index, "values") && is(index + 1, "("))
        || (is(index, "select") && is(index + 1, "("))
        || (is(index, "(") && startsQuery(index + 1) && continuesQuery(after(index)));
  }

  /** Whether what follows a query in parentheses leaves it one, and no source of a join. */
  private boolean continuesQuery(int index) {
    return index >= tokens.size()
        || is(index, ")")
        || isSetOperator(index)
        || is(index, "order")
        || is(index, "limit")
        || is(index, "offset")
        || is(index, "fetch");
  }

  void query(int from, int to, Role role) {
    int at = from;
    if (is(at, "with")) {
      at = common(at, to);
      if (from == 0) {
        with = new TokenRange(0, at);
      }
    }
    List<TokenRange> arms = new ArrayList<>();
    int start = at;
    int next = at;
    while (next < to) {
      if (isSetOperator(next) && next > start) {
        arms.add(new TokenRange(start, next));
        next += is(next + 1, "all") || is(next + 1, "distinct") ? 2 : 1;
        start = next;
      } else {
        next = after(next);
      }
    }
    arms.add(new TokenRange(start, to));
    if (arms.size() > 1) {
      compounds.add(new CompoundSelect(role, arms.stream().map(this::withoutOrder).toList()));
    }
    for (TokenRange arm : arms) {
      if (is(arm.start(), "(") && startsQuery(arm.start() + 1)) {
        query(arm.start() + 1, Math.min(matches[arm.start()], to), role);
      } else {
        blocks.add(new BlockReader(this, arm, role).read());
      }
    }
  }

  /** An order at the end is that of all arms. */
  private TokenRange withoutOrder(TokenRange arm) {
    int at = arm.start();
    while (at < arm.end()
        && !is(at, "order")
        && !is(at, "limit")
        && !is(at, "offset")
        && !is(at, "fetch")) {
      at = after(at);
    }
    return new TokenRange(arm.start(), Math.min(at, arm.end()));
  }

  private boolean isSetOperator(int index) {
    return tokens.get(index).kind() == Token.Kind.WORD
        && SET_OPERATORS.contains(tokens.get(index).folded());
  }

  /** Reads the list after WITH; gives the index behind it. */
  private int common(int from, int to) {
    int at = is(from + 1, "recursive") ? from + 2 : from + 1;
    while (at < to) {
      common.add(tokens.get(at).unquoted());
      at++;
      while (at < to && !is(at, "as")) {
        at = after(at);
      }
      while (at < to && !is(at, "(")) {
        at++;
      }
      if (at < to) {
        query(at + 1, Math.min(matches[at], to), Role.COMMON);
        at = after(at);
      }
      while (at < to && !is(at, ",") && !startsQuery(at)) {
        at = after(at); // SEARCH and CYCLE
      }
      if (!is(at, ",")) {
        return at;
      }
      at++;
    }
    return at;
  }
}
