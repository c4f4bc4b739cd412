package io.kinrow.designer.json;

import io.kinrow.migrate.settings.RefusedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of a JSON object, each of which is refused if it has another type. Immutable. */
public final class JsonFields {

  /** An object without fields. */
  public static final JsonFields NONE = new JsonFields(Map.of());

  private final Map<String, Object> fields;

  JsonFields(Map<String, Object> fields) {
    this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** Returns a text that must be there. */
  public String text(String name) {
    return optionalText(name).orElseThrow(() -> lacks(name, "a text"));
  }

  /** Returns a text; nothing if the field is not there or null. */
  public Optional<String> optionalText(String name) {
    Object value = fields.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof String text) {
      return Optional.of(text);
    }
    throw lacks(name, "a text");
  }

  /** Returns a text, or "" if there is none. */
  public String textOrEmpty(String name) {
    return optionalText(name).orElse("");
  }

  /** Returns whether a field is true; false if it is not there. */
  public boolean isTrue(String name) {
    Object value = fields.get(name);
    if (value == null) {
      return false;
    }
    if (value instanceof Boolean truth) {
      return truth;
    }
    throw lacks(name, "true or false");
  }

  /** Returns a whole number that must be there, rounded if it is not whole. */
  public long number(String name) {
    if (fields.get(name) instanceof Number number && Math.abs(number.doubleValue()) < 1e6) {
      return Math.round(number.doubleValue());
    }
    throw lacks(name, "a number");
  }

  /** Returns a list of texts; empty if it is not there. */
  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (Object value : values(name)) {
      if (!(value instanceof String text)) {
        throw lacks(name, "a list of texts");
      }
      texts.add(text);
    }
    return List.copyOf(texts);
  }

  /** Returns a list of objects; empty if it is not there. */
  public List<JsonFields> objects(String name) {
    List<JsonFields> objects = new ArrayList<>();
    for (Object value : values(name)) {
      objects.add(object(name, value));
    }
    return List.copyOf(objects);
  }

  /** Returns an object that must be there. */
  public JsonFields object(String name) {
    return object(name, fields.get(name));
  }

  private static JsonFields object(String name, @Nullable Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw lacks(name, "an object");
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    map.forEach((key, field) -> fields.put(String.valueOf(key), field));
    return new JsonFields(fields);
  }

  private List<?> values(String name) {
    Object value = fields.get(name);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return list;
    }
    throw lacks(name, "a list");
  }

  private static RefusedException lacks(String name, String type) {
    return RefusedException.because("The request lacks \"" + name + "\", " + type);
  }
}
