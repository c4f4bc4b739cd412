package io.kinrow.migrate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a migration run did. Immutable.
 *
 * @param initialVersion the version before the run; null if nothing was applied
 * @param version the version after the run
 * @param applied the migrations that were applied, in order
 * @param warnings Flyway's warnings
 */
public record MigrateReport(
    @Nullable String initialVersion,
    @Nullable String version,
    List<Applied> applied,
    List<String> warnings) {

  /** Copies the lists. */
  public MigrateReport {
    applied = List.copyOf(applied);
    warnings = List.copyOf(warnings);
  }

  /**
   * One migration that was applied.
   *
   * @param version its version; null for a repeatable migration
   * @param description its description
   * @param path its script
   * @param milliseconds how long it ran
   */
  public record Applied(
      @Nullable String version, String description, String path, int milliseconds) {}
}
