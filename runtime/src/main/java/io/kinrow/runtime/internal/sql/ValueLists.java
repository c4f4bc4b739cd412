package io.kinrow.runtime.internal.sql;

import io.kinrow.runtime.internal.dialect.BindPlace;
import io.kinrow.runtime.internal.dialect.ListColumn;
import io.kinrow.runtime.internal.dialect.OneBind;
import io.kinrow.runtime.internal.dialect.RowList;
import io.kinrow.runtime.internal.dialect.UnfitValueException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.QueryPart;
import org.jooq.VisitContext;
import org.jooq.VisitListener;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/**
 * Sends the values of a long {@code in (…)} or {@code not in (…)} as one bind, wherever in a
 * statement it stands, so that a list may have any length: on SQLite as a JSON array, on PostgreSQL
 * as an array (for rows, as one array a column). The result is that of the list spelled out: values
 * are bound in the same form, compared with the column's affinity, collation and type, and NULL
 * among them has the same effect. Lists that cannot be sent that way, such as those with
 * expressions, stay as they are. Thread-safe.
 */
public final class ValueLists implements VisitListener {

  /** Longer lists go as one bind. */
  public static final int LONGEST_SPELLED = 20;

  private final Core core;

  ValueLists(Core core) {
    this.core = core;
  }

  @Override
  public void visitStart(VisitContext context) {
    QueryPart part = context.queryPart();
    if (part instanceof QOM.InList<?> in) {
      replace(context, in.$field(), of(core, in.$field(), in.$list(), false));
    } else if (part instanceof QOM.NotInList<?> in) {
      replace(context, in.$field(), of(core, in.$field(), in.$list(), true));
    } else if (part instanceof Condition condition && RowList.isOne(condition)) {
      RowList rows = RowList.of(condition);
      if (rows != null && rows.right().size() > LONGEST_SPELLED) {
        replace(context, rows.left(), ofRows(core, rows.right(), rows.not()));
      }
    }
  }

  private static void replace(VisitContext context, QueryPart left, @Nullable OneBind list) {
    if (list != null) {
      List<QueryPart> parts = new ArrayList<>();
      parts.add(left);
      list.binds().forEach(bind -> parts.add(Dynamic.place(bind)));
      context.queryPart(DSL.condition("{0} " + list.operator(), parts.toArray(QueryPart[]::new)));
    }
  }

  /** The list as one bind, or null if it is short, or holds anything but values of one type. */
  public static @Nullable OneBind of(
      Core core, Field<?> compared, List<? extends Field<?>> list, boolean not) {
    if (list.size() <= LONGEST_SPELLED) {
      return null;
    }
    try {
      return of(core, not, List.<List<? extends Field<?>>>of(list));
    } catch (UnfitValueException e) {
      throw e.at(BindPlace.bare(core.renderer().renderInlined(compared)));
    }
  }

  private static @Nullable OneBind ofRows(Core core, List<List<Field<?>>> rows, boolean not) {
    int width = rows.get(0).size();
    List<List<Field<?>>> columns = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      List<Field<?>> column = new ArrayList<>(rows.size());
      for (List<Field<?>> row : rows) {
        column.add(row.get(i));
      }
      columns.add(column);
    }
    return of(core, not, columns);
  }

  private static @Nullable OneBind of(
      Core core, boolean not, List<? extends List<? extends Field<?>>> columns) {
    List<ListColumn> read = new ArrayList<>();
    for (List<? extends Field<?>> column : columns) {
      ListColumn values = column(core, column);
      if (values == null) {
        return null;
      }
      read.add(values);
    }
    return core.dialect().list(read, not);
  }

  private static @Nullable ListColumn column(Core core, List<? extends Field<?>> list) {
    List<@Nullable Object> values = new ArrayList<>(list.size());
    Field<?> first = list.get(0);
    for (Field<?> value : list) {
      if (!(value instanceof Param<?> param)
          || param.isInline()
          || param.getParamName() != null
          || !(param.getDataType() == first.getDataType()
              || param.getDataType().equals(first.getDataType()))) {
        return null;
      }
      values.add(core.values().stored(Dynamic.databaseValue(core, param), param));
    }
    return new ListColumn(core.renderer().render(first), values);
  }
}
