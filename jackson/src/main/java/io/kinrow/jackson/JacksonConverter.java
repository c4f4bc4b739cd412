package io.kinrow.jackson;

import org.jooq.Converter;
import org.jooq.exception.DataTypeException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Converts a JSON column to a class of your own by Jackson 3: a record, a class, a {@code
 * List<Address>}, a {@code Map<String, Object>}. A subclass names the column's type, which is
 * {@link org.jooq.JSONB}, {@link org.jooq.JSON} or {@code String}, and the class:
 *
 * <pre>{@code
 * public final class AddressConverter extends JacksonConverter<JSONB, Address> {}
 * }</pre>
 *
 * <p>The configuration of {@code kinrow:generate} names the subclass, which needs a public
 * constructor without parameters, in a forced type:
 *
 * <pre>{@code
 * <forcedType>
 *   <userType>app.Address</userType>
 *   <converter>app.AddressConverter</converter>
 *   <includeExpression>customers\.address</includeExpression>
 * </forcedType>
 * }</pre>
 *
 * <p>SQL NULL is null, and null is stored as SQL NULL; JSON's {@code null} is read as null too,
 * unless Jackson has a value for it. The mapper of the constructor without parameters refuses
 * unknown properties, which an update would lose, and text behind the value; it reads fractions of
 * a {@code Map} as {@code BigDecimal}, writes times as text, and has the modules of the class path.
 * For anything else, hand over a mapper of your own.
 *
 * <p>Immutable and thread-safe if the mapper is.
 *
 * @param <T> the column's type: {@code JSONB}, {@code JSON} or {@code String}
 * @param <U> the class of the values
 */
public abstract class JacksonConverter<T, U> implements Converter<T, U> {

  private static final long serialVersionUID = 1;

  /** Jackson is loaded with the first converter that needs it. */
  private static final class Standard {
    static final JsonMapper MAPPER =
        JsonMapper.builder()
            .findAndAddModules()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
  }

  private final transient JsonColumn<T> column;
  private final transient JavaType type;
  private final transient ObjectReader reader;
  private final transient ObjectWriter writer;

  /** For the mapper that is described above. */
  protected JacksonConverter() {
    this(Standard.MAPPER);
  }

  /**
   * For a mapper of your own.
   *
   * @throws IllegalStateException if the subclass does not say which types it converts
   * @throws IllegalArgumentException if the column's type is not one of the three
   */
  @SuppressWarnings({"unchecked", "this-escape"})
  protected JacksonConverter(ObjectMapper mapper) {
    JavaType[] types =
        mapper
            .getTypeFactory()
            .findTypeParameters(mapper.constructType(getClass()), JacksonConverter.class);
    if (getClass().getTypeParameters().length > 0 || types.length < 2) {
      throw new IllegalStateException(
          getClass().getName()
              + " does not say which types it converts: declare it without type parameters, such as"
              + " AddressConverter extends JacksonConverter<JSONB, Address>");
    }
    this.column = new JsonColumn<>((Class<T>) types[0].getRawClass());
    this.type = types[1];
    this.reader = mapper.readerFor(type);
    this.writer = mapper.writerFor(type);
  }

  @Override
  public final Class<T> fromType() {
    return column.type();
  }

  @Override
  @SuppressWarnings("unchecked")
  public final Class<U> toType() {
    return (Class<U>) type.getRawClass();
  }

  /**
   * Reads a stored value.
   *
   * @throws DataTypeException if it is not JSON of the class; repositories add the table, the
   *     column and the key
   */
  @Override
  @SuppressWarnings("NullAway") // jOOQ's Converter is not annotated
  public final U from(@Nullable T stored) {
    if (stored == null) {
      return null;
    }
    try {
      return reader.readValue(JsonColumn.text(stored));
    } catch (JacksonException e) {
      throw new DataTypeException(
          "the stored JSON cannot be read as " + type.toCanonical() + ": " + e.getOriginalMessage(),
          e);
    }
  }

  /**
   * Writes a value as it is stored.
   *
   * @throws DataTypeException if Jackson cannot write it; repositories add the table and the column
   */
  @Override
  @SuppressWarnings("NullAway") // jOOQ's Converter is not annotated
  public final T to(@Nullable U value) {
    if (value == null) {
      return null;
    }
    try {
      return column.of(writer.writeValueAsString(value));
    } catch (JacksonException e) {
      throw new DataTypeException(
          "the value cannot be written as JSON of "
              + type.toCanonical()
              + ": "
              + e.getOriginalMessage(),
          e);
    }
  }

  /**
   * Serializes the class only, so a converter of jOOQ's records does not keep them from being
   * serialized. The class is to have a constructor without parameters.
   */
  protected final Object writeReplace() {
    return new SerializedConverter(getClass());
  }
}
