package io.kinrow.runtime.write;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

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

  static Certainty of(Condition condition, DSLContext renderer) {
    try {
      return judge(condition, renderer);
    } catch (StackOverflowError e) {
      return DEPENDS; // a condition of so many parts is refused when it is written
    }
  }

  private static Certainty judge(Condition condition, DSLContext renderer) {
    if (condition == DSL.noCondition() || condition instanceof QOM.True) {
      return ALWAYS;
    } else if (condition instanceof QOM.False) {
      return NEVER;
    } else if (condition instanceof QOM.And) {
      return all(parts(condition, QOM.And.class), renderer);
    } else if (condition instanceof QOM.Or) {
      return any(parts(condition, QOM.Or.class), renderer);
    } else if (condition instanceof QOM.Xor) {
      return odd(parts(condition, QOM.Xor.class), renderer);
    } else if (condition instanceof QOM.Not not) {
      return judge(not.$condition(), renderer).not();
    } else if (condition instanceof QOM.FieldCondition field) {
      return of(field.$field(), renderer);
    } else if (condition instanceof QOM.InList<?> in) {
      return in.$list().isEmpty() ? NEVER : DEPENDS;
    } else if (condition instanceof QOM.NotInList<?> in) {
      return in.$list().isEmpty() ? ALWAYS : DEPENDS;
    } else if (condition instanceof QOM.Eq<?> equal) {
      return equal(equal.$arg1(), equal.$arg2(), renderer);
    }
    return Constants.of(renderer.renderInlined(condition));
  }

  private static Certainty equal(Field<?> left, Field<?> right, DSLContext renderer) {
    if (left instanceof Param<?> one && right instanceof Param<?> other && one.getValue() != null) {
      return Objects.equals(one.getValue(), other.getValue()) ? ALWAYS : DEPENDS;
    }
    Certainty one = of(left, renderer);
    Certainty other = of(right, renderer);
    return one == DEPENDS || other == DEPENDS ? DEPENDS : one == other ? ALWAYS : NEVER;
  }

  private Certainty not() {
    return this == ALWAYS ? NEVER : this == NEVER ? ALWAYS : DEPENDS;
  }

  /** The parts of a chain of the same operator, however many they are. */
  private static List<Condition> parts(Condition condition, Class<?> operator) {
    List<Condition> parts = new ArrayList<>();
    Deque<Condition> left = new ArrayDeque<>(List.of(condition));
    while (!left.isEmpty()) {
      Condition next = left.pop();
      if (operator.isInstance(next) && next instanceof QOM.CombinedCondition<?> both) {
        left.push(both.$arg2());
        left.push(both.$arg1());
      } else {
        parts.add(next);
      }
    }
    return parts;
  }

  private static Certainty all(List<Condition> parts, DSLContext renderer) {
    Certainty all = ALWAYS;
    for (Condition part : parts) {
      Certainty one = judge(part, renderer);
      if (one == NEVER) {
        return NEVER;
      }
      all = one == DEPENDS ? DEPENDS : all;
    }
    return all;
  }

  /** jOOQ leaves no condition out of an OR, as if it were not there. */
  private static Certainty any(List<Condition> parts, DSLContext renderer) {
    @Nullable Certainty any = null;
    for (Condition part : parts) {
      if (part != DSL.noCondition()) {
        Certainty one = judge(part, renderer);
        if (one == ALWAYS) {
          return ALWAYS;
        }
        any = one == DEPENDS || any == DEPENDS ? DEPENDS : NEVER;
      }
    }
    return any == null ? ALWAYS : any;
  }

  private static Certainty odd(List<Condition> parts, DSLContext renderer) {
    Certainty odd = NEVER;
    for (Condition part : parts) {
      Certainty one = judge(part, renderer);
      if (one == DEPENDS) {
        return DEPENDS;
      }
      odd = one == ALWAYS ? odd.not() : odd;
    }
    return odd;
  }

  private static Certainty of(Field<?> field, DSLContext renderer) {
    if (field instanceof Param<?> param) {
      return Boolean.TRUE.equals(param.getValue())
          ? ALWAYS
          : Boolean.FALSE.equals(param.getValue()) ? NEVER : DEPENDS;
    }
    return field instanceof QOM.ConditionAsField wrapped
        ? judge(wrapped.$arg1(), renderer)
        : DEPENDS;
  }
}
