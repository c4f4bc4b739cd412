package io.kinrow.migrate.verify;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A migration that failed outside a transaction, what of it ran, and what undoes exactly that.
 * Immutable.
 *
 * @param rank its row in the history
 * @param version its version
 * @param script its script
 * @param statements how many statements the script has
 * @param ran how many of them ran, from the first one on; of those behind the last that changed the
 *     schema, some may be among them whose effect no catalogue shows, {@code VACUUM} say
 * @param undo the statements that lead back, the last ones of the undo script; none where nothing
 *     is left of it
 * @param transactional whether they run in one transaction
 * @param left what the migration left behind, object by object
 * @param problem why it cannot be undone; null where it is proved that it can
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

  /** Whether it is proved which statements ran, and that {@link #undo} leads back. */
  public boolean isProved() {
    return problem == null;
  }

  /** In words: what ran, what is there, and what cannot be proved. */
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
