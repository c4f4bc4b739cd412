package io.kinrow.runtime.internal.dialect;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.ConverterContext;
import org.jooq.EnumType;
import org.jooq.impl.AbstractContextConverter;
import org.jspecify.annotations.Nullable;

/**
 * The enum of a text column whose CHECK constraint lists its values. Generated code names it;
 * immutable and thread-safe.
 *
 * @param <E> the enum
 */
public final class LiteralConverter<E extends Enum<E> & EnumType>
    extends AbstractContextConverter<String, E> {

  private static final long serialVersionUID = 1;

  private final transient Map<String, E> byLiteral = new HashMap<>();

  private LiteralConverter(Class<E> type) {
    super(String.class, type);
    for (E constant : type.getEnumConstants()) {
      byLiteral.put(constant.getLiteral(), constant);
    }
  }

  /** For a column of an enum. */
  public static <E extends Enum<E> & EnumType> LiteralConverter<E> of(Class<E> type) {
    return new LiteralConverter<>(type);
  }

  private Object readResolve() {
    return new LiteralConverter<>(toType());
  }

  /**
   * The constant of a stored literal.
   *
   * @throws UnfitValueException if there is none: the row is older than the constraint, or was
   *     written while the constraint was off
   */
  @Override
  @SuppressWarnings("NullAway") // NULL is a value like others, which converters take
  public @Nullable E from(@Nullable String literal, ConverterContext scope) {
    if (literal == null) {
      return null;
    }
    E constant = byLiteral.get(literal);
    if (constant == null) {
      throw UnfitValueException.unfitText(
          literal, 0, "one of the values of the CHECK constraint (" + literals() + ")");
    }
    return constant;
  }

  private String literals() {
    return Arrays.stream(toType().getEnumConstants())
        .map(constant -> UnfitValueException.quoted(constant.getLiteral()))
        .collect(Collectors.joining(", "));
  }

  @Override
  @SuppressWarnings("NullAway")
  public @Nullable String to(@Nullable E constant, ConverterContext scope) {
    return constant == null ? null : constant.getLiteral();
  }
}
