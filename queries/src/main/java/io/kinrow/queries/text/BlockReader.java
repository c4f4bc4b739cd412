package io.kinrow.queries.text;

import io.kinrow.migrate.sql.Token;
import io.kinrow.queries.text.SelectBlock.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads one block; those in it are read on the way. */
final class BlockReader {

  private static final Set<String> CLAUSES =
      Set.of(
          "select",
          "from",
          "where",
          "group",
          "having",
          "order",
          "limit",
          "offset",
          "window",
          "set",
          "values",
          "returning",
          "into",
          "update",
          "join",
          "on",
          "using",
          "fetch",
          "for");
  private static final Set<String> BEFORE_NAME = Set.of("from", "join", "into", "update", "using");

  private final QueryShapeReader shape;
  private final TokenRange range;
  private final Role role;
  private final List<TokenRange> items = new ArrayList<>();
  private final List<TableUse> tables = new ArrayList<>();
  private final List<TokenRange> nested = new ArrayList<>();
  private final List<TokenRange> conditions = new ArrayList<>();
  private boolean grouped;
  private boolean outer;
  private String clause = "";
  private int clauseStart;
  private int itemStart;

  BlockReader(QueryShapeReader shape, TokenRange range, Role role) {
    this.shape = shape;
    this.range = range;
    this.role = role;
  }

  SelectBlock read() {
    int at = range.start();
    while (at < range.end()) {
      at = step(at);
    }
    endClause(range.end());
    return new SelectBlock(role, range, items, tables, nested, conditions, grouped);
  }

  private int step(int at) {
    Token token = shape.token(at);
    String word = token.kind() == Token.Kind.WORD ? token.folded() : "";
    if (CLAUSES.contains(word) && !isPartOfExpression(at, word)) {
      endClause(at);
      return beginClause(at, word);
    } else if (token.is("(")) {
      parenthesis(at);
      return shape.after(at);
    } else if (token.is(",") && isResult()) {
      items.add(new TokenRange(itemStart, at));
      itemStart = at + 1;
    } else if (token.is(",") && clause.matches("from|using|on")) {
      outer = false;
      return table(at + 1, false);
    }
    return at + 1;
  }

  /** {@code is distinct from}, {@code on conflict do update}, {@code for update}. */
  private boolean isPartOfExpression(int at, String word) {
    return (word.equals("from") && shape.is(at - 1, "distinct") && !clauseBegins(at - 1))
        || (word.equals("update") && (shape.is(at - 1, "for") || shape.is(at - 1, "key")))
        || (word.equals("update") && shape.is(at - 1, "do"))
        || shape.is(at - 1, ".")
        || (shape.is(at - 1, "as") && !word.equals("select"));
  }

  private boolean clauseBegins(int at) {
    return shape.is(at - 1, "select");
  }

  private int beginClause(int at, String word) {
    if (word.equals("join")) {
      join(at);
    } else if (!word.equals("on") && !word.equals("using")) {
      outer = false;
    }
    clause = word.equals("join") ? "from" : word;
    clauseStart = at + 1;
    itemStart = at + 1;
    grouped |= word.equals("group");
    if (word.equals("select")) {
      itemStart = shape.is(at + 1, "distinct") || shape.is(at + 1, "all") ? at + 2 : at + 1;
      if (shape.is(at + 1, "distinct") && shape.is(at + 2, "on")) {
        itemStart = shape.after(at + 3);
        return itemStart;
      }
      return itemStart;
    }
    boolean list = word.equals("using") && shape.is(at + 1, "(") && !shape.startsQuery(at + 2);
    if (BEFORE_NAME.contains(word) && !list) {
      boolean target =
          word.equals("into")
              || word.equals("update")
              || (word.equals("from") && shape.is(at - 1, "delete"));
      return table(at + 1, target);
    }
    return at + 1;
  }

