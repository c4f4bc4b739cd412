package io.kinrow.queries.source;

import java.util.List;

/**
 * A file of named queries.
 *
 * @param name simple name of the interface that is generated from it
 */
public record QueryFile(String name, List<Named> queries) {

  /** Copies the list. */
  public QueryFile {
    queries = List.copyOf(queries);
  }

  /**
   * A named query.
   *
   * @param result what its method returns: {@code ONE}, {@code MANY} and so on
   * @param doc its comment
   */
  public record Named(String name, String result, String doc, FoundSql sql) {}
}
