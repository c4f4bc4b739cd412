package io.kinrow.jackson;

import java.util.List;
import java.util.Map;
import org.jooq.Converter;
import org.jooq.JSON;
import org.jooq.JSONB;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class JacksonConverterTest extends JsonConverterContract {

  static final class Jsonb extends JacksonConverter<JSONB, Address> {
    private static final long serialVersionUID = 1;
  }

  static final class Json extends JacksonConverter<JSON, Stay> {
    private static final long serialVersionUID = 1;
  }

  static final class Text extends JacksonConverter<String, List<Address>> {
    private static final long serialVersionUID = 1;
  }

  static final class Any extends JacksonConverter<JSONB, Map<String, Object>> {
    private static final long serialVersionUID = 1;
  }

  static final class Loops extends JacksonConverter<JSONB, Loop> {
    private static final long serialVersionUID = 1;
  }

  abstract static class Lenient<U> extends JacksonConverter<JSONB, U> {
    private static final long serialVersionUID = 1;

    Lenient() {
      super(
          JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build());
    }
  }

  static final class LenientAddress extends Lenient<Address> {
    private static final long serialVersionUID = 1;
  }

  static final class Untold<U> extends JacksonConverter<JSONB, U> {
    private static final long serialVersionUID = 1;
  }

  static final class Numbers extends JacksonConverter<Integer, Address> {
    private static final long serialVersionUID = 1;
  }

  @Override
  Converter<JSONB, Address> jsonb() {
    return new Jsonb();
  }

  @Override
  Converter<JSON, Stay> json() {
    return new Json();
  }

  @Override
  Converter<String, List<Address>> text() {
    return new Text();
  }

  @Override
  Converter<JSONB, Map<String, Object>> map() {
    return new Any();
  }

  @Override
  Converter<JSONB, Loop> loop() {
    return new Loops();
  }

  @Override
  Converter<JSONB, Address> ofMapper() {
    return new LenientAddress();
  }

  @Override
  Converter<?, ?> untold() {
    return new Untold<Address>();
  }

  @Override
  Converter<?, ?> ofNumbers() {
    return new Numbers();
  }
}
