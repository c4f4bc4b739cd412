package io.kinrow.runtime.internal.dialect;

import java.sql.SQLException;
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
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.conf.ParamType;
import org.jooq.impl.DefaultDataType;
import org.jspecify.annotations.Nullable;

/**
 * How jOOQ writes and reads the columns of classes that were generated from one engine: on that
 * engine in the forms of its {@link Values}, on any other one as jOOQ does there. Immutable and
 * thread-safe.
 *
 * @param <T> the column's Java type
 */
abstract class EngineBinding<T> implements Binding<T, T> {

  private static final long serialVersionUID = 1;

  /** Of a fraction of a second, without which jOOQ would cast to whole seconds. */
  static final int MOST_DIGITS = 6;

  private final SQLDialect family;
  final Class<T> type;
  private final transient Converter<T, T> converter;
  private final transient Binding<T, T> jooqs;

  /**
   * For columns of a type.
   *
   * @param digits of a fraction of a second, if it is a type of times
   */
  EngineBinding(SQLDialect family, Class<T> type, int digits) {
    this.family = family;
    this.type = type;
    this.converter = Converters.identity(type);
    this.jooqs = jooqs(type, digits);
  }

  @SuppressWarnings("unchecked") // a data type without converter binds values of its own type
  private static <T> Binding<T, T> jooqs(Class<T> type, int digits) {
    DataType<T> dataType = DefaultDataType.getDataType(SQLDialect.DEFAULT, type);
    return (Binding<T, T>)
        (dataType.isDateTime() ? dataType.precision(digits) : dataType).getBinding();
  }

  /** The engine's values, as its configuration has them. */
  abstract Values values(Configuration configuration);

  /** A value in SQL. */
  abstract String literal(Values values, T value);

  /** Whether a bind of the type stands in SQL by itself, and not in what jOOQ puts around it. */
  abstract boolean isBare();

  /**
   * What the engine is given for a value.
   *
   * @throws UnfitValueException if it would store something else
   */
  @Nullable Object stored(Values values, @Nullable Object value) {
    return values.stored(value);
  }

  /** What people see of a value that was read. */
  @Nullable Object shown(@Nullable Object read) {
    return read;
  }

  /**
   * Called before a procedure returns a value by a parameter.
   *
   * @throws SQLException if the engine's driver would not return it as it is
   */
  void refuseOutParameters() throws SQLException {}

  private boolean isForeign(Configuration configuration) {
    return configuration.family() != family;
  }

  @Override
  public final Converter<T, T> converter() {
    return converter;
  }

  @Override
  public final void sql(BindingSQLContext<T> context) throws SQLException {
    Configuration configuration = context.configuration();
    T value = context.value();
    boolean inline = context.render().paramType() == ParamType.INLINED;
    if (isForeign(configuration) || (inline ? value == null : !isBare())) {
      jooqs.sql(context);
    } else if (inline) {
      context.render().sql(literal(values(configuration), value), true);
    } else {
      context.render().sql(context.variable());
    }
  }

  @Override
  public final void set(BindingSetStatementContext<T> context) throws SQLException {
    if (isForeign(context.configuration())) {
      jooqs.set(context);
    } else {
      Values values = values(context.configuration());
      values.bind(context.statement(), context.index(), stored(values, context.value()));
    }
  }

  @Override
  public final void get(BindingGetResultSetContext<T> context) throws SQLException {
    if (isForeign(context.configuration())) {
      jooqs.get(context);
      return;
    }
    try {
      Values values = values(context.configuration());
      Object read = values.read(context.resultSet(), context.index(), type);
      context.value(type.cast(shown(read)));
    } catch (UnfitValueException e) {
      Field<?> field = context.field(); // jOOQ keeps it to itself where there is a converter
      throw field == null ? e : e.at(field.getQualifiedName().unquotedName().toString());
    }
  }

  @Override
  public final void register(BindingRegisterContext<T> context) throws SQLException {
    if (!isForeign(context.configuration())) {
      refuseOutParameters();
    }
    jooqs.register(context);
  }

  @Override
  public final void set(BindingSetSQLOutputContext<T> context) throws SQLException {
    jooqs.set(context);
  }

  @Override
  public final void get(BindingGetStatementContext<T> context) throws SQLException {
    jooqs.get(context);
  }

  @Override
  public final void get(BindingGetSQLInputContext<T> context) throws SQLException {
    jooqs.get(context);
  }
}
