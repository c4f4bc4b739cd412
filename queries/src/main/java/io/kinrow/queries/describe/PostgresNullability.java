package io.kinrow.queries.describe;

import io.kinrow.queries.facts.ColumnOrigin;
import io.kinrow.queries.facts.DescribedColumn;
import io.kinrow.queries.text.QueryShape;
import io.kinrow.queries.text.SelectBlock;
import io.kinrow.runtime.internal.QueryFacts.Nullability;
import java.util.Optional;

/**
 * Decides for each column of a result whether NULL is impossible, possible, or neither is proved.
 */
final class PostgresNullability {

  private final PostgresRelations schema;
  private final QueryShape shape;
  private final StatementScope scope;
  private final PostgresPlan plan;
  private final Expressions expressions;

  PostgresNullability(
      PostgresRelations schema, QueryShape shape, StatementScope scope, PostgresPlan plan) {
    this.schema = schema;
    this.shape = shape;
    this.scope = scope;
    this.plan = plan;
    this.expressions = new Expressions(shape);
  }

  DescribedColumn column(String label, ColumnOrigin origin, String type, int index, int count) {
    Optional<ColumnOrigin> scanned = plan.column(index);
    if (scanned.isPresent()
        && schema.column(scanned.get()).isPresent()
        && agrees(origin, scanned.get())) {
      return ofTable(label, origin, type, index, scanned.get());
    }
    boolean never =
        !origin.isKnown()
            && !isCompound()
            && !hasGroupingSets()
            && shape
                .item(index, count)
                .map(expressions::withoutAlias)
                .filter(expressions::isNeverNull)
                .isPresent();
    if (never) {
      return new DescribedColumn(label, origin, type, Nullability.NOT_NULL, "");
    }
    boolean alone =
        !origin.isKnown()
            && !isCompound()
            && shape.top().filter(block -> !block.grouped()).isPresent()
            && shape
                .item(index, count)
                .map(expressions::withoutAlias)
                .filter(expressions::isNullWithoutRows)
                .isPresent();
    return new DescribedColumn(
        label,
        origin,
        type,
        alone ? Nullability.NULLABLE : Nullability.UNKNOWN,
        alone
            ? "an aggregate is NULL if there are no rows"
            : origin.isKnown()
                ? "PostgreSQL's plan does not show where `" + origin + "` is read"
                : "PostgreSQL does not tell whether an expression can be NULL");
  }

  /** The server knows views as tables; the plan has what is in them. */
  private boolean agrees(ColumnOrigin origin, ColumnOrigin scanned) {
    return schema
        .relation(origin.schema(), origin.table())
        .filter(KnownRelation::plain)
        .filter(table -> !origin.equals(scanned))
        .isEmpty();
  }

  private DescribedColumn ofTable(
      String label, ColumnOrigin origin, String type, int index, ColumnOrigin scanned) {
    KnownRelation table = schema.relation(scanned.schema(), scanned.table()).orElseThrow();
    boolean notNull = schema.column(scanned).map(KnownColumn::notNull).orElse(false);
    boolean optional = plan.isOptional(index);
    if (notNull && !optional) {
      return new DescribedColumn(label, origin, type, Nullability.NOT_NULL, "");
    } else if (!table.plain()) {
      return new DescribedColumn(
          label,
          origin,
          type,
          Nullability.UNKNOWN,
          "`" + table.name() + "` is not a table, and nothing keeps NULL out of it");
    }
    String why =
        notNull
            ? "`" + table.name() + "` is on the optional side of an outer join"
            : "`" + scanned + "` is nullable";
    String but =
        mayBeWritten(scanned)
            ? ", but the statement itself may have written another value"
            : scope.mayFilter(table, notNull ? "" : scanned.column(), Optional.empty())
                    || excludes()
                ? ", but a condition may leave that out"
                : "";
    return new DescribedColumn(
        label, origin, type, but.isEmpty() ? Nullability.NULLABLE : Nullability.UNKNOWN, why + but);
  }

  private boolean isCompound() {
    return shape.compounds().stream().anyMatch(each -> each.role() == SelectBlock.Role.TOP);
  }

  /** They put NULL even in place of literals. */
  private boolean hasGroupingSets() {
    return scope.says("rollup") || scope.says("cube") || scope.says("grouping", "sets");
  }

  private boolean excludes() {
    return scope.says("intersect") || scope.says("except");
  }

  private boolean mayBeWritten(ColumnOrigin column) {
    return shape.blocks().stream().noneMatch(block -> shape.is(block.range().start(), "delete"))
        && shape.blocks().stream()
            .flatMap(block -> block.tables().stream())
            .anyMatch(use -> use.target() && use.name().equalsIgnoreCase(column.table()));
  }
}
