package io.kinrow.runtime.internal.dialect;

import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.Arrays;
import java.util.Map;
import org.jooq.Configuration;
import org.jooq.DataType;
import org.jooq.SQLDialect;

/**
 * How jOOQ itself writes and reads dates and times through the columns of classes that were
 * generated from PostgreSQL: on PostgreSQL as repositories do, without a detour through {@code
 * java.sql}'s types and the time zone of the program; on any other engine as jOOQ does there.
 * Generated code names it; immutable and thread-safe.
 *
 * @param <T> the column's Java type
 */
public final class PostgresBinding<T> extends EngineBinding<T> {

  private static final long serialVersionUID = 1;

  /** The types that it is for, with the words that begin a literal. */
  static final Map<Class<?>, String> TYPES =
      Map.of(
          LocalDate.class, "date",
          LocalTime.class, "time",
          LocalDateTime.class, "timestamp",
          OffsetTime.class, "time with time zone",
          OffsetDateTime.class, "timestamp with time zone",
          Instant.class, "timestamp with time zone");

  private final int digits;

  private PostgresBinding(Class<T> type, int digits) {
    super(SQLDialect.POSTGRES, type, digits);
    this.digits = digits;
  }

  /** For a column that keeps as much of a fraction of a second as PostgreSQL can. */
  public static <T> PostgresBinding<T> of(Class<T> type) {
    return new PostgresBinding<>(type, MOST_DIGITS);
  }

  /** For a column that declares the digits of its fraction of a second. */
  public static <T> PostgresBinding<T> of(Class<T> type, int digits) {
    return new PostgresBinding<>(type, digits);
  }

  /** For a plain value of a type. */
  static <T> PostgresBinding<T> of(DataType<T> type) {
    return type.precisionDefined() ? of(type.getType(), type.precision()) : of(type.getType());
  }

  private Object readResolve() {
    return new PostgresBinding<>(type, digits);
  }

  @Override
  Values values(Configuration configuration) {
    return PostgresValues.INSTANCE;
  }

  /** Dates and times as text have no quotes that would have to be escaped. */
  @Override
  String literal(Values values, T value) {
    return value instanceof Object[] array
        ? "cast('"
            + PostgresText.array(Arrays.asList(array))
            + "' as "
            + TYPES.get(type.getComponentType())
            + "[])"
        : TYPES.get(type) + " '" + PostgresText.of(value) + "'";
  }

  /** PostgreSQL has to be told the type of a date or time. */
  @Override
  boolean isBare() {
    return false;
  }

  @Override
  void refuseOutParameters() throws SQLException {
    throw new SQLFeatureNotSupportedException(
        "PostgreSQL's driver passes the dates and times that a procedure returns through the"
            + " program's time zone: run the CALL as a query, or make the procedure a function");
  }
}
