package io.kinrow.runtime.internal.dialect;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.EnumType;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.Param;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.XML;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Sets of values on PostgreSQL: an array for each column. */
final class PostgresSets {

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

  private PostgresSets() {}

  /**
   * The condition that columns have one of a set of keys. PostgreSQL gives an array the type of the
   * column that it is compared with. Arrays of several columns get theirs from a select of no rows:
   * a cast would have to name it, and would cut keys to the column's length or scale.
   */
  static Condition among(List<? extends Field<?>> columns) {
    if (columns.size() == 1) {
      return DSL.condition("{0} = any ({1})", columns.get(0), array());
    }
    return DSL.condition(
        "{0} in (select * from unnest({1}))", DSL.row(columns), DSL.list(arrays(columns)));
  }

  /** A set of keys as rows. */
  static KeyRows rows(List<? extends Field<?>> columns) {
    List<Field<?>> names = new ArrayList<>();
    for (int i = 1; i <= columns.size(); i++) {
      names.add(DSL.field(DSL.raw("k" + i)));
    }
    return new KeyRows(
        DSL.table("unnest({0}) as k({1})", DSL.list(arrays(columns)), DSL.list(names)), names);
  }

  private static List<Field<?>> arrays(List<? extends Field<?>> columns) {
    List<Field<?>> arrays = new ArrayList<>();
    for (Field<?> column : columns) {
      Table<?> table = Objects.requireNonNull(((TableField<?, ?>) column).getTable());
      arrays.add(
          DSL.field(
              "{0} || {1}",
              DSL.field(
                  DSL.select(DSL.field("array_agg({0})", column)) // no type with a binding has one
                      .from(table)
                      .where(DSL.falseCondition())),
              array()));
    }
    return arrays;
  }

  private static Param<String> array() {
    return DSL.val("{}", String.class);
  }

  /** The arrays of a set of keys, one for each of their columns. */
  static List<Object> keys(List<Object> keys) {
    if (!(keys.get(0) instanceof List<?> first)) {
      return List.of(keysOfOne(keys));
    }
    return arrays(keys.stream().<List<?>>map(key -> (List<?>) key).toList(), first.size());
  }

  /** The arrays of some rows, one for each of their columns. */
  static List<Object> arrays(List<? extends List<?>> rows, int width) {
    List<Object> arrays = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      int column = i;
      arrays.add(keysOfOne(rows.stream().map(row -> row.get(column)).toList()));
    }
    return arrays;
  }

  /** The array of some values. */
  static Object keysOfOne(List<? extends @Nullable Object> values) {
    return new Untyped(PostgresText.array(values));
  }

  /**
   * A list of values as one array for each column, whose values have the type that a single one has
   * there, which is the cast's; null if that is not known.
   */
  static @Nullable OneBind list(List<ListColumn> columns, boolean not) {
    List<String> places = new ArrayList<>();
    List<Object> arrays = new ArrayList<>();
    for (ListColumn column : columns) {
      Class<?> type = column.type();
      if (type == null) {
        return null;
      }
      arrays.add(keysOfOne(column.values()));
      String place = place(column.text(), type, "{" + arrays.size() + "}");
      if (place == null) {
        return null;
      }
      places.add(place);
    }
    String values = String.join(", ", places);
    if (columns.size() > 1) {
      return new OneBind(
          (not ? "not in" : "in") + " (select * from unnest(" + values + "))", arrays);
    }
    return new OneBind((not ? "<> all(" : "= any(") + values + ")", arrays);
  }

  private static @Nullable String place(String text, Class<?> type, String place) {
    Matcher cast = CAST.matcher(text);
    if (cast.matches()) {
      String name = cast.group(1) == null ? cast.group(2) : cast.group(1);
      return "cast(" + place + " as " + name + "[])";
    } else if (text.equals("?") && type == Untyped.class) {
      return place;
    } else if (text.equals("?") && typeName(type) != null) {
      return "cast(" + place + " as " + typeName(type) + "[])";
    }
    return null;
  }

  /** The type that the driver gives a single value. */
  private static @Nullable String typeName(Class<?> type) {
    return EnumType.class.isAssignableFrom(type) ? "varchar" : TYPES.get(type);
  }
}
