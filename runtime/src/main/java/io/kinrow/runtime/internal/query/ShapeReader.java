package io.kinrow.runtime.internal.query;

import io.kinrow.runtime.internal.dialect.OneBind;
import io.kinrow.runtime.internal.entity.EntityMapping;
import io.kinrow.runtime.internal.entity.ResultMapping;
import io.kinrow.runtime.internal.entity.RowSource;
import io.kinrow.runtime.internal.sql.Core;
import io.kinrow.runtime.internal.sql.Dynamic;
import io.kinrow.runtime.internal.sql.ValueLists;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Param;
import org.jooq.QueryPartInternal;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/**
 * Tells queries that differ in their values only: they have one text, which jOOQ then renders once.
 * Knows comparisons of the table's own columns with values, lists and patterns, combined by AND, OR
 * and NOT, orders by columns, limits and cursors; every other query is rendered each time. Not
 * thread-safe.
 */
final class ShapeReader {

  /** Longer descriptions are those of conditions built in a loop, which seldom come again. */
  private static final int LONGEST = 400;

  private final Core core;
  private final EntityMapping<?> mapping;
  private final StringBuilder text = new StringBuilder(64);
  private final List<Object> values = new ArrayList<>();

  private ShapeReader(Core core, EntityMapping<?> mapping) {
    this.core = core;
    this.mapping = mapping;
  }

  private record Key(RowSource source, String text) {}

  /** The shape of a query of some kind, or null if it is none that this class knows. */
  static Dynamic.@Nullable Shape of(Core core, String kind, Select<?> select, RowSource source) {
    if (!core.rendersByShape() || select.mapping() instanceof ResultMapping) {
      return null;
    }
    ShapeReader shape = new ShapeReader(core, select.mapping());
    shape.text.append(kind);
    return shape.add(select) && shape.text.length() <= LONGEST
        ? new Dynamic.Shape(new Key(source, shape.text.toString()), shape.values)
        : null;
  }

  private boolean add(Select<?> select) {
    if (select.terms().lock() != null) {
      text.append(select.terms().lock());
    }
    if (select.terms().distinct()) {
      text.append("distinct");
    }
    return add(select.condition())
        && (select.place() == null || addCursor(select))
        && addOrder(select)
        && addLimits(select);
  }

  private boolean add(Condition condition) {
    if (text.length() > LONGEST) {
      return false; // before a deep condition has used up the stack
    }
    if (condition == DSL.noCondition()) {
      text.append('*');
      return true;
    } else if (condition instanceof QOM.CombinedCondition<?> both) {
      String name = both instanceof QOM.And ? "(&" : both instanceof QOM.Or ? "(|" : null;
      if (name == null) {
        return false;
      }
      text.append(name);
      boolean known = add(both.$arg1()) && add(both.$arg2());
      text.append(')');
      return known;
    } else if (condition instanceof QOM.Not not) {
      text.append('!');
      return add(not.$condition());
    } else if (condition instanceof QOM.CompareCondition<?, ?> compared) {
      String operator = operator(compared);
      return operator != null && add(operator, compared.$arg1(), compared.$arg2());
    } else if (condition instanceof QOM.Between<?> between) {
      return isPlain(between)
          && add("..", between.$arg1(), between.$arg2())
          && addValue(between.$arg1(), between.$arg3());
    } else if (condition instanceof QOM.InList<?> in) {
      text.append("in");
      return add(in.$field(), in.$list(), false);
    } else if (condition instanceof QOM.NotInList<?> in) {
      text.append("out");
      return add(in.$field(), in.$list(), true);
    } else if (condition instanceof QOM.Like like) {
      return add("like", like.$value(), like.$pattern(), like.$escape());
    } else if (condition instanceof QOM.NotLike like) {
      return add("unlike", like.$value(), like.$pattern(), like.$escape());
    } else if (condition instanceof QOM.IsNull isNull) {
      text.append("null");
      return addColumn(isNull.$field());
    } else if (condition instanceof QOM.IsNotNull isNotNull) {
      text.append("some");
      return addColumn(isNotNull.$field());
    }
    return false;
  }

