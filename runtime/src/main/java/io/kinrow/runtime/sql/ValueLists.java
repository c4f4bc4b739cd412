package io.kinrow.runtime.sql;

import io.kinrow.runtime.connect.Engine;
import io.kinrow.runtime.dialect.BindPlace;
import io.kinrow.runtime.dialect.UnfitValueException;
import io.kinrow.runtime.dialect.Untyped;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.EnumType;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.Param;
import org.jooq.QueryPart;
import org.jooq.VisitContext;
import org.jooq.VisitListener;
import org.jooq.XML;
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

  private static final Pattern CAST = Pattern.compile("cast\\(\\? as ([^?{}]+)\\)|\\?::([^?{}]+)");

  private static final Map<Class<?>, String> TYPES =
      Map.ofEntries(
          Map.entry(Long.class, "int8"),
          Map.entry(Integer.class, "int4"),
          Map.entry(Short.class, "int2"),
          Map.entry(Double.class, "float8"),
          Map.entry(Float.class, "float4"),
          Map.entry(Boolean.class, "bool"),
          Map.entry(BigDecimal.class, "numeric"),
          Map.entry(BigInteger.class, "numeric"),
          Map.entry(UUID.class, "uuid"),
          Map.entry(String.class, "varchar"),
          Map.entry(JSON.class, "varchar"),
          Map.entry(JSONB.class, "varchar"),
          Map.entry(XML.class, "varchar"),
          Map.entry(LocalDateTime.class, "timestamp"),
          Map.entry(LocalDate.class, "date"),
          Map.entry(LocalTime.class, "time"),
          Map.entry(OffsetDateTime.class, "timestamptz"),
          Map.entry(Instant.class, "timestamptz"),
          Map.entry(OffsetTime.class, "timetz"),
          Map.entry(byte[].class, "bytea"));

  private final Core core;

  ValueLists(Core core) {
    this.core = core;
  }

  /**
   * A list as one bind, or one a column of its rows.
   *
   * @param operator what stands before it, with places {@code {1}}, {@code {2}}… for the binds
   * @param binds JSON on SQLite, array literals on PostgreSQL
   */
  public record OneBind(String operator, List<Object> binds) {}

  @Override
  public void visitStart(VisitContext context) {
    QueryPart part = context.queryPart();
    if (part instanceof QOM.InList<?> in) {
      replace(context, in.$field(), of(core, in.$field(), in.$list(), false));
    } else if (part instanceof QOM.NotInList<?> in) {
      replace(context, in.$field(), of(core, in.$field(), in.$list(), true));
    } else if (part instanceof Condition condition && RowList.isOne(condition)) {
      RowList rows = RowList.of(condition);
      if (rows != null) {
        replace(context, rows.left(), ofRows(core, rows.right(), rows.not()));
      }
    }
  }

  private static void replace(VisitContext context, QueryPart left, @Nullable OneBind list) {
    if (list != null) {
      List<QueryPart> parts = new ArrayList<>();
      parts.add(left);
      list.binds.forEach(bind -> parts.add(Dynamic.place(bind)));
      context.queryPart(DSL.condition("{0} " + list.operator, parts.toArray(QueryPart[]::new)));
    }
  }

  /** The list as one bind, or null if it is short, or holds anything but values of one type. */
  public static @Nullable OneBind of(
      Core core, Field<?> compared, List<? extends Field<?>> list, boolean not) {
    if (list.size() <= LONGEST_SPELLED) {
      return null;
    }
    try {
      return of(core, not, list.size(), List.<List<? extends Field<?>>>of(list));
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
    return of(core, not, rows.size(), columns);
  }

  private static @Nullable OneBind of(
      Core core, boolean not, int size, List<? extends List<? extends Field<?>>> columns) {
    List<Column> read = new ArrayList<>();
    for (List<? extends Field<?>> column : columns) {
      Column values = Column.of(core, column);
      if (values == null) {
        return null;
      }
      read.add(values);
    }
    return core.engine() == Engine.SQLITE ? json(read, size, not) : arrays(core, read, not);
  }

  /**
   * A column's values.
   *
   * @param text how a single one is written, with a question mark for the value
   * @param values as they are stored
   */
  private record Column(String text, List<@Nullable Object> values) {

    static @Nullable Column of(Core core, List<? extends Field<?>> list) {
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
        values.add(stored(core, param));
      }
      return new Column(core.renderer().render(first), values);
    }

    private static @Nullable Object stored(Core core, Param<?> param) {
      return core.values().stored(Dynamic.databaseValue(core, param), param);
    }

    /** The class of all values, or null if there is none or they have several. */
    @Nullable Class<?> type() {
      Class<?> type = null;
      for (Object value : values) {
        if (value != null) {
          if (type != null && type != value.getClass()) {
            return null;
          }
          type = value.getClass();
        }
      }
      return type;
    }
  }

  // SQLite -----------------------------------------------------------------------------------

  /**
   * A column of {@code json_each} has an affinity of its own, which would keep numbers from being
   * equal to text; an expression, as after the plus sign, has none, and so has a bound value.
   */
  private static @Nullable OneBind json(List<Column> columns, int size, boolean not) {
    List<String> selected = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      if (column.text.indexOf('?') != column.text.lastIndexOf('?')
          || column.text.indexOf('?') < 0
          || column.text.indexOf('{') >= 0) {
        return null;
      }
      String value = columns.size() == 1 ? "value" : "value ->> " + i;
      if (column.values.stream().anyMatch(byte[].class::isInstance)) {
        if (column.type() == null) {
          return null;
        }
        value = "unhex(" + value + ")";
      }
      selected.add(
          column.text.equals("?")
              ? "+(" + value + ")"
              : "+" + column.text.replace("?", "(" + value + ")"));
    }
    StringBuilder json = new StringBuilder(2 + size * 8 * columns.size()).append('[');
    for (int row = 0; row < size; row++) {
      if (row > 0) {
        json.append(',');
      }
      for (int i = 0; i < columns.size(); i++) {
        json.append(columns.size() == 1 ? "" : i == 0 ? "[" : ",");
        if (!Json.stored(json, columns.get(i).values.get(row))) {
          return null;
        }
      }
      json.append(columns.size() == 1 ? "" : "]");
    }
    return new OneBind(
        (not ? "not " : "") + "in (select " + String.join(", ", selected) + " from json_each({1}))",
        List.of(json.append(']').toString()));
  }

  // PostgreSQL -------------------------------------------------------------------------------

  /** Each column's values have the type that a single one has there, which is the cast's. */
  private static @Nullable OneBind arrays(Core core, List<Column> columns, boolean not) {
    List<String> places = new ArrayList<>();
    List<Object> arrays = new ArrayList<>();
    for (Column column : columns) {
      Class<?> type = column.type();
      if (type == null) {
        return null;
      }
      arrays.add(core.values().keys(column.values));
      String place = "{" + arrays.size() + "}";
      Matcher cast = CAST.matcher(column.text);
      if (cast.matches()) {
        String name = cast.group(1) == null ? cast.group(2) : cast.group(1);
        places.add("cast(" + place + " as " + name + "[])");
      } else if (column.text.equals("?") && type == Untyped.class) {
        places.add(place);
      } else if (column.text.equals("?") && typeName(type) != null) {
        places.add("cast(" + place + " as " + typeName(type) + "[])");
      } else {
        return null;
      }
    }
    String values = String.join(", ", places);
    if (columns.size() > 1) {
      return new OneBind(
          (not ? "not in" : "in") + " (select * from unnest(" + values + "))", arrays);
    }
    return new OneBind((not ? "<> all(" : "= any(") + values + ")", arrays);
  }

  /** The type that the driver gives a single value. */
  private static @Nullable String typeName(Class<?> type) {
    return EnumType.class.isAssignableFrom(type) ? "varchar" : TYPES.get(type);
  }

  // Rows -------------------------------------------------------------------------------------

  /**
   * The parts of {@code row(a, b).in(…)}, which jOOQ's object model does not have: taken from how
   * jOOQ writes it for an engine that has such lists.
   */
  private record RowList(org.jooq.Row left, List<List<Field<?>>> right, boolean not) {

    private static final String NAME = "org.jooq.impl.RowInCondition";

    static boolean isOne(Condition condition) {
      return condition.getClass().getName().equals(NAME);
    }

    static @Nullable RowList of(Condition condition) {
      Parts parts = new Parts();
      DSL.using(
              new org.jooq.impl.DefaultConfiguration()
                  .set(org.jooq.SQLDialect.POSTGRES)
                  .set((VisitListener) parts))
          .render(condition);
      if (parts.rows.size() <= LONGEST_SPELLED + 1 || parts.operator == null) {
        return null;
      }
      List<List<Field<?>>> right = new ArrayList<>(parts.rows.size() - 1);
      for (org.jooq.Row row : parts.rows.subList(1, parts.rows.size())) {
        right.add(Arrays.asList(row.fields()));
      }
      return new RowList(parts.rows.get(0), right, parts.operator.contains("not"));
    }
  }

  /** Notes the rows of a list, and the operator between them. */
  private static final class Parts implements VisitListener {
    final List<org.jooq.Row> rows = new ArrayList<>();
    @Nullable String operator;
    private int depth;

    @Override
    public void visitStart(VisitContext context) {
      if (context.queryPart() instanceof org.jooq.Row row) {
        if (depth++ == 0) {
          rows.add(row);
        }
      } else if (depth == 0 && rows.size() == 1 && operator == null) {
        if (context.queryPart() instanceof org.jooq.Keyword keyword) {
          operator = keyword.toString();
        }
      }
    }

    @Override
    public void visitEnd(VisitContext context) {
      if (context.queryPart() instanceof org.jooq.Row) {
        depth--;
      }
    }
  }
}
