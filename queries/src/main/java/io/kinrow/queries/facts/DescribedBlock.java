package io.kinrow.queries.facts;

import java.util.List;

/**
 * A part of a statement that falls away where its parameters are empty.
 *
 * @param start offset in the text for JDBC
 * @param end offset after it
 * @param firstBind the number of question marks before it
 * @param endBind the number of question marks before its end
 * @param parameters the indexes of the parameters that decide about it
 */
public record DescribedBlock(
    int start, int end, int firstBind, int endBind, List<Integer> parameters) {

  /** Copies the list. */
  public DescribedBlock {
    parameters = List.copyOf(parameters);
  }
}
