package io.kinrow.queries.describe;

import io.kinrow.queries.facts.ColumnOrigin;
import io.kinrow.queries.facts.DescribedColumn;
import io.kinrow.queries.text.QueryShape;
import io.kinrow.queries.text.SelectBlock;
import io.kinrow.queries.text.TableUse;
import io.kinrow.queries.text.TokenRange;
import io.kinrow.runtime.internal.QueryFacts.Nullability;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides for each column of a result whether NULL is impossible, possible, or neither is proved.
 */
final class SqliteNullability {

  private final SqliteRelations schema;
  private final QueryShape shape;
  private final StatementScope scope;
  private final SqliteProgram program;
  private final Doubts doubts;
  private final Optional<SeparateUses> uses;
  private final Expressions expressions;

  SqliteNullability(
      SqliteRelations schema,
      QueryShape shape,
      StatementScope scope,
      SqliteProgram program,
      Doubts doubts,
      Optional<SeparateUses> uses) {
    this.schema = schema;
    this.shape = shape;
    this.scope = scope;
    this.program = program;
    this.doubts = doubts;
    this.uses = uses;
    this.expressions = new Expressions(shape);
  }

  DescribedColumn column(TaggedCopy.Described described, int index, int count) {
    ColumnOrigin origin = described.origin();
    if (origin.isKnown()) {
      return doubts.isMixed(origin)
          ? column(
              described.label(),
              ColumnOrigin.NONE,
              Nullability.UNKNOWN,
              "the SELECTs that are put together return different columns here")
          : ofTable(described, origin);
    }
    Optional<TokenRange> item =
        shape.compounds().stream().anyMatch(each -> each.role() == SelectBlock.Role.TOP)
            ? Optional.empty()
            : shape.item(index, count).map(expressions::withoutAlias);
    return item.map(expression -> ofExpression(described.label(), expression))
        .orElseGet(
            () ->
                new DescribedColumn(
                    described.label(),
                    ColumnOrigin.NONE,
                    DescribedColumn.ANY,
                    Nullability.UNKNOWN,
                    "SQLite does not tell whether an expression can be NULL"));
  }

  private DescribedColumn ofTable(TaggedCopy.Described described, ColumnOrigin origin) {
    String label = described.label();
    Optional<TableUse> use =
        uses.flatMap(each -> Optional.ofNullable(each.uses().get(described.table())));
    String read = use.isPresent() ? described.table() : origin.table();
    KnownRelation table = schema.relation(origin.table()).orElseThrow();
    boolean notNull = table.column(origin.column()).map(KnownColumn::notNull).orElse(false);
    String name = "`" + origin + "`";
    String filtered = ", but a condition may leave that out";
    if (!notNull) {
      String but =
          mayBeWritten(origin)
              ? ", but the statement itself may have written another value"
              : scope.mayFilter(table, origin.column(), use) || excludes() ? filtered : "";
      return column(
          label,
          origin,
          but.isEmpty() ? Nullability.NULLABLE : Nullability.UNKNOWN,
          name + " is nullable" + but);
    }
    String optional = "`" + table.name() + "` is on the optional side of a LEFT JOIN";
    Optional<String> doubt = doubts.of(origin);
    if (program.misses(read) && doubt.isEmpty() && scope.uses(table.name(), use) == 1) {
      boolean sure =
          !scope.mayFilter(table, "", use)
              && !scope.mayFilterOthers(use, table.name())
              && !excludes();
      return column(
          label,
          origin,
          sure ? Nullability.NULLABLE : Nullability.UNKNOWN,
          sure ? optional : optional + filtered);
    } else if (doubt.isPresent()) {
      return column(label, origin, Nullability.UNKNOWN, doubt.get());
    } else if (program.misses(read)) {
      return column(
          label,
          origin,
          Nullability.UNKNOWN,
          "`" + table.name() + "` is used several times, once on the optional side of a LEFT JOIN");
    } else if (hasOuterJoin()
        && (program.missesUnknownRows()
            || (program.missesSubquery() && scope.isInSubquery(table.name(), use)))) {
      return column(
          label, origin, Nullability.UNKNOWN, "a subquery is on the optional side of a LEFT JOIN");
    }
    return column(label, origin, Nullability.NOT_NULL, "");
  }

  private boolean hasOuterJoin() {
    return Stream.of("left", "right", "full", "outer").anyMatch(scope::says);
  }

  private boolean excludes() {
    return scope.says("intersect") || scope.says("except");
  }

  /** Whether the statement itself gives the column a value, which need not be NULL. */
  private boolean mayBeWritten(ColumnOrigin origin) {
    return shape.blocks().stream().noneMatch(block -> shape.is(block.range().start(), "delete"))
        && shape.blocks().stream()
            .flatMap(block -> block.tables().stream())
            .anyMatch(use -> use.target() && use.name().equalsIgnoreCase(origin.table()));
  }

  private static DescribedColumn column(
      String label, ColumnOrigin origin, Nullability nullability, String because) {
    return new DescribedColumn(label, origin, DescribedColumn.ANY, nullability, because);
  }

  private DescribedColumn ofExpression(String label, TokenRange expression) {
    String type = expressions.type(expression);
    if (expressions.isNeverNull(expression)) {
      return new DescribedColumn(label, ColumnOrigin.NONE, type, Nullability.NOT_NULL, "");
    }
    boolean alone =
        expressions.isNullWithoutRows(expression)
            && shape.top().filter(block -> block.grouped()).isEmpty();
    return new DescribedColumn(
        label,
        ColumnOrigin.NONE,
        type,
        alone ? Nullability.NULLABLE : Nullability.UNKNOWN,
        alone
            ? expressions.call(expression) + "(…) is NULL if there are no rows"
            : "SQLite does not tell whether an expression can be NULL");
  }
}
