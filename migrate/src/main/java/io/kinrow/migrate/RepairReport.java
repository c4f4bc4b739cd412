package io.kinrow.migrate;

import java.util.List;

/**
 * What a repair of the history did. Immutable.
 *
 * @param actions what Flyway did, in its words
 * @param removed the scripts of the failed runs whose rows were removed
 * @param aligned the scripts whose checksum or description was taken over into the history
 * @param deleted the scripts that are gone, now marked as deleted in the history
 */
public record RepairReport(
    List<String> actions, List<String> removed, List<String> aligned, List<String> deleted) {

  /** Copies the lists. */
  public RepairReport {
    actions = List.copyOf(actions);
    removed = List.copyOf(removed);
    aligned = List.copyOf(aligned);
    deleted = List.copyOf(deleted);
  }
}
