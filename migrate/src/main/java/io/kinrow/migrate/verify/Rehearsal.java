package io.kinrow.migrate.verify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of running the pending migrations on a copy of the database, with its real rows.
 * Immutable.
 *
 * @param passed the scripts that succeeded, in order
 * @param failed the script that failed; null if all succeeded
 * @param problem why it failed; "" if all succeeded
 * @param rows how many rows violate what that script requires: NULLs, duplicates, rows without a
 *     parent, values that do not fit. They are counted before the script runs, so it may repair
 *     some of them
 */
public record Rehearsal(
    List<String> passed, @Nullable String failed, String problem, List<String> rows) {

  /** Copies the lists. */
  public Rehearsal {
    passed = List.copyOf(passed);
    rows = List.copyOf(rows);
  }

  /** Returns whether all pending migrations succeeded. */
  public boolean isPassed() {
    return failed == null;
  }
}
