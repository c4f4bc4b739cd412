package io.kinrow.queries.text;

import java.util.List;

/**
 * SELECTs that are put together with UNION, INTERSECT or EXCEPT.
 *
 * @param role what the rows are for
 * @param arms the SELECTs
 */
public record CompoundSelect(SelectBlock.Role role, List<TokenRange> arms) {

  /** Copies the list. */
  public CompoundSelect {
    arms = List.copyOf(arms);
  }
}
