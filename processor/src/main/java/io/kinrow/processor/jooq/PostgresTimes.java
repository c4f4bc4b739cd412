package io.kinrow.processor.jooq;

import io.kinrow.runtime.internal.dialect.PostgresBinding;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultDataType;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.ForcedTypeObjectType;

/** Has jOOQ itself read and write PostgreSQL's dates and times as repositories do. */
final class PostgresTimes {

  /** The digits that PostgreSQL keeps of a fraction of a second, unless a type declares fewer. */
  static final int MOST_DIGITS = 6;

  /** Not the elements of arrays, of which the array's own type takes care. */
  private static final List<ForcedTypeObjectType> PLACES =
      List.of(
          ForcedTypeObjectType.COLUMN,
          ForcedTypeObjectType.ATTRIBUTE,
          ForcedTypeObjectType.PARAMETER);

  /** The first that matches is taken, and a type with digits has its name without them too. */
  private static final List<Time<?>> TIMES = times();

  /**
   * A type of dates or times.
   *
   * @param name its names in PostgreSQL, as a pattern
   * @param digits that it declares for a fraction of a second
   */
  private record Time<T>(Class<T> type, String name, int digits) {

    ForcedType forced() {
      return new ForcedType()
          .withUserType(type.getCanonicalName())
          .withBinding(source())
          .withIncludeTypes(name);
    }

    /** How generated code makes the binding. */
    String source() {
      return PostgresBinding.class.getName()
          + ".of("
          + type.getCanonicalName()
          + (digits == MOST_DIGITS ? ".class)" : ".class, " + digits + ")");
    }

    String bind(DSLContext context) {
      return context.render(
          DSL.val(
              null,
              DefaultDataType.getDataType(SQLDialect.DEFAULT, type)
                  .asConvertedDataType(PostgresBinding.of(type, digits))));
    }
  }

  private PostgresTimes() {}

  /** Columns, attributes of composite types, and parameters and results of routines. */
  static List<ForcedType> all() {
    List<ForcedType> types = new ArrayList<>();
    for (ForcedTypeObjectType place : PLACES) {
      TIMES.forEach(time -> types.add(time.forced().withObjectType(place)));
    }
    return types;
  }

  /** How a bind of a column with such a binding is written; empty if it is another binding. */
  static String bind(String binding, DSLContext context) {
    return TIMES.stream()
        .filter(time -> time.source().equals(binding))
        .findFirst()
        .map(time -> time.bind(context))
        .orElse("");
  }

  private static List<Time<?>> times() {
    List<Time<?>> types = new ArrayList<>();
    types.add(new Time<>(LocalDate.class, "date", MOST_DIGITS));
    types.add(new Time<>(LocalDate[].class, "_date", MOST_DIGITS));
    addTimes(types, LocalTime.class, "time(\\swithout\\stime\\szone)?");
    addTimes(types, LocalDateTime.class, "timestamp(\\swithout\\stime\\szone)?");
    addTimes(types, OffsetTime.class, "timetz|time\\swith\\stime\\szone");
    addTimes(types, OffsetDateTime.class, "timestamptz|timestamp\\swith\\stime\\szone");
    return types;
  }

  private static void addTimes(List<Time<?>> types, Class<?> type, String name) {
    for (int digits = 0; digits < MOST_DIGITS; digits++) {
      types.add(new Time<>(type, "(" + name + ")\\(" + digits + "\\)", digits));
    }
    types.add(new Time<>(type, name, MOST_DIGITS));
    types.add(new Time<>(type.arrayType(), "_(" + name + ")", MOST_DIGITS));
  }
}
