package io.kinrow.queries.facts;

import java.util.List;

/**
 * A parameter of a query.
 *
 * @param list whether it is a list
 * @param origin the column that it is compared with or stored in
 * @param type the Java type of one value
 * @param row the values of one element if it is a list of rows, else empty
 */
public record DescribedParameter(
    String name, boolean list, ColumnOrigin origin, String type, List<DescribedElement> row) {

  /** Copies the list. */
  public DescribedParameter {
    row = List.copyOf(row);
  }

  /** Creates a list of rows. */
  public static DescribedParameter rows(String name, List<DescribedElement> row) {
    return new DescribedParameter(name, true, ColumnOrigin.NONE, DescribedColumn.ANY, row);
  }
}