  /** The object model has no NOT BETWEEN: it is told from BETWEEN by its clause. */
  @SuppressWarnings({"deprecation", "removal"})
  private static boolean isPlain(QOM.Between<?> between) {
    return between instanceof QueryPartInternal part
        && Arrays.equals(
            part.clauses(null),
            new org.jooq.Clause[] {org.jooq.Clause.CONDITION, org.jooq.Clause.CONDITION_BETWEEN});
  }

  private static @Nullable String operator(QOM.CompareCondition<?, ?> compared) {
    if (compared instanceof QOM.Eq) {
      return "=";
    } else if (compared instanceof QOM.Ne) {
      return "<>";
    } else if (compared instanceof QOM.Lt) {
      return "<";
    } else if (compared instanceof QOM.Le) {
      return "<=";
    } else if (compared instanceof QOM.Gt) {
      return ">";
    }
    return compared instanceof QOM.Ge ? ">=" : null;
  }

  private boolean add(String operator, Field<?> column, Field<?> value) {
    text.append(operator);
    return addColumn(column) && addValue(column, value);
  }

  /** A short list is a shape of its own for each number of values; a long one is one bind. */
  private boolean add(Field<?> column, List<? extends Field<?>> list, boolean not) {
    if (!addColumn(column)) {
      return false;
    }
    if (list.size() <= ValueLists.LONGEST_SPELLED) {
      return list.stream().allMatch(value -> addValue(column, value));
    }
    OneBind bind =
        sameType(list.get(0).getDataType(), column.getDataType())
            ? ValueLists.of(core, column, list, not)
            : null;
    if (bind == null) {
      return false;
    }
    text.append(bind.operator());
    values.addAll(bind.binds());
    return true;
  }

  private boolean add(
      String operator, Field<?> column, Field<String> pattern, @Nullable Character escape) {
    text.append(operator).append(escape);
    return addColumn(column) && addValue(pattern, pattern);
  }

  /** Columns of this table only: those of implicit joins are other objects each time. */
  private boolean addColumn(Field<?> column) {
    int columns = mapping.info().columns().size();
    for (int i = 0; i < columns; i++) {
      if (mapping.field(i) == column) {
        text.append(i).append(' ');
        return true;
      }
    }
    return false;
  }

  /** A value is written in the same way as any other of its column's type. */
  private boolean addValue(Field<?> column, Field<?> value) {
    if (!(value instanceof Param<?> bind)
        || bind.isInline()
        || bind.getParamName() != null
        || !sameType(bind.getDataType(), column.getDataType())) {
      return false;
    }
    return addValue(Dynamic.databaseValue(core, bind));
  }

  private static boolean sameType(DataType<?> one, DataType<?> other) {
    return one == other || one.equals(other);
  }

  private boolean addValue(@Nullable Object value) {
    if (value == null) {
      return false;
    }
    text.append('?');
    values.add(value);
    return true;
  }

  private boolean addCursor(Select<?> select) {
    List<Param<?>> binds = select.cursorBinds(core.dialect());
    if (binds == null) {
      return false;
    }
    text.append(select.placeKind());
    for (Param<?> bind : binds) {
      text.append(bind.getType().getSimpleName());
      if (!addValue(bind.getValue())) {
        return false;
      }
    }
    return true;
  }

  private boolean addOrder(Select<?> select) {
    text.append("order");
    for (OrderField<?> order : select.order()) {
      if (order instanceof SortField<?> sort) {
        text.append(sort.$sortOrder()).append(sort.$nullOrdering());
        if (!addColumn(sort.$field())) {
          return false;
        }
      } else if (!(order instanceof Field<?> field) || !addColumn(field)) {
        return false;
      }
    }
    return true;
  }

  private boolean addLimits(Select<?> select) {
    boolean limit = select.limit() >= 0;
    boolean offset = select.offset() > 0;
    text.append(limit ? "limit" : "").append(offset ? "offset" : "");
    if (limit) {
      values.add((long) select.limit());
    }
    if (offset) {
      int last = limit && core.dialect().offsetFirst() ? values.size() - 1 : values.size();
      values.add(last, select.offset());
    }
    return true;
  }
}
