package io.kinrow.migrate.verify;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A migration that failed outside a transaction, the part of it that ran, and what undoes exactly
 * that part. Immutable.
 */
public final class FailedMigration {
  private final int rank;
  private final String version;
  private final String script;
  private final int statements;
  private final int ran;
  private final List<String> undo;
  private final boolean transactional;
  private final List<String> left;
  private final @Nullable String problem;
  private final @Nullable Evidence evidence;

  private FailedMigration(
      int rank,
      String version,
      String script,
      int statements,
      int ran,
      List<String> undo,
      boolean transactional,
      List<String> left,
      @Nullable String problem,
      @Nullable Evidence evidence) {
    this.rank = rank;
    this.version = version;
    this.script = script;
    this.statements = statements;
    this.ran = ran;
    this.undo = List.copyOf(undo);
    this.transactional = transactional;
    this.left = List.copyOf(left);
    this.problem = problem;
    this.evidence = evidence;
  }

  /**
   * Creates a result that is proved.
   *
   * @param evidence what it was proved on
   */
  static FailedMigration proved(
      int rank,
      String version,
      String script,
      int statements,
      int ran,
      List<String> undo,
      boolean transactional,
      List<String> left,
      Evidence evidence) {
    return new FailedMigration(
        rank, version, script, statements, ran, undo, transactional, left, null, evidence);
  }

  /** Creates a result that is not proved, for this reason. */
  static FailedMigration unproved(
      int rank, String version, String script, List<String> left, String problem) {
    return new FailedMigration(rank, version, script, 0, 0, List.of(), false, left, problem, null);
  }

  /** Returns its row in the history. */
  public int rank() {
    return rank;
  }

  /** Returns its version; "" for a repeatable migration. */
  public String version() {
    return version;
  }

  /** Returns its script. */
  public String script() {
    return script;
  }

  /** Returns how many statements the script has. */
  public int statements() {
    return statements;
  }

  /**
   * Returns how many of them ran, counted from the first one. Statements whose effect no catalogue
   * shows, such as {@code VACUUM}, may be included if they follow the last change to the schema.
   */
  public int ran() {
    return ran;
  }

  /**
   * Returns the statements that lead back: the last ones of the undo script, and before them the
   * {@code SET} statements of the rest. Empty if nothing is left of the migration.
   */
  public List<String> undo() {
    return undo;
  }

  /** Returns whether they run in one transaction. */
  public boolean transactional() {
    return transactional;
  }

  /** Returns what the migration left behind, object by object. */
  public List<String> left() {
    return left;
  }

  /** Returns why it cannot be undone; null if it is proved that it can. */
  public @Nullable String problem() {
    return problem;
  }

  /** Returns what it was proved on; null if it is not proved. */
  @Nullable Evidence evidence() {
    return evidence;
  }

  /** Returns whether it is proved which statements ran, and that {@link #undo} leads back. */
  public boolean isProved() {
    return evidence != null;
  }

  /** Describes in words what ran, what it left behind, and what cannot be proved. */
  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    lines.add(
        isProved()
            ? "%s failed: %d of its %d statements ran".formatted(script, ran, statements)
            : "%s failed, and it cannot be proved how to undo it: %s".formatted(script, problem));
    left.forEach(object -> lines.add("- " + object));
    return String.join("\n", lines);
  }

  /**
   * What a proof depends on. While it stays the same, so does the proof.
   *
   * @param migrations the history, and the checksum of each script
   * @param now the schema that the failed migration left
   * @param start the schema before it, with the rows that scripts inserted
   */
  record Evidence(List<String> migrations, Snapshot now, Snapshot start) {

    /** Copies the list. */
    Evidence {
      migrations = List.copyOf(migrations);
    }

    /** Returns whether history, scripts and schema are still the same. */
    boolean isOf(List<String> currentMigrations, Snapshot current) {
      return migrations.equals(currentMigrations) && now.schemaDifferences(current).isEmpty();
    }
  }
}
