package io.kinrow.migrate.verify;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A migration that failed outside a transaction, the part of it that ran, and what undoes exactly
 * that part. Immutable.
 *
 * @param rank its row in the history
 * @param version its version
 * @param script its script
 * @param statements how many statements the script has
 * @param ran how many of them ran, counted from the first one; statements whose effect no catalogue
 *     shows, such as {@code VACUUM}, may be included if they follow the last change to the schema
 * @param undo the statements that lead back, which are the last ones of the undo script; empty if
 *     nothing is left of the migration
 * @param transactional whether they run in one transaction
 * @param left what the migration left behind, object by object
 * @param problem why it cannot be undone; null if it is proved that it can
 */
public record FailedMigration(
    int rank,
    String version,
    String script,
    int statements,
    int ran,
    List<String> undo,
    boolean transactional,
    List<String> left,
    @Nullable String problem) {

  /** Copies the lists. */
  public FailedMigration {
    undo = List.copyOf(undo);
    left = List.copyOf(left);
  }

  /** Returns whether it is proved which statements ran, and that {@link #undo} leads back. */
  public boolean isProved() {
    return problem == null;
  }

  /** Describes in words what ran, what it left behind, and what cannot be proved. */
  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    lines.add(
        isProved()
            ? "%s failed: %d of its %d statements ran".formatted(script, ran, statements)
            : "%s failed, and it cannot be proved what undoes it: %s".formatted(script, problem));
    left.forEach(object -> lines.add("- " + object));
    return String.join("\n", lines);
  }
}
