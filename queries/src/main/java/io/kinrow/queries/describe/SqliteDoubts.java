package io.kinrow.queries.describe;

import io.kinrow.migrate.sql.Token;
import io.kinrow.queries.facts.ColumnOrigin;
import io.kinrow.queries.text.CompoundSelect;
import io.kinrow.queries.text.QueryShape;
import io.kinrow.queries.text.SelectBlock;
import io.kinrow.queries.text.SelectBlock.Role;
import io.kinrow.queries.text.TableUse;
import io.kinrow.queries.text.TokenRange;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Finds what EXPLAIN does not tell: from words, and in doubt too often. */
final class SqliteDoubts {

  private final SqliteRelations schema;
  private final TaggedCopy copy;
  private final Doubts doubts = new Doubts();

  private SqliteDoubts(SqliteRelations schema, TaggedCopy copy) {
    this.schema = schema;
    this.copy = copy;
  }

  static Doubts of(SqliteRelations schema, TaggedCopy copy, StatementScope scope) {
    SqliteDoubts finder = new SqliteDoubts(schema, copy);
    for (StatementScope.Part part : scope.parts()) {
      part.shape().blocks().forEach(block -> finder.block(part.shape(), block));
      for (CompoundSelect compound : part.shape().compounds()) {
        if (compound.role() != Role.OTHER) {
          finder.compound(part, compound);
        }
      }
    }
    for (String side : List.of("right", "full")) {
      if (scope.says(side, "join") || scope.says(side, "outer")) {
        finder.doubts.all("there is a " + side.toUpperCase(java.util.Locale.ROOT) + " JOIN");
      }
    }
    return finder.doubts;
  }

  private void block(QueryShape shape, SelectBlock block) {
    for (TableUse use : block.tables()) {
      if (use.target() && schema.named(use).filter(KnownRelation::plain).isEmpty()) {
        doubts.all("`" + use.name() + "` is not a table with rows of its own");
      }
    }
    if (block.role() == Role.OTHER || hasOnlyCalls(shape, block)) {
      return;
    }
    if (block.role() == Role.VALUE) {
      doubt(shape, block, "a subquery is NULL if it finds no row");
    }
    if (!block.grouped() && aggregates(shape, block)) {
      doubt(shape, block, "an aggregate without GROUP BY returns a row even if there are none");
    }
  }

  private void doubt(QueryShape shape, SelectBlock block, String because) {
    if (hasUnrecognisedTable(shape, block)) {
      doubts.all(because);
    }
    for (TableUse use : block.tables()) {
      if (schema.named(use).filter(KnownRelation::plain).isPresent()) {
        schema.named(use).ifPresent(table -> doubts.table(table.name(), because));
      } else {
        doubts.all(because);
      }
    }
  }

  private boolean hasUnrecognisedTable(QueryShape shape, SelectBlock block) {
    for (int i = block.range().start(); i < block.range().end(); i++) {
      int at = i;
      Token token = shape.tokens().get(i);
      if (block.owns(i)
          && token.isName()
          && !shape.is(i + 1, ".")
          && schema.relation(token.unquoted()).isPresent()
          && block.tables().stream().noneMatch(use -> use.token() == at)) {
        return true;
      }
    }
    return false;
  }

  /** Such items are not columns of tables. */
  private static boolean hasOnlyCalls(QueryShape shape, SelectBlock block) {
    Expressions expressions = new Expressions(shape);
    return !block.items().isEmpty()
        && block.items().stream()
            .map(expressions::withoutAlias)
            .allMatch(item -> !expressions.call(item).isEmpty() || expressions.isLiteral(item));
  }

  private boolean aggregates(QueryShape shape, SelectBlock block) {
    Expressions expressions = new Expressions(shape);
    for (int i = block.range().start(); i < block.range().end(); i++) {
      Token token = shape.tokens().get(i);
      if (block.owns(i)
          && token.isName()
          && shape.is(i + 1, "(")
          && schema.isAggregate(token.unquoted())) {
        int end = expressions.after(i + 1);
        end = shape.is(end, "filter") ? expressions.after(end + 1) : end;
        if (!shape.is(end, "over")) {
          return true;
        }
      }
    }
    return false;
  }

  /** What comes from a column of the first arm must come from the same column of all others. */
  private void compound(StatementScope.Part part, CompoundSelect compound) {
    String with = part.shape().text(part.shape().with(), part.sql());
    List<List<ColumnOrigin>> arms = new ArrayList<>();
    for (TokenRange arm : compound.arms()) {
      String first = part.shape().tokens().get(arm.start()).folded();
      if (!first.equals("select") && !first.equals("values")) {
        doubts.allMixed(); // the first SELECT of an INSERT
        return;
      }
      try {
        arms.add(
            copy.describe(with + " " + part.shape().text(arm, part.sql())).stream()
                .map(TaggedCopy.Described::origin)
                .toList());
      } catch (SQLException e) {
        doubts.allMixed();
        return;
      }
    }
    for (int i = 0; i < arms.get(0).size(); i++) {
      ColumnOrigin origin = arms.get(0).get(i);
      int column = i;
      if (arms.stream().anyMatch(arm -> arm.size() <= column || !arm.get(column).equals(origin))) {
        // SQLite names the column of any arm, after it has moved conditions into them
        arms.stream()
            .filter(arm -> arm.size() > column)
            .forEach(arm -> doubts.mixed(arm.get(column)));
      }
    }
  }
}
