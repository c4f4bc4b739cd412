package io.kinrow.designer.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.jr.ob.JSON;
import io.kinrow.migrate.settings.RefusedException;
import java.io.IOException;
import java.util.Map;

/** Reads and writes JSON objects; the only class that knows the library. */
public final class Json {

  private static final JsonFactory FACTORY = new JsonFactory();

  private static final JSON LIBRARY =
      JSON.std
          .with(JSON.Feature.WRITE_NULL_PROPERTIES)
          .with(JSON.Feature.FAIL_ON_DUPLICATE_MAP_KEYS)
          .without(JSON.Feature.HANDLE_JAVA_BEANS);

  private Json() {}

  /**
   * Reads an object.
   *
   * @throws RefusedException if the text is not one
   */
  public static JsonFields read(String text) {
    if (!text.stripLeading().startsWith("{")) {
      throw RefusedException.because("The request is not a JSON object");
    }
    try (JsonParser parser = FACTORY.createParser(text)) {
      JsonFields fields = new JsonFields(LIBRARY.mapFrom(parser));
      if (parser.nextToken() != null) {
        throw RefusedException.because("The request is not one JSON object but more");
      }
      return fields;
    } catch (IOException e) {
      throw RefusedException.because("The request is not JSON: " + firstLine(e));
    }
  }

  /** Writes an object of maps, lists, texts, numbers and booleans. */
  public static String write(Map<String, ?> object) {
    try {
      return LIBRARY.asString(object);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String firstLine(IOException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
