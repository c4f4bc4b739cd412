package io.kinrow.migrate;

import java.util.List;

/**
 * What a repair of the history did. Immutable.
 *
 * @param actions what Flyway did, in its own words
 * @param removed the scripts of failed runs whose rows were removed
 * @param aligned the scripts whose checksum or description was copied into the history
 * @param deleted the missing scripts, which the history now marks as deleted
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
