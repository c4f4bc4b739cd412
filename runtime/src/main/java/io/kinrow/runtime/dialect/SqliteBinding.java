package io.kinrow.runtime.dialect;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.regex.Pattern;
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
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.SQLDialect;
import org.jooq.conf.ParamType;
import org.jooq.impl.DefaultDataType;
import org.jspecify.annotations.Nullable;

/**
 * What jOOQ itself writes and reads through the columns of classes that were generated from SQLite:
 * on SQLite the same forms that repositories write and read; on any other engine what jOOQ does
 * there. Generated code names it; immutable and thread-safe.
 *
 * @param <T> the column's Java type
 */
public final class SqliteBinding<T> implements Binding<T, T> {

  private static final long serialVersionUID = 1;

  /** Digits for a fraction of a second, without which jOOQ would cast to whole seconds. */
  private static final int FRACTION_DIGITS = 6;

  /** What SQLite's NUMERIC affinity takes for a number. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "[ \\t\\n\\x0B\\f\\r]*+[-+]?+(\\d++\\.?+\\d*+|\\.\\d++)([eE][-+]?+\\d++)?+[ \\t\\n\\x0B\\f\\r]*+");

  private static final int MOST_EXACT_DIGITS = 15;

  private final Class<T> type;
  private final boolean numeric;
  private final int scale;
  private final transient Converter<T, T> converter;
  private final transient Binding<T, T> elsewhere;

  private SqliteBinding(Class<T> type, boolean numeric, int scale) {
    this.type = type;
    this.numeric = numeric;
    this.scale = scale;
    this.converter = Converters.identity(type);
    this.elsewhere = elsewhere(type);
  }

  /** For a column in which values of the type stay what they are. */
  public static <T> SqliteBinding<T> of(Class<T> type) {
    return new SqliteBinding<>(type, false, 0);
  }

  /**
   * For a column of text whose declared type makes SQLite turn text that looks like a number into
   * one.
   */
  public static <T> SqliteBinding<T> numeric(Class<T> type) {
    return new SqliteBinding<>(type, true, 0);
  }

  /** For a column of decimal numbers that are shown with at least some digits after the point. */
  public static SqliteBinding<BigDecimal> decimal(int scale) {
    return new SqliteBinding<>(BigDecimal.class, false, scale);
  }

  @SuppressWarnings("unchecked") // a data type without converter binds values of its own type
  private static <T> Binding<T, T> elsewhere(Class<T> type) {
    DataType<T> dataType = DefaultDataType.getDataType(SQLDialect.DEFAULT, type);
    return (Binding<T, T>)
        (dataType.isDateTime() ? dataType.precision(FRACTION_DIGITS) : dataType).getBinding();
  }

  private Object readResolve() {
    return new SqliteBinding<>(type, numeric, scale);
  }

  private static boolean isSqlite(Configuration configuration) {
    return configuration.family() == SQLDialect.SQLITE;
  }

  private static SqliteValues values(Configuration configuration) {
    return SqliteValues.with(configuration.data(SqliteValues.DATE_PRECISION));
  }

  /**
   * What SQLite is given for a value.
   *
   * @throws UnfitValueException if it would store something else
   */
  @Nullable Object stored(SqliteValues values, @Nullable Object value) {
    Object stored = values.stored(value);
    if (numeric && stored instanceof String text && !isKept(text)) {
      throw new UnfitValueException(
          0,
          "'"
              + text
              + "' cannot be stored: the column's declared type makes SQLite turn it into a number;"
              + " declare the column TEXT");
    }
    return stored;
  }

  private static boolean isKept(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return true;
    }
    if (SqliteNumbers.isWhole(text)) {
      return true;
    }
    return text.length() <= MOST_EXACT_DIGITS
        && Double.toString(Double.parseDouble(text)).equals(text)
        && text.indexOf('E') < 0;
  }

  @Override
  public Converter<T, T> converter() {
    return converter;
  }

  @Override
  public void sql(BindingSQLContext<T> context) throws SQLException {
    boolean inline = context.render().paramType() == ParamType.INLINED;
    boolean json = type == JSON.class || type == JSONB.class;
    if (!isSqlite(context.configuration()) || (json && !inline)) {
      elsewhere.sql(context);
    } else if (inline) {
      Object stored = stored(values(context.configuration()), context.value());
      context.render().sql(SqliteStored.literal(stored), true);
    } else {
      context.render().sql(context.variable());
    }
  }

  @Override
  public void set(BindingSetStatementContext<T> context) throws SQLException {
    if (isSqlite(context.configuration())) {
      SqliteValues values = values(context.configuration());
      values.bind(context.statement(), context.index(), stored(values, context.value()));
    } else {
      elsewhere.set(context);
    }
  }

  @Override
  public void get(BindingGetResultSetContext<T> context) throws SQLException {
    if (!isSqlite(context.configuration())) {
      elsewhere.get(context);
      return;
    }
    try {
      Object value =
          values(context.configuration()).read(context.resultSet(), context.index(), type);
      context.value(type.cast(scaled(value)));
    } catch (UnfitValueException e) {
      throw e.at(context.field().getQualifiedName().unquotedName().toString());
    }
  }

  private @Nullable Object scaled(@Nullable Object value) {
    return value instanceof BigDecimal decimal ? Values.scaled(decimal, scale) : value;
  }

  @Override
  public void register(BindingRegisterContext<T> context) throws SQLException {
    elsewhere.register(context);
  }

  @Override
  public void set(BindingSetSQLOutputContext<T> context) throws SQLException {
    elsewhere.set(context);
  }

  @Override
  public void get(BindingGetStatementContext<T> context) throws SQLException {
    elsewhere.get(context);
  }

  @Override
  public void get(BindingGetSQLInputContext<T> context) throws SQLException {
    elsewhere.get(context);
  }
}
