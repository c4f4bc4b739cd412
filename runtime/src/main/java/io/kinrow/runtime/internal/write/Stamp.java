package io.kinrow.runtime.internal.write;

import io.kinrow.runtime.internal.entity.Changes;
import io.kinrow.runtime.internal.entity.EntityMapping;
import io.kinrow.runtime.internal.entity.ManagedColumn;
import io.kinrow.runtime.internal.entity.ManagedColumn.Role;
import io.kinrow.runtime.internal.sql.Core;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * What one call writes into managed columns: each way of writing rows asks here, and only here. The
 * time and the user are asked for once, when the first column needs them. Not thread-safe.
 */
final class Stamp {

  /** The version of a new row, and what follows the largest number. */
  private static final int FIRST_VERSION = 1;

  private final Core core;
  private final EntityMapping<?> mapping;
  private final Answers answers;

  /** The time and the user of a call. */
  private static final class Answers {
    private @Nullable Instant now;
    private boolean asked;
    private @Nullable Object user;
  }

  Stamp(Core core, EntityMapping<?> mapping) {
    this(core, mapping, new Answers());
  }

  private Stamp(Core core, EntityMapping<?> mapping, Answers answers) {
    this.core = core;
    this.mapping = mapping;
    this.answers = answers;
  }

  // New rows ---------------------------------------------------------------------------------

  /** Sets the managed columns of a new row that are not set, and that no default is kept for. */
  Draft fill(Draft draft) {
    for (ManagedColumn managed : mapping.managed()) {
      int column = managed.column();
      if (!managed.defaulted() && managed.role() != Role.ROW_VERSION && !draft.sets(column)) {
        draft.fill(column, managed.role() == Role.VERSION ? first(column) : audit(managed));
      }
    }
    return draft;
  }

  /** The same for a row and those that are inserted together with it, all at the same time. */
  Draft fillGraph(Draft draft) {
    for (Branch branch : draft.branches()) {
      if (!branch.drafts().isEmpty()) {
        Stamp stamp = new Stamp(core, branch.drafts().get(0).sql().mapping(), answers);
        branch.drafts().forEach(stamp::fillGraph);
      }
    }
    return fill(draft);
  }

  /** The same for each row. */
  Iterable<? extends Draft> fillAll(Iterable<? extends Draft> drafts) {
    if (mapping.managed().isEmpty()) {
      return drafts;
    }
    askEarly();
    return () -> {
      Iterator<? extends Draft> iterator = drafts.iterator();
      return new Iterator<Draft>() {
        @Override
        public boolean hasNext() {
          return iterator.hasNext();
        }

        @Override
        public Draft next() {
          return fill(iterator.next());
        }
      };
    };
  }

  private Object first(int column) {
    Class<?> type = mapping.field(column).getType();
    return isTime(type) ? time(column, now()) : number(FIRST_VERSION, type);
  }

  // Stored rows ------------------------------------------------------------------------------

  /**
   * The managed columns that an update of an entity writes besides those that it changes, with
   * their values.
   */
  Map<Integer, @Nullable Object> updates(Changes changed, @Nullable Object version) {
    Map<Integer, @Nullable Object> updates = new LinkedHashMap<>();
    for (ManagedColumn managed : mapping.managed()) {
      int column = managed.column();
      if (managed.role() == Role.VERSION) {
        updates.put(column, next(column, version));
      } else if (managed.role().updated() && !changed.contains(column)) {
        updates.put(column, audit(managed));
      }
    }
    return updates;
  }

  private Object next(int column, @Nullable Object version) {
    Class<?> type = mapping.field(column).getType();
    if (version == null) {
      return first(column);
    } else if (!isTime(type)) {
      long number = ((Number) version).longValue();
      return number(number == largest(type) ? FIRST_VERSION : number + 1, type);
    }
    Instant after = instant(version).plusNanos(unit(column));
    return time(column, after.isAfter(now()) ? after : now());
  }

  /**
   * Sets the managed columns that an update writes that knows no entity, unless it sets nothing: a
   * version follows the one that the row has. To do so again changes nothing.
   */
  UpdateDraft update(UpdateDraft draft) {
    Changes given = draft.columns();
    if (given.isEmpty()) {
      return draft;
    }
    for (ManagedColumn managed : mapping.managed()) {
      int column = managed.column();
      if (managed.role() == Role.VERSION) {
        Field<?> field = mapping.field(column);
        Object time = isTime(field.getType()) ? time(column, now()) : null;
        draft.set(column, nextVersion(core, mapping, value(field, time)));
      } else if (managed.role().updated() && !given.contains(column)) {
        draft.set(column, audit(managed));
      }
    }
    return draft;
  }

  private static <T> Field<T> value(Field<T> field, @Nullable Object value) {
    return DSL.val(field.getType().cast(value), field);
  }

