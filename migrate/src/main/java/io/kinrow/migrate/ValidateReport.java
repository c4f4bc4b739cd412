package io.kinrow.migrate;

import java.util.List;

/**
 * Whether the scripts and the history fit together. Immutable.
 *
 * @param problems what does not fit, each with what to do about it
 */
public record ValidateReport(List<String> problems) {

  /** Copies the list. */
  public ValidateReport {
    problems = List.copyOf(problems);
  }

  /** Whether nothing is wrong. */
  public boolean valid() {
    return problems.isEmpty();
  }
}
