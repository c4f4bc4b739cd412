package io.kinrow.designer.server;

import io.kinrow.designer.json.JsonFields;
import java.util.Optional;

/**
 * What the page can ask for at one path.
 *
 * @param method {@code GET} or {@code POST}
 */
public record Endpoint(String method, Work work) {

  /** Answers a request that passed every check. */
  @FunctionalInterface
  public interface Work {

    /**
     * Returns the answer.
     *
     * @param version the version that the page has seen, of its header {@code If-Match}
     * @param fields the JSON object that was sent; no fields for a GET
     */
    Reply answer(Optional<String> version, JsonFields fields);
  }

  /** Returns one that reads. */
  public static Endpoint get(Work work) {
    return new Endpoint("GET", work);
  }

  /** Returns one that is sent JSON. */
  public static Endpoint post(Work work) {
    return new Endpoint("POST", work);
  }
}
