package io.kinrow.queries.describe;

import io.kinrow.migrate.sql.Names;
import io.kinrow.migrate.sql.Token;
import io.kinrow.migrate.sql.Tokenizer;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Rewrites the text of a table of SQLite, so that the declared type of each column has a tag. Its
 * affinity stays.
 */
final class TaggedTable {

  private static final Set<String> TABLE_CONSTRAINTS =
      Set.of("constraint", "primary", "unique", "check", "foreign");
  private static final Set<String> COLUMN_CONSTRAINTS =
      Set.of(
          "constraint",
          "primary",
          "not",
          "null",
          "unique",
          "check",
          "default",
          "collate",
          "references",
          "generated",
          "as");

  private final String sql;
  private final List<Token> tokens;
  private final Function<String, String> tags;
  private final StringBuilder tagged = new StringBuilder();
  private int copied;

  /**
   * @param tags the tag of a column, by its name; empty for the column that is the rowid
   */
  TaggedTable(String sql, Function<String, String> tags) {
    this.sql = sql;
    this.tokens = Tokenizer.tokens(sql);
    this.tags = tags;
  }

  String text() {
    int at = 0;
    while (!tokens.get(at).is("(")) {
      at++;
    }
    at++;
    while (!isTableConstraint(at)) {
      at = column(at);
      if (!tokens.get(at).is(",")) {
        break;
      }
      at++;
    }
    int depth = 1;
    while (depth > 0) {
      depth += tokens.get(at).is("(") ? 1 : tokens.get(at).is(")") ? -1 : 0;
      at++;
    }
    tagged.append(sql, copied, tokens.get(at - 1).end());
    boolean withoutRowid =
        tokens.subList(at, tokens.size()).stream().anyMatch(t -> t.is("without"));
    return tagged.append(withoutRowid ? " without rowid" : "").toString();
  }

  private boolean isTableConstraint(int at) {
    Token token = tokens.get(at);
    return token.kind() == Token.Kind.WORD
        && TABLE_CONSTRAINTS.contains(Names.folded(token.text()));
  }

  /** Tags a column; gives the index of the comma or parenthesis behind it. */
  private int column(int name) {
    int at = name + 1;
    while (!isEnd(at) && !isColumnConstraint(at)) {
      at = after(at);
    }
    String tag = tags.apply(tokens.get(name).unquoted());
    if (!tag.isEmpty()) {
      String type =
          at == name + 1
              ? "BLOB" // the affinity of a column without a type
              : sql.substring(tokens.get(name + 1).start(), tokens.get(at - 1).end());
      tagged.append(sql, copied, tokens.get(name).end());
      tagged.append(' ').append(Names.quoted(tag + ' ' + type.replace("\"", ""))).append(' ');
      copied = tokens.get(at - 1).end();
    }
    while (!isEnd(at)) {
      at = after(at);
    }
    return at;
  }

  private boolean isEnd(int at) {
    return tokens.get(at).is(",") || tokens.get(at).is(")");
  }

  private boolean isColumnConstraint(int at) {
    Token token = tokens.get(at);
    return token.kind() == Token.Kind.WORD
        && COLUMN_CONSTRAINTS.contains(Names.folded(token.text()));
  }

  private int after(int at) {
    int depth = 0;
    int next = at;
    do {
      depth += tokens.get(next).is("(") ? 1 : tokens.get(next).is(")") ? -1 : 0;
      next++;
    } while (depth > 0);
    return next;
  }
}
