package io.kinrow.queries.source;

import java.util.List;

/**
 * What was found in sources.
 *
 * @param texts the statements, in the order of files and of places in them
 * @param complaints of annotations whose text cannot be read
 */
public record FoundQueries(List<FoundSql> texts, List<Complaint> complaints) {

  /** Copies the lists. */
  public FoundQueries {
    texts = List.copyOf(texts);
    complaints = List.copyOf(complaints);
  }
}
