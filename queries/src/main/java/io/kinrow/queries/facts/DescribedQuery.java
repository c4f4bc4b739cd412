package io.kinrow.queries.facts;

import java.util.List;
import java.util.Map;

/**
 * What is known of a query.
 *
 * @param text the text as the source has it
 * @param sql the text for JDBC
 * @param binds for each use of a parameter, its index
 * @param rows whether it returns rows
 * @param writes whether it can change the database
 * @param blocks those that fall away, in their order; the text for JDBC has all of them
 * @param casts by the index of a question mark, the type that it was cast to; for a list of rows on
 *     SQLite, the columns that it is compared with
 */
public record DescribedQuery(
    String text,
    String sql,
    List<DescribedParameter> parameters,
    List<Integer> binds,
    boolean rows,
    boolean writes,
    List<DescribedColumn> columns,
    List<DescribedBlock> blocks,
    Map<Integer, String> casts) {

  /** Copies the lists. */
  public DescribedQuery {
    parameters = List.copyOf(parameters);
    binds = List.copyOf(binds);
    columns = List.copyOf(columns);
    blocks = List.copyOf(blocks);
    casts = Map.copyOf(casts);
  }
}
