package io.kinrow.migrate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a migration run did. Immutable.
 *
 * @param initialVersion the version before; null when nothing was applied
 * @param version the version now
 * @param applied the migrations applied, in this order
 * @param warnings what Flyway warned about
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
   * @param version its version; null for a repeatable one
   * @param description its description
   * @param path its script
   * @param milliseconds how long it ran
   */
  public record Applied(
      @Nullable String version, String description, String path, int milliseconds) {}
}
