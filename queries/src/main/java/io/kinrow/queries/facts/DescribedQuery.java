package io.kinrow.queries.facts;

import java.util.List;

/**
 * What is known of a query.
 *
 * @param text the text as the source has it
 * @param sql the text for JDBC
 * @param binds for each question mark, the index of its parameter
 * @param rows whether it returns rows
 * @param writes whether it can change the database
 */
public record DescribedQuery(
    String text,
    String sql,
    List<DescribedParameter> parameters,
    List<Integer> binds,
    boolean rows,
    boolean writes,
    List<DescribedColumn> columns) {

  /** Copies the lists. */
  public DescribedQuery {
    parameters = List.copyOf(parameters);
    binds = List.copyOf(binds);
    columns = List.copyOf(columns);
  }
}
