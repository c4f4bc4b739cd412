package io.kinrow.runtime.dialect;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.Arrays;
import java.util.Map;
import org.jooq.Binding;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingGetSQLInputContext;
import org.jooq.BindingGetStatementContext;
import org.jooq.BindingRegisterContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetSQLOutputContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Configuration;
import org.jooq.Converter;
import org.jooq.Converters;
import org.jooq.DataType;
import org.jooq.SQLDialect;
import org.jooq.conf.ParamType;
import org.jooq.impl.DefaultDataType;
import org.jspecify.annotations.Nullable;

/**
 * How jOOQ itself writes and reads dates and times through the columns of classes that were
 * generated from PostgreSQL: on PostgreSQL as repositories do, without a detour through {@code
 * java.sql}'s types and the time zone of the program; on any other engine as jOOQ does there.
 * Generated code names it; immutable and thread-safe.
 *
 * @param <T> the column's Java type
 */
public final class PostgresBinding<T> implements Binding<T, T> {

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

  /** Digits of a fraction of a second in a column that declares none. */
  private static final int FRACTION_DIGITS = 6;

  private final Class<T> type;
  private final int digits;
  private final transient Converter<T, T> converter;
  private final transient Binding<T, T> jooqs;

  private PostgresBinding(Class<T> type, int digits) {
    this.type = type;
    this.digits = digits;
    this.converter = Converters.identity(type);
    this.jooqs = jooqs(type, digits);
  }

  /** For a column that keeps as much of a fraction of a second as PostgreSQL can. */
  public static <T> PostgresBinding<T> of(Class<T> type) {
    return new PostgresBinding<>(type, FRACTION_DIGITS);
  }

  /** For a column that declares the digits of its fraction of a second. */
  public static <T> PostgresBinding<T> of(Class<T> type, int digits) {
    return new PostgresBinding<>(type, digits);
  }

  /** For a plain value of a type. */
  static <T> PostgresBinding<T> of(DataType<T> type) {
    return type.precisionDefined() ? of(type.getType(), type.precision()) : of(type.getType());
  }

  @SuppressWarnings("unchecked") // a data type without converter binds values of its own type
  private static <T> Binding<T, T> jooqs(Class<T> type, int digits) {
    DataType<T> dataType = DefaultDataType.getDataType(SQLDialect.DEFAULT, type);
    return (Binding<T, T>) dataType.precision(digits).getBinding();
  }

  private Object readResolve() {
    return new PostgresBinding<>(type, digits);
  }

  private static boolean isPostgres(Configuration configuration) {
    return configuration.family() == SQLDialect.POSTGRES;
  }

  @Override
  public Converter<T, T> converter() {
    return converter;
  }

  @Override
  public void sql(BindingSQLContext<T> context) throws SQLException {
    T value = context.value();
    if (isPostgres(context.configuration())
        && value != null
        && context.render().paramType() == ParamType.INLINED) {
      context.render().sql(literal(value), true);
    } else {
      jooqs.sql(context);
    }
  }

  /** Dates and times as text have no quotes that would have to be escaped. */
  private String literal(T value) {
    return value instanceof Object[] array
        ? "cast('"
            + PostgresText.array(Arrays.asList(array))
            + "' as "
            + TYPES.get(type.getComponentType())
            + "[])"
        : TYPES.get(type) + " '" + PostgresText.of(value) + "'";
  }

  @Override
  public void set(BindingSetStatementContext<T> context) throws SQLException {
    if (isPostgres(context.configuration())) {
      PostgresValues values = PostgresValues.INSTANCE;
      values.bind(context.statement(), context.index(), values.stored(context.value()));
    } else {
      jooqs.set(context);
    }
  }

  @Override
  public void get(BindingGetResultSetContext<T> context) throws SQLException {
    if (isPostgres(context.configuration())) {
      @Nullable Object value =
          PostgresValues.INSTANCE.read(context.resultSet(), context.index(), type);
      context.value(type.cast(value));
    } else {
      jooqs.get(context);
    }
  }

  @Override
  public void register(BindingRegisterContext<T> context) throws SQLException {
    jooqs.register(context);
  }

  @Override
  public void set(BindingSetSQLOutputContext<T> context) throws SQLException {
    jooqs.set(context);
  }

  @Override
  public void get(BindingGetStatementContext<T> context) throws SQLException {
    jooqs.get(context);
  }

  @Override
  public void get(BindingGetSQLInputContext<T> context) throws SQLException {
    jooqs.get(context);
  }
}
