package io.kinrow.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jooq.Converter;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.exception.DataTypeException;
import org.junit.jupiter.api.Test;

/** What the converters of each Jackson have in common. */
abstract class JsonConverterContract {

  record Address(String street, String city) {}

  record Stay(Address address, LocalDate from, BigDecimal price) {}

  /** One that has itself inside. */
  static final class Loop {
    public final Loop itself = this;
  }

  abstract Converter<JSONB, Address> jsonb();

  abstract Converter<JSON, Stay> json();

  abstract Converter<String, List<Address>> text();

  abstract Converter<JSONB, Map<String, Object>> map();

  abstract Converter<JSONB, Loop> loop();

  /** Of a subclass between, which gives the mapper that ignores unknown properties. */
  abstract Converter<JSONB, Address> ofMapper();

  abstract Converter<?, ?> untold();

  abstract Converter<?, ?> ofNumbers();

  private static final Address HOME = new Address("Tal 1 \"b\" \\ ü 😀", null);

  private static <T, U> void assertReadAsWritten(Converter<T, U> converter, U value) {
    T stored = converter.to(value);
    assertThat(stored).isInstanceOf(converter.fromType());
    assertThat(converter.from(stored)).isEqualTo(value);
    assertThat(value).isInstanceOf(converter.toType());
  }

  @Test
  void values_areReadAsWritten() {
    assertReadAsWritten(jsonb(), HOME);
    assertReadAsWritten(
        json(),
        new Stay(HOME, LocalDate.of(2024, 2, 29), new BigDecimal("0.10000000000000000001")));
    assertReadAsWritten(text(), List.of());
    assertReadAsWritten(text(), Arrays.asList(HOME, null, new Address("", "Köln")));
    assertReadAsWritten(
        map(),
        Map.of(
            "fraction",
            new BigDecimal("0.10000000000000000001"),
            "large",
            9_007_199_254_740_993L,
            "list",
            List.of(true, "a")));
  }

  @Test
  void text_isPlainJson() {
    assertThat(text().to(List.of(new Address("a", "b"))))
        .isEqualTo("[{\"street\":\"a\",\"city\":\"b\"}]");
    assertThat(json().to(new Stay(HOME, LocalDate.of(2024, 2, 29), BigDecimal.ONE)).data())
        .contains("\"from\":\"2024-02-29\"");
  }

  @Test
  void null_isNull() {
    assertThat(jsonb().from(null)).isNull();
    assertThat(jsonb().to(null)).isNull();
    assertThat(text().from(null)).isNull();
    assertThat(jsonb().from(JSONB.valueOf("null"))).isNull();
  }

  @Test
  void wrongJson_isRefused_withTheClass() {
    for (String wrong : List.of("", "{", "[]", "1", "{} x", "{\"street\": {}}")) {
      assertThatThrownBy(() -> jsonb().from(JSONB.valueOf(wrong)))
          .as(wrong)
          .isInstanceOf(DataTypeException.class)
          .hasMessageStartingWith("the stored JSON cannot be read as " + Address.class.getName());
    }
    assertThatThrownBy(() -> text().from("[{\"zip\":1}]"))
        .isInstanceOf(DataTypeException.class)
        .hasMessageContaining("java.util.List<" + Address.class.getName() + ">")
        .hasMessageContaining("zip");
    assertThatThrownBy(() -> loop().to(new Loop()))
        .isInstanceOf(DataTypeException.class)
        .hasMessageContaining("cannot be written as JSON");
  }

  @Test
  void mapper_isThatOfTheSubclass() {
    Address read = ofMapper().from(JSONB.valueOf("{\"street\":\"a\",\"zip\":1}"));
    assertThat(read).isEqualTo(new Address("a", null));
  }

  @Test
  void converterWithoutTypes_isRefused() {
    assertThatThrownBy(this::untold)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("declare it without type parameters");
    assertThatThrownBy(this::ofNumbers)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not a java.lang.Integer");
  }

  @Test
  void converter_isSerializable_asThoseOfJooqAre() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(jsonb());
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      @SuppressWarnings("unchecked")
      Converter<JSONB, Address> copy = (Converter<JSONB, Address>) in.readObject();
      assertReadAsWritten(copy, HOME);
    }
  }
}
