package io.kinrow.processor.jooq;

import io.kinrow.runtime.internal.dialect.PostgresBinding;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.ArrayList;
import java.util.List;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.ForcedTypeObjectType;

/** Has jOOQ itself read and write PostgreSQL's dates and times as repositories do. */
final class PostgresTimes {

  private static final int MOST_DIGITS = 6;

  /** Not the elements of arrays, of which the array's own type takes care. */
  private static final List<ForcedTypeObjectType> PLACES =
      List.of(
          ForcedTypeObjectType.COLUMN,
          ForcedTypeObjectType.ATTRIBUTE,
          ForcedTypeObjectType.PARAMETER);

  private PostgresTimes() {}

  /** Columns, attributes of composite types, and parameters and results of routines. */
  static List<ForcedType> all() {
    List<ForcedType> types = new ArrayList<>();
    for (ForcedTypeObjectType place : PLACES) {
      everyTime().forEach(type -> types.add(type.withObjectType(place)));
    }
    return types;
  }

  private static List<ForcedType> everyTime() {
    List<ForcedType> types = new ArrayList<>();
    types.add(forced(LocalDate.class, "date", ""));
    types.add(forced(LocalDate[].class, "_date", ""));
    addTimes(types, LocalTime.class, "time(\\swithout\\stime\\szone)?");
    addTimes(types, LocalDateTime.class, "timestamp(\\swithout\\stime\\szone)?");
    addTimes(types, OffsetTime.class, "timetz|time\\swith\\stime\\szone");
    addTimes(types, OffsetDateTime.class, "timestamptz|timestamp\\swith\\stime\\szone");
    return types;
  }

  /** The first that matches is taken, and a type with digits has its name without them too. */
  private static void addTimes(List<ForcedType> types, Class<?> type, String name) {
    for (int digits = 0; digits < MOST_DIGITS; digits++) {
      types.add(forced(type, "(" + name + ")\\(" + digits + "\\)", ", " + digits));
    }
    types.add(forced(type, name, ""));
    types.add(forced(type.arrayType(), "_(" + name + ")", ""));
  }

  private static ForcedType forced(Class<?> type, String name, String digits) {
    return new ForcedType()
        .withUserType(type.getCanonicalName())
        .withBinding(
            PostgresBinding.class.getName()
                + ".of("
                + type.getCanonicalName()
                + ".class"
                + digits
                + ")")
        .withIncludeTypes(name);
  }
}
