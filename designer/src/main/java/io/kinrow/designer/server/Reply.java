package io.kinrow.designer.server;

import io.kinrow.designer.json.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An answer to a request.
 *
 * @param status HTTP's status code
 * @param headers further headers
 * @param body the text to send
 */
public record Reply(int status, String contentType, Map<String, String> headers, String body) {

  static final String JSON = "application/json; charset=utf-8";

  public Reply {
    headers = Map.copyOf(headers);
  }

  /** Returns JSON. */
  public static Reply json(int status, Map<String, ?> object) {
    return new Reply(status, JSON, Map.of(), Json.write(object));
  }

  /** Returns JSON of a version, which the page sends back as {@code If-Match}. */
  public static Reply json(int status, Map<String, ?> object, String version) {
    return json(status, object).with("ETag", version);
  }

  /** Returns a refusal with its reasons. */
  public static Reply problems(int status, List<String> problems) {
    return json(status, Map.of("problems", problems));
  }

  /** Returns a refusal for one reason. */
  public static Reply problem(int status, String problem) {
    return problems(status, List.of(problem));
  }

  /** Returns the same with another header. */
  Reply with(String name, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(name, value);
    return new Reply(status, contentType, more, body);
  }
}
