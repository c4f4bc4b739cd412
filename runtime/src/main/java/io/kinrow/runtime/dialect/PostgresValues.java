package io.kinrow.runtime.dialect;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jooq.Binding;
import org.jooq.Configuration;
import org.jooq.DataType;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's values. Its driver says of each text that it is a {@code varchar}, and then a {@code
 * char(n)} is compared as one, with its padding; so a text that stands for a column's value is sent
 * {@linkplain Untyped without a type}.
 */
final class PostgresValues extends StandardValues {

  static final PostgresValues INSTANCE = new PostgresValues();

  /** Bytes that a value of type {@code name} has at most. */
  private static final int LONGEST_NAME = 63;

  /** Dates and times, which jOOQ would pass through {@code java.sql}'s types. */
  private static final PlainParams PLAIN_PARAMS =
      new PlainParams(
          PostgresBinding.TYPES.keySet(),
          new PlainParams.Bindings() {
            @Override
            public <T> Binding<T, T> of(DataType<T> type) {
              return PostgresBinding.of(type);
            }
          });

  private PostgresValues() {}

  @Override
  public Configuration jooq(Configuration configuration) {
    return super.jooq(configuration).deriveAppending(PLAIN_PARAMS);
  }

  @Override
  public @Nullable Object ofColumn(@Nullable Object value) {
    return value instanceof String text ? new Untyped(text) : value;
  }

  @Override
  public @Nullable Object ofType(@Nullable Object value, DataType<?> type) {
    return value instanceof String text
            && (type.getSQLDataType() == SQLDataType.CHAR
                || type.getBinding() instanceof UntypedBinding)
        ? new Untyped(text)
        : value;
  }

  /**
   * A column of type {@code name}, which jOOQ takes for text of any length, cuts what is longer.
   */
  @Override
  boolean isKept(String text, DataType<?> type) {
    return super.isKept(text, type)
        && (type.lengthDefined()
            || type.getSQLDataType() != SQLDataType.VARCHAR
            || text.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME);
  }

  @Override
  public Object keys(List<? extends @Nullable Object> values) {
    for (Object value : values) {
      if (value instanceof String text) {
        text(text);
      }
    }
    return new Untyped(PostgresText.array(values));
  }

  @Override
  public @Nullable Object stored(@Nullable Object value) {
    if (value instanceof Untyped untyped) {
      return new Untyped(text(untyped.text()));
    }
    return value instanceof String text ? text(text) : super.stored(value);
  }

  private static String text(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new UnfitValueException(
          0, "the text has a NUL character, which PostgreSQL does not store: correct the text");
    }
    return wellFormed(text);
  }
}