  private void endClause(int at) {
    if (isResult() && itemStart < at) {
      items.add(new TokenRange(itemStart, at));
    }
    boolean ofJoin = clause.equals("on") || clause.equals("using");
    if (clause.equals("where") || clause.equals("having") || (ofJoin && !outer)) {
      conditions.add(new TokenRange(clauseStart, at));
    }
  }

  /** What an outer join says leaves out no row that it joins to. */
  private void join(int at) {
    int before = shape.is(at - 1, "outer") ? at - 2 : at - 1;
    outer = shape.is(before, "left") || shape.is(before, "right") || shape.is(before, "full");
    int natural = outer || shape.is(before, "inner") ? before - 1 : before;
    if (shape.is(natural, "natural") && !outer) {
      conditions.add(range);
    }
  }

  private boolean isResult() {
    return clause.equals("select") || clause.equals("returning");
  }

  /** Reads a name and its alias; gives the index behind what was read. */
  private int table(int from, boolean target) {
    int at = from;
    while (shape.is(at, "only") || shape.is(at, "lateral") || (shape.is(at, "or") && target)) {
      at += shape.is(at, "or") ? 2 : 1;
    }
    if (at >= range.end()) {
      return at;
    }
    int name = at;
    if (shape.is(at, "(")) {
      boolean query = shape.startsQuery(at + 1);
      parenthesis(at);
      return query ? alias("", name, shape.after(at), target) : shape.after(at);
    }
    if (!shape.token(at).isName() || Keywords.isOne(shape.token(at))) {
      return at;
    }
    while (shape.is(at + 1, ".") && at + 2 < range.end() && shape.token(at + 2).isName()) {
      at += 2;
    }
    String table = shape.token(at).unquoted();
    name = at;
    at++;
    if (shape.is(at, "(") && !target) {
      parenthesis(at);
      at = shape.after(at);
      table = "";
    }
    return alias(table, name, at, target);
  }

  private int alias(String table, int name, int from, boolean target) {
    int at = shape.is(from, "as") ? from + 1 : from;
    String alias = table;
    if (at < range.end() && shape.token(at).isName() && !Keywords.isOne(shape.token(at))) {
      alias = shape.token(at).unquoted();
      at++;
    }
    boolean qualified = !table.isEmpty() && shape.is(name - 1, ".");
    String schema = qualified ? shape.token(name - 2).unquoted() : "";
    tables.add(new TableUse(schema, table, alias, name, target, outer));
    return at;
  }

  private void parenthesis(int open) {
    int close = Math.min(shape.close(open), range.end());
    if (shape.startsQuery(open + 1)) {
      nested.add(new TokenRange(open + 1, close));
      shape.query(open + 1, close, roleOf(open));
      return;
    }
    if (clause.equals("from") || clause.equals("using")) {
      boolean joins =
          shape.is(open - 1, "from")
              || shape.is(open - 1, "join")
              || shape.is(open - 1, ",")
              || shape.is(open - 1, "(");
      if (joins && open + 1 < close) {
        joined(open + 1, close);
        return;
      }
    }
    for (int at = open + 1; at < close; at = shape.is(at, "(") ? shape.after(at) : at + 1) {
      if (shape.is(at, "(")) {
        parenthesis(at);
      }
    }
  }

  /** A join in parentheses. */
  private void joined(int from, int to) {
    int at = table(from, false);
    while (at < to) {
      if (shape.is(at, "join") || shape.is(at, ",")) {
        at = table(at + 1, false);
      } else if (shape.is(at, "(")) {
        parenthesis(at);
        at = shape.after(at);
      } else {
        at++;
      }
    }
  }

  private Role roleOf(int open) {
    boolean condition =
        shape.is(open - 1, "exists")
            || shape.is(open - 1, "in")
            || shape.is(open - 1, "any")
            || shape.is(open - 1, "all")
            || shape.is(open - 1, "some");
    if (condition) {
      return Role.OTHER;
    } else if (isResult()) {
      return Role.VALUE;
    }
    return clause.equals("from") ? Role.SOURCE : Role.OTHER;
  }
}
