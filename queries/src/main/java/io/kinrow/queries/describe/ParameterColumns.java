package io.kinrow.queries.describe;

import io.kinrow.migrate.sql.Names;
import io.kinrow.migrate.sql.Token;
import io.kinrow.queries.facts.ColumnOrigin;
import io.kinrow.queries.text.QueryShape;
import io.kinrow.queries.text.SelectBlock;
import io.kinrow.queries.text.TableUse;
import io.kinrow.queries.text.TokenRange;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the column that a parameter is compared with or stored in. Words suggest one; that it is
 * the one is proved by naming its table in the text, which must not change what the database does.
 */
final class ParameterColumns {

  /** Whether a database does the same for two texts. */
  interface Proof {
    boolean isSame(String one, String other) throws SQLException;
  }

  private final String sql;
  private final QueryShape shape;
  private final ExpressionEdges edges;
  private final Relations relations;
  private final Proof proof;

  ParameterColumns(String sql, QueryShape shape, Relations relations, Proof proof) {
    this.sql = sql;
    this.shape = shape;
    this.edges = new ExpressionEdges(shape);
    this.relations = relations;
    this.proof = proof;
  }

  /** Whether a use tells nothing: {@code :name is null}. */
  boolean isNeutral(int token) {
    int is = token + 1;
    return (shape.is(is, "is") && (shape.is(is + 1, "null") || shape.is(is + 2, "null")))
        || shape.is(is, "isnull")
        || shape.is(is, "notnull");
  }

  /** The column of the parameter at a token. */
  ColumnOrigin of(int token) throws SQLException {
    Optional<SelectBlock> block = shape.owner(token);
    if (block.isEmpty()) {
      return ColumnOrigin.NONE;
    }
    Optional<ColumnOrigin> stored = stored(token, block.get());
    if (stored.isPresent()) {
      return stored.get();
    }
    int open = edges.openBefore(token);
    int operator = shape.is(token - 1, "not") ? token - 2 : token - 1;
    if (shape.is(open - 1, "in") && edges.isElement(token)) {
      return reference(shape.is(open - 2, "not") ? open - 3 : open - 2);
    } else if (edges.isComparison(open - 1) && shape.is(open - 2, ")") && edges.isElement(token)) {
      return reference(edges.lastOfElement(open - 2, edges.commas(open, token)));
    } else if (shape.is(token - 1, "from")
        && shape.is(token - 2, "distinct")
        && edges.endsExpression(token + 1)) {
      return reference(shape.is(token - 3, "not") ? token - 5 : token - 4);
    } else if (edges.isComparison(operator) && edges.endsExpression(token + 1)) {
      return reference(operator - 1);
    } else if (edges.isComparison(token + 1) && edges.beginsExpression(token - 1)) {
      return following(token + 2);
    } else if (shape.is(token - 1, "between")) {
      return reference(shape.is(token - 2, "not") ? token - 3 : token - 2);
    } else if (shape.is(token - 1, "and")
        && shape.is(token - 3, "between")
        && edges.endsExpression(token + 1)) {
      return reference(shape.is(token - 4, "not") ? token - 5 : token - 4);
    }
    return ColumnOrigin.NONE;
  }

