package io.kinrow.migrate.verify;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of the proof of each migration's undo script. Immutable.
 *
 * @param proofs one for each migration, in the order of their versions
 */
public record VerifyReport(List<Proof> proofs) {

  /** Copies the list. */
  public VerifyReport {
    proofs = List.copyOf(proofs);
  }

  /** Returns whether no undo script failed or left a difference, ignoring missing scripts. */
  public boolean passed() {
    return failures().isEmpty();
  }

  /** Returns the proofs that failed. */
  public List<Proof> failures() {
    return proofs.stream()
        .filter(p -> p.outcome() == Outcome.DIFFERS || p.outcome() == Outcome.FAILED)
        .toList();
  }

  /** The possible outcomes of a proof. */
  public enum Outcome {
    /** V, U and V again end where they should. */
    PROVED,
    /** U, or V after it, leaves something different. */
    DIFFERS,
    /** A script failed. */
    FAILED,
    /** There is no undo script. */
    NO_UNDO,
    /** A script before this one failed, so that this one could not be reached. */
    NOT_REACHED
  }

  /**
   * The proof of one migration's undo script.
   *
   * @param version the version
   * @param description the migration's description
   * @param undoScript the undo script; null if there is none
   * @param outcome how it ended
   * @param differences the problems, object by object and table by table
   * @param notes facts that are not problems but worth knowing, such as data that an undo loses
   */
  public record Proof(
      String version,
      String description,
      @Nullable String undoScript,
      Outcome outcome,
      List<String> differences,
      List<String> notes) {

    /** Copies the lists. */
    public Proof {
      differences = List.copyOf(differences);
      notes = List.copyOf(notes);
    }

    /** Returns the outcome with the problems, or with the reason why there is no result. */
    @Override
    public String toString() {
      return version
          + " "
          + description
          + ": "
          + outcome
          + (outcome == Outcome.NOT_REACHED ? notes : differences)
              .stream().map(d -> "\n    " + d).collect(Collectors.joining());
    }
  }
}
