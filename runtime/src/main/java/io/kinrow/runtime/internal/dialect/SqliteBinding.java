package io.kinrow.runtime.internal.dialect;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jooq.Configuration;
import org.jooq.DataType;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/**
 * What jOOQ itself writes and reads through the columns of classes that were generated from SQLite:
 * on SQLite the same forms that repositories write and read; on any other engine what jOOQ does
 * there. Generated code names it; immutable and thread-safe.
 *
 * @param <T> the column's Java type
 */
public final class SqliteBinding<T> extends EngineBinding<T> {

  private static final long serialVersionUID = 1;

  /** What SQLite's NUMERIC affinity takes for a number. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "[ \\t\\n\\x0B\\f\\r]*+[-+]?+(\\d++\\.?+\\d*+|\\.\\d++)([eE][-+]?+\\d++)?+[ \\t\\n\\x0B\\f\\r]*+");

  private static final int MOST_EXACT_DIGITS = 15;

  private final boolean numeric;
  private final int scale;

  private SqliteBinding(Class<T> type, boolean numeric, int scale) {
    super(SQLDialect.SQLITE, type, MOST_DIGITS);
    this.numeric = numeric;
    this.scale = scale;
  }

  /** For a column in which values of the type stay what they are. */
  public static <T> SqliteBinding<T> of(Class<T> type) {
    return new SqliteBinding<>(type, false, 0);
  }

  /** For a plain value of a type. */
  static <T> SqliteBinding<T> of(DataType<T> type) {
    return of(type.getType());
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

  private Object readResolve() {
    return new SqliteBinding<>(type, numeric, scale);
  }

  @Override
  Values values(Configuration configuration) {
    return SqliteValues.with(configuration.data(SqliteValues.DATE_PRECISION));
  }

  @Override
  @Nullable Object stored(Values values, @Nullable Object value) {
    Object stored = super.stored(values, value);
    if (numeric && stored instanceof String text && !isKept(text)) {
      throw new UnfitValueException(
          0,
          UnfitValueException.quoted(text)
              + " cannot be stored: the column's declared type makes SQLite turn it into a number;"
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
  String literal(Values values, T value) {
    return SqliteStored.literal(stored(values, value));
  }

  /** Whether a bind of a type stands by itself: JSON is normalised by a function of SQLite. */
  public static boolean isBare(Class<?> type) {
    return type != JSON.class && type != JSONB.class;
  }

  @Override
  boolean isBare() {
    return isBare(type);
  }

  @Override
  @Nullable Object shown(@Nullable Object read) {
    return read instanceof BigDecimal decimal ? Values.scaled(decimal, scale) : read;
  }
}
