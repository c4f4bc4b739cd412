package io.kinrow.migrate.verify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the pending migrations did on a copy of the database, with its real rows. Immutable.
 *
 * @param passed the scripts that went through, in their order
 * @param failed the script that did not; null when all did
 * @param problem why it did not; "" when all did
 * @param rows how many rows stand against what that script asks for: NULLs, duplicates, rows
 *     without a parent, values that do not fit; counted before the script, so that some may be
 *     mended by it
 */
public record Rehearsal(
    List<String> passed, @Nullable String failed, String problem, List<String> rows) {

  /** Copies the lists. */
  public Rehearsal {
    passed = List.copyOf(passed);
    rows = List.copyOf(rows);
  }

  /** Whether all pending migrations went through. */
  public boolean isPassed() {
    return failed == null;
  }
}
