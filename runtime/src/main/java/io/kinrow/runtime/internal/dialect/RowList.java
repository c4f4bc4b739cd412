package io.kinrow.runtime.internal.dialect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Keyword;
import org.jooq.Row;
import org.jooq.SQLDialect;
import org.jooq.VisitContext;
import org.jooq.VisitListener;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * The parts of {@code row(a, b).in(…)}, which jOOQ's object model does not have: taken from how
 * jOOQ writes it for an engine that has such lists.
 *
 * @param left the row that is compared
 * @param right the rows of the list
 * @param not whether it is {@code notIn(…)}
 */
public record RowList(Row left, List<List<Field<?>>> right, boolean not) {

  private static final String NAME = "org.jooq.impl.RowInCondition";

  /** Whether a condition is such a list. */
  public static boolean isOne(Condition condition) {
    return condition.getClass().getName().equals(NAME);
  }

  /** The parts of such a list, or null if jOOQ writes it in a way that is not known. */
  public static @Nullable RowList of(Condition condition) {
    Parts parts = new Parts();
    DSL.using(new DefaultConfiguration().set(SQLDialect.POSTGRES).set((VisitListener) parts))
        .render(condition);
    if (parts.rows.size() < 2 || parts.operator == null) {
      return null;
    }
    List<List<Field<?>>> right = new ArrayList<>(parts.rows.size() - 1);
    for (Row row : parts.rows.subList(1, parts.rows.size())) {
      right.add(Arrays.asList(row.fields()));
    }
    return new RowList(parts.rows.get(0), right, parts.operator.contains("not"));
  }

  /** Notes the rows of a list, and the operator between them. */
  private static final class Parts implements VisitListener {
    final List<Row> rows = new ArrayList<>();
    @Nullable String operator;
    private int depth;

    @Override
    public void visitStart(VisitContext context) {
      if (context.queryPart() instanceof Row row) {
        if (depth++ == 0) {
          rows.add(row);
        }
      } else if (depth == 0 && rows.size() == 1 && operator == null) {
        if (context.queryPart() instanceof Keyword keyword) {
          operator = keyword.toString();
        }
      }
    }

    @Override
    public void visitEnd(VisitContext context) {
      if (context.queryPart() instanceof Row) {
        depth--;
      }
    }
  }
}
