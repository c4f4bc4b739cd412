package io.kinrow.jackson;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import org.jooq.Converter;
import org.jooq.JSON;
import org.jooq.JSONB;

class Jackson2ConverterTest extends JsonConverterContract {

  static final class Jsonb extends Jackson2Converter<JSONB, Address> {
    private static final long serialVersionUID = 1;
  }

  static final class Json extends Jackson2Converter<JSON, Stay> {
    private static final long serialVersionUID = 1;
  }

  static final class Text extends Jackson2Converter<String, List<Address>> {
    private static final long serialVersionUID = 1;
  }

  static final class Any extends Jackson2Converter<JSONB, Map<String, Object>> {
    private static final long serialVersionUID = 1;
  }

  static final class Loops extends Jackson2Converter<JSONB, Loop> {
    private static final long serialVersionUID = 1;
  }

  abstract static class Lenient<U> extends Jackson2Converter<JSONB, U> {
    private static final long serialVersionUID = 1;

    Lenient() {
      super(
          JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build());
    }
  }

  static final class LenientAddress extends Lenient<Address> {
    private static final long serialVersionUID = 1;
  }

  static final class Untold<U> extends Jackson2Converter<JSONB, U> {
    private static final long serialVersionUID = 1;
  }

  static final class Numbers extends Jackson2Converter<Integer, Address> {
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
