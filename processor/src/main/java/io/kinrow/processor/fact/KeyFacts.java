package io.kinrow.processor.fact;

import java.util.List;

/**
 * A unique key or an index over plain columns of all rows.
 *
 * @param name SQL name, empty for an unnamed constraint
 * @param columns SQL names in key order
 */
public record KeyFacts(String name, List<String> columns) {

  public KeyFacts {
    columns = List.copyOf(columns);
  }
}