  /**
   * The managed columns that the update of an upsert writes besides those that were given, from the
   * row that it would have inserted. Their text is the same each time.
   */
  static Map<Field<?>, Field<?>> ofUpsert(Core core, EntityMapping<?> mapping) {
    Map<Field<?>, Field<?>> updates = new LinkedHashMap<>();
    for (ManagedColumn managed : mapping.managed()) {
      Field<?> field = mapping.field(managed.column());
      if (managed.role() == Role.VERSION) {
        updates.put(field, nextVersion(core, mapping, core.dialect().excluded(field)));
      } else if (managed.role().updated()) {
        updates.put(field, core.dialect().excluded(field));
      }
    }
    return updates;
  }

  /**
   * @param now the present time, if the version is one
   */
  @SuppressWarnings("unchecked")
  private static <T> Field<?> nextVersion(Core core, EntityMapping<?> mapping, Field<T> now) {
    Field<T> version = (Field<T>) mapping.field(mapping.version());
    if (isTime(version.getType())) {
      int digits = core.values().timeDigits(version.getDataType());
      return core.dialect().later(version, now, digits);
    }
    Field<? extends Number> number = (Field<? extends Number>) version;
    return nextNumber(number);
  }

  private static <N extends Number> Field<N> nextNumber(Field<N> version) {
    Class<N> type = version.getType();
    return DSL.when(
            version.lt(DSL.inline(type.cast(number(largest(type), type)))),
            version.plus(DSL.inline(1)))
        .otherwise(DSL.inline(type.cast(number(FIRST_VERSION, type))));
  }

  // Values -----------------------------------------------------------------------------------

  private @Nullable Object audit(ManagedColumn managed) {
    if (managed.role().user()) {
      return user(managed.column());
    }
    ChronoUnit epoch = managed.epoch();
    return epoch == null
        ? time(managed.column(), now())
        : number(epoch.between(Instant.EPOCH, now()), mapping.field(managed.column()).getType());
  }

  private Instant now() {
    Instant known = answers.now;
    if (known == null) {
      known = core.writing().clock().instant();
      answers.now = known;
    }
    return known;
  }

  /** Whether versions of a type are times, not numbers. */
  static boolean isTime(Class<?> type) {
    return !Number.class.isAssignableFrom(type);
  }

  /** An instant as a column keeps it, in UTC. */
  private Object time(int column, Instant instant) {
    Class<?> type = mapping.field(column).getType();
    Instant kept = instant.minusNanos(instant.get(ChronoField.NANO_OF_SECOND) % unit(column));
    OffsetDateTime utc = kept.atOffset(ZoneOffset.UTC);
    if (type == OffsetDateTime.class) {
      return utc;
    } else if (type == LocalDateTime.class) {
      return utc.toLocalDateTime();
    } else if (type == LocalDate.class) {
      return utc.toLocalDate();
    }
    return kept;
  }

  /** Nanoseconds of the shortest time that a column can tell from none. */
  private int unit(int column) {
    int nanos = 1_000_000_000;
    for (int i = core.values().timeDigits(mapping.field(column).getDataType()); i > 0; i--) {
      nanos /= 10;
    }
    return nanos;
  }

  private static Instant instant(Object version) {
    return version instanceof OffsetDateTime time
        ? time.toInstant()
        : ((LocalDateTime) version).toInstant(ZoneOffset.UTC);
  }

  private static long largest(Class<?> type) {
    return type == Short.class
        ? Short.MAX_VALUE
        : type == Integer.class ? Integer.MAX_VALUE : Long.MAX_VALUE;
  }

  private static Object number(long value, Class<?> type) {
    if (type == Short.class) {
      return (short) value;
    } else if (type == Integer.class) {
      return Math.toIntExact(value);
    }
    return value;
  }

  /** Before there is a transaction, so that the answer may come from the same database. */
  Stamp askEarly() {
    Supplier<?> supplier = core.writing().user();
    if (supplier != null && mapping.managed().stream().anyMatch(each -> each.role().user())) {
      answers.user = supplier.get();
      answers.asked = true;
    }
    return this;
  }

  private @Nullable Object user(int column) {
    if (!answers.asked) {
      Supplier<?> supplier = core.writing().user();
      if (supplier == null) {
        throw new IllegalStateException(
            "%s is filled with the user, but none was given when the database was opened: set user(…) in the options; if there is no user, let it return null"
                .formatted(mapping.place(new int[] {column})));
      }
      answers.user = supplier.get();
      answers.asked = true;
    }
    Class<?> type = mapping.field(column).getType();
    Object user = answers.user;
    Object fit = widened(user, type);
    if (fit != null && !type.isInstance(fit)) {
      throw new IllegalStateException(
          "%s takes a user of type %s, but user(…) returned one of type %s: return the column's type"
              .formatted(
                  mapping.place(new int[] {column}), type.getName(), fit.getClass().getName()));
    }
    return fit;
  }

  /** Whole numbers become those of a longer type. */
  private static @Nullable Object widened(@Nullable Object value, Class<?> type) {
    if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      int number = ((Number) value).intValue();
      return type == Long.class ? (Object) (long) number : type == Integer.class ? number : value;
    }
    return value;
  }
}
