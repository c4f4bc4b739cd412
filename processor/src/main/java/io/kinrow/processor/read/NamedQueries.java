package io.kinrow.processor.read;

import io.kinrow.runtime.internal.QueryFacts.Result;
import java.util.List;

/**
 * A file of named queries.
 *
 * @param name simple name of its interface
 */
public record NamedQueries(String name, List<Named> queries) {

  /** A named query. */
  public record Named(String name, Result result, String doc, String text) {}
}
