package io.kinrow.processor.read;

import io.kinrow.annotation.Audit;
import io.kinrow.processor.model.JavaType;
import io.kinrow.processor.model.JavaType.Kind;
import io.kinrow.runtime.internal.TableDescription.Column;
import io.kinrow.runtime.internal.TableDescription.Reference;
import io.kinrow.runtime.internal.entity.ManagedColumn.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a column can be written by rule. */
record ManagedFit(TableClass table, Column column, JavaType type, Audit.Epoch epoch) {

  private static final Set<Kind> NUMBERS = EnumSet.of(Kind.LONG, Kind.INT, Kind.SHORT);
  private static final Set<Kind> TIMES = EnumSet.of(Kind.DATE_TIME, Kind.OFFSET_DATE_TIME);

  static boolean isNumber(JavaType type) {
    return NUMBERS.contains(type.kind());
  }

  /** Why the column cannot have a role; null if it can. */
  @Nullable String reason(Role role) {
    if (column.generated()) {
      return "the database computes it";
    } else if (Arrays.asList(table.facts().primaryKey()).contains(column.name())) {
      return "it is part of the primary key";
    } else if (role == Role.VERSION) {
      return reasonOfVersion();
    }
    return role.user() ? null : reasonOfTime();
  }

  private @Nullable String reasonOfVersion() {
    for (Reference reference : table.facts().references()) {
      if (Arrays.asList(reference.columns()).contains(column.name())) {
        return "it is part of a foreign key";
      }
    }
    if (column.converted()) {
      return "a converter makes its values";
    }
    return NUMBERS.contains(type.kind()) || TIMES.contains(type.kind())
        ? null
        : "its type is %s, and a version is a Short, Integer, Long, LocalDateTime or OffsetDateTime"
            .formatted(name());
  }

  private @Nullable String reasonOfTime() {
    boolean instant = type.mirror().toString().equals("java.time.Instant");
    if (instant) {
      return null;
    } else if (column.converted()) {
      return "a converter makes its values";
    } else if (type.kind() == Kind.LONG
        || (type.kind() == Kind.INT && epoch != Audit.Epoch.MILLISECONDS)) {
      return epoch == Audit.Epoch.NONE
          ? "it is a number, and @Audit does not say what it counts: set epoch to SECONDS or"
              + " MILLISECONDS"
          : null;
    }
    return TIMES.contains(type.kind()) || type.kind() == Kind.DATE
        ? null
        : "its type is %s, and a time is a LocalDateTime, OffsetDateTime, LocalDate, Instant, Long or, in seconds, Integer"
            .formatted(name());
  }

  private String name() {
    String name = type.mirror().toString();
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
