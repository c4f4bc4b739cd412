package io.kinrow.runtime.internal.write;

import io.kinrow.runtime.internal.entity.EntityMapping;
import io.kinrow.runtime.internal.sql.Core;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
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
  /**
   * True of every row or of none, since it, or an alternative of its OR, names no column; only the
   * database can tell which.
   */
  ALIKE,
  /** It depends on the row, as far as can be told. */
  DEPENDS;

  static Certainty of(Core core, EntityMapping<?> mapping, Condition condition) {
    try {
      return new Judge(core, mapping).of(condition);
    } catch (StackOverflowError e) {
      return DEPENDS; // a condition of so many parts is refused when it is written
    }
  }

  private Certainty not() {
    return this == ALWAYS ? NEVER : this == NEVER ? ALWAYS : this;
  }

  private record Judge(Core core, EntityMapping<?> mapping) {

    Certainty of(Condition condition) {
      if (condition == DSL.noCondition() || condition instanceof QOM.True) {
        return ALWAYS;
      } else if (condition instanceof QOM.False) {
        return NEVER;
      } else if (condition instanceof QOM.And) {
        return all(parts(condition, QOM.And.class));
      } else if (condition instanceof QOM.Or) {
        return any(parts(condition, QOM.Or.class));
      } else if (condition instanceof QOM.Xor) {
        return odd(parts(condition, QOM.Xor.class));
      } else if (condition instanceof QOM.Not not) {
        return of(not.$condition()).not();
      } else if (condition instanceof QOM.FieldCondition field) {
        Certainty certainty = of(field.$field());
        return certainty == DEPENDS ? mentioned(condition) : certainty;
      } else if (condition instanceof QOM.InList<?> in) {
        return in.$list().isEmpty() ? NEVER : ofColumn(in.$field(), condition);
      } else if (condition instanceof QOM.NotInList<?> in) {
        return in.$list().isEmpty() ? ALWAYS : ofColumn(in.$field(), condition);
      } else if (condition instanceof QOM.Eq<?> equal) {
        Certainty certainty = equal(equal.$arg1(), equal.$arg2());
        return certainty == DEPENDS ? ofColumn(equal.$arg1(), condition) : certainty;
      } else if (condition instanceof QOM.CompareCondition<?, ?> compared) {
        return ofColumn(compared.$arg1(), condition);
      }
      Certainty constant = Constants.of(core.renderer().renderInlined(condition));
      return constant == DEPENDS ? mentioned(condition) : constant;
    }

    private Certainty ofColumn(Field<?> compared, Condition condition) {
      boolean own = mapping.fieldList().stream().anyMatch(field -> field == compared);
      return own ? DEPENDS : mentioned(condition);
    }

    /** As jOOQ writes it in the statement, where a column of another table is a subquery. */
    private Certainty mentioned(Condition condition) {
      String all = core.renderer().render(core.renderer().deleteFrom(mapping.table()));
      String some =
          core.renderer().render(core.renderer().deleteFrom(mapping.table()).where(condition));
      String table = core.renderer().render(mapping.table());
      String where = some.substring(Math.min(all.length(), some.length()));
      return RowMentions.any(core.dialect(), where, table, mapping.info().columns())
          ? DEPENDS
          : ALIKE;
    }

    private Certainty equal(Field<?> left, Field<?> right) {
      if (left instanceof Param<?> one
          && right instanceof Param<?> other
          && one.getValue() != null) {
        return Objects.equals(one.getValue(), other.getValue()) ? ALWAYS : DEPENDS;
      }
      Certainty one = of(left);
      Certainty other = of(right);
      if (one == DEPENDS || other == DEPENDS) {
        return DEPENDS;
      }
      return one == ALIKE || other == ALIKE ? ALIKE : one == other ? ALWAYS : NEVER;
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

    private Certainty all(List<Condition> parts) {
      Certainty all = ALWAYS;
      for (Condition part : parts) {
        Certainty one = of(part);
        if (one == NEVER) {
          return NEVER;
        }
        all = one == DEPENDS || all == DEPENDS ? DEPENDS : one == ALIKE ? ALIKE : all;
      }
      return all;
    }

    /**
     * jOOQ leaves no condition out of an OR, as if it were not there. One that may be true of every
     * row is enough for all of them.
     */
    private Certainty any(List<Condition> parts) {
      @Nullable Certainty any = null;
      for (Condition part : parts) {
        if (part != DSL.noCondition()) {
          Certainty one = of(part);
          if (one == ALWAYS) {
            return ALWAYS;
          }
          any =
              one == ALIKE || any == ALIKE
                  ? ALIKE
                  : one == DEPENDS || any == DEPENDS ? DEPENDS : NEVER;
        }
      }
      return any == null ? ALWAYS : any;
    }

    private Certainty odd(List<Condition> parts) {
      Certainty odd = NEVER;
      for (Condition part : parts) {
        Certainty one = of(part);
        if (one == DEPENDS) {
          return DEPENDS;
        }
        odd = one == ALIKE || odd == ALIKE ? ALIKE : one == ALWAYS ? odd.not() : odd;
      }
      return odd;
    }

    private Certainty of(Field<?> field) {
      if (field instanceof Param<?> param) {
        return Boolean.TRUE.equals(param.getValue())
            ? ALWAYS
            : Boolean.FALSE.equals(param.getValue()) ? NEVER : DEPENDS;
      }
      return field instanceof QOM.ConditionAsField wrapped ? of(wrapped.$arg1()) : DEPENDS;
    }
  }
}
