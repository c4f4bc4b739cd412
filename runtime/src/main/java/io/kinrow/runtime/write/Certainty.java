package io.kinrow.runtime.write;

import java.util.Locale;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;

/**
 * Whether a condition is true of every row, whatever the row holds: what is left of a filter that
 * was put together from parts, none of which applied.
 */
enum Certainty {
  /** True of every row. */
  ALWAYS,
  /** True of no row. */
  NEVER,
  /** It depends on the row, as far as can be told. */
  DEPENDS;

  private static final String TRUE = "true";

  static Certainty of(Condition condition, DSLContext renderer) {
    if (condition == DSL.noCondition() || condition instanceof QOM.True) {
      return ALWAYS;
    } else if (condition instanceof QOM.False) {
      return NEVER;
    } else if (condition instanceof QOM.And and) {
      Certainty left = of(and.$arg1(), renderer);
      Certainty right = of(and.$arg2(), renderer);
      return left == NEVER || right == NEVER ? NEVER : left == ALWAYS ? right : DEPENDS;
    } else if (condition instanceof QOM.Or or) {
      return or(or, renderer);
    } else if (condition instanceof QOM.Not not) {
      return of(not.$condition(), renderer).not();
    } else if (condition instanceof QOM.FieldCondition field) {
      return of(field.$field(), renderer);
    } else if (condition instanceof QOM.InList<?> in) {
      return in.$list().isEmpty() ? NEVER : DEPENDS;
    } else if (condition instanceof QOM.NotInList<?> in) {
      return in.$list().isEmpty() ? ALWAYS : DEPENDS;
    } else if (condition instanceof QOM.Eq<?> equal
        && equal.$arg1() instanceof Param<?> left
        && equal.$arg2() instanceof Param<?> right
        && left.getValue() != null) {
      return Objects.equals(left.getValue(), right.getValue()) ? ALWAYS : DEPENDS;
    }
    return written(condition, renderer);
  }

  private Certainty not() {
    return this == ALWAYS ? NEVER : this == NEVER ? ALWAYS : DEPENDS;
  }

  /** jOOQ leaves no condition out of an OR, as if it were not there. */
  private static Certainty or(QOM.Or or, DSLContext renderer) {
    if (or.$arg1() == DSL.noCondition()) {
      return of(or.$arg2(), renderer);
    } else if (or.$arg2() == DSL.noCondition()) {
      return of(or.$arg1(), renderer);
    }
    Certainty left = of(or.$arg1(), renderer);
    Certainty right = of(or.$arg2(), renderer);
    return left == ALWAYS || right == ALWAYS ? ALWAYS : left == NEVER ? right : DEPENDS;
  }

  private static Certainty of(Field<?> field, DSLContext renderer) {
    if (field instanceof Param<?> param) {
      return Boolean.TRUE.equals(param.getValue())
          ? ALWAYS
          : Boolean.FALSE.equals(param.getValue()) ? NEVER : DEPENDS;
    }
    return field instanceof QOM.ConditionAsField wrapped ? of(wrapped.$arg1(), renderer) : DEPENDS;
  }

  /** Plain SQL: the ways to write TRUE. */
  private static Certainty written(Condition condition, DSLContext renderer) {
    String text =
        renderer.renderInlined(condition).replaceAll("[\\s()]", "").toLowerCase(Locale.ROOT);
    return text.equals(TRUE) || text.equals("1") || text.equals("1=1") ? ALWAYS : DEPENDS;
  }
}
