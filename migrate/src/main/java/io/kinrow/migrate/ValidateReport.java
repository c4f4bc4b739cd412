package io.kinrow.migrate;

import java.util.List;

/**
 * Tells whether the scripts and the history match. Immutable.
 *
 * @param problems the mismatches, each with what to do about it
 */
public record ValidateReport(List<String> problems) {

  /** Copies the list. */
  public ValidateReport {
    problems = List.copyOf(problems);
  }

  /** Returns whether there are no problems. */
  public boolean valid() {
    return problems.isEmpty();
  }
}
