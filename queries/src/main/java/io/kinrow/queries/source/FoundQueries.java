package io.kinrow.queries.source;

import java.util.List;

/**
 * What was found in sources.
 *
 * @param texts the statements, in the order of files and of places in them
 * @param files files of named queries, whose statements are among the texts
 * @param complaints of annotations whose text cannot be read
 */
public record FoundQueries(
    List<FoundSql> texts, List<QueryFile> files, List<Complaint> complaints) {

  /** Copies the lists. */
  public FoundQueries {
    texts = List.copyOf(texts);
    files = List.copyOf(files);
    complaints = List.copyOf(complaints);
  }
}
