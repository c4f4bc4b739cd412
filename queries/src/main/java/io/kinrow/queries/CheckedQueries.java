package io.kinrow.queries;

import io.kinrow.queries.source.Complaint;
import java.util.List;
import java.util.Map;

/**
 * What a check found.
 *
 * @param facts by the text of a query, its facts as Java, in the order of the texts
 * @param complaints what is wrong, in the order of files and places
 */
public record CheckedQueries(Map<String, String> facts, List<Complaint> complaints) {

  /** Copies the list. */
  public CheckedQueries {
    complaints = List.copyOf(complaints);
  }
}