  /** The columns of the row that the list of rows at a token is compared with. */
  List<ColumnOrigin> ofRow(int token, int width) throws SQLException {
    int close = shape.is(token - 3, "not") ? token - 4 : token - 3;
    List<ColumnOrigin> columns = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      columns.add(reference(edges.lastOfElement(close, i)));
    }
    return columns;
  }

  /** The columns that all uses of a list of rows agree in. */
  static List<ColumnOrigin> common(List<List<ColumnOrigin>> uses) {
    List<ColumnOrigin> common = new ArrayList<>();
    for (int i = 0; i < uses.get(0).size(); i++) {
      int column = i;
      long different = uses.stream().map(use -> use.get(column)).distinct().count();
      common.add(different == 1 ? uses.get(0).get(i) : ColumnOrigin.NONE);
    }
    return common;
  }

  /** The column that it is stored in by INSERT or SET. */
  private Optional<ColumnOrigin> stored(int token, SelectBlock block) {
    Optional<TableUse> target = block.tables().stream().filter(TableUse::target).findFirst();
    if (target.isEmpty()) {
      return Optional.empty();
    }
    Optional<KnownRelation> table = relations.named(target.get()).filter(KnownRelation::plain);
    int open = edges.openBefore(token);
    if (open >= 0 && isRow(open) && edges.isElement(token) && isInsert(block)) {
      return table.flatMap(known -> inserted(known, target.get(), edges.commas(open, token)));
    } else if (open < block.range().start() && isSet(token) && edges.endsExpression(token + 1)) {
      Token name = shape.tokens().get(token - 2);
      return table.flatMap(known -> origin(known, name.unquoted()));
    }
    for (int i = 0; i < block.items().size(); i++) {
      TokenRange item = block.items().get(i);
      if (isInsert(block) && item.start() == token && item.end() == token + 1) {
        int column = i;
        return table.flatMap(known -> inserted(known, target.get(), column));
      }
    }
    return Optional.empty();
  }

  private boolean isInsert(SelectBlock block) {
    return shape.is(block.range().start(), "insert") || shape.is(block.range().start(), "replace");
  }

  /** A row after VALUES, or after another row. */
  private boolean isRow(int open) {
    int at = open;
    while (at > 1 && shape.is(at - 1, ",") && shape.is(at - 2, ")")) {
      at = edges.openBefore(at - 2);
    }
    return shape.is(at - 1, "values");
  }

  private boolean isSet(int token) {
    if (!shape.is(token - 1, "=")) {
      return false;
    }
    int depth = 0;
    for (int at = token - 2; at >= 0; at--) {
      depth += shape.is(at, ")") ? 1 : shape.is(at, "(") ? -1 : 0;
      if (depth == 0 && shape.is(at, "set")) {
        return shape.is(token - 3, "set") || shape.is(token - 3, ",");
      } else if (depth == 0
          && (shape.is(at, "where") || shape.is(at, "from") || shape.is(at, "on"))) {
        return false;
      }
    }
    return false;
  }

  private Optional<ColumnOrigin> inserted(KnownRelation table, TableUse target, int column) {
    int open = target.token() + 1;
    while (open < shape.tokens().size()
        && !shape.is(open, "(")
        && !shape.is(open, "values")
        && !shape.is(open, "select")) {
      open++;
    }
    if (!shape.is(open, "(") || shape.is(open + 1, "select")) {
      return column < table.columns().size()
          ? origin(table, table.columns().get(column).name())
          : Optional.empty();
    }
    int name = open + 1 + 2 * column;
    return name < shape.tokens().size() && shape.tokens().get(name).isName()
        ? origin(table, shape.tokens().get(name).unquoted())
        : Optional.empty();
  }

  private static Optional<ColumnOrigin> origin(KnownRelation table, String column) {
    return table
        .column(column)
        .map(known -> new ColumnOrigin(table.schema(), table.name(), known.name()));
  }

  /** The column that a reference which ends here is of. */
  private ColumnOrigin reference(int last) throws SQLException {
    if (last < 0 || !edges.isName(last)) {
      return ColumnOrigin.NONE;
    }
    int first = last;
    while (first >= 2 && shape.is(first - 1, ".") && edges.isName(first - 2)) {
      first -= 2;
    }
    return edges.beginsExpression(first - 1) ? resolve(first, last) : ColumnOrigin.NONE;
  }

  private ColumnOrigin following(int first) throws SQLException {
    int last = first;
    while (shape.is(last + 1, ".")) {
      last += 2;
    }
    boolean name = last < shape.tokens().size() && edges.isName(last);
    return name && edges.endsExpression(last + 1) ? resolve(first, last) : ColumnOrigin.NONE;
  }

  private ColumnOrigin resolve(int first, int last) throws SQLException {
    String name = shape.tokens().get(last).unquoted();
    if (last - first > 2) {
      return ColumnOrigin.NONE;
    }
    String qualifier = last > first ? shape.tokens().get(first).unquoted() : "";
    for (TableUse use : shape.tables()) {
      Optional<ColumnOrigin> column =
          relations
              .named(use)
              .filter(known -> !isCommon(use.name()))
              .flatMap(known -> relations.origin(known, name));
      if (column.isPresent() && isOnly(use)) {
        boolean same =
            qualifier.isEmpty()
                ? proof.isSame(sql, qualified(first, use.alias()))
                : Names.same(qualifier, use.alias());
        if (same) {
          return column.get();
        }
      }
    }
    return ColumnOrigin.NONE;
  }

  private boolean isCommon(String name) {
    return shape.common().stream().anyMatch(common -> Names.same(common, name));
  }

  /** Whether nothing else in the statement has this alias. */
  private boolean isOnly(TableUse use) {
    List<TableUse> same =
        shape.tables().stream().filter(each -> Names.same(each.alias(), use.alias())).toList();
    return same.stream().allMatch(each -> Names.same(each.name(), use.name()))
        && !(isCommon(use.alias()) && !Names.same(use.alias(), use.name()));
  }

  private String qualified(int name, String alias) {
    int start = shape.tokens().get(name).start();
    return sql.substring(0, start) + Names.quoted(alias) + "." + sql.substring(start);
  }
}
