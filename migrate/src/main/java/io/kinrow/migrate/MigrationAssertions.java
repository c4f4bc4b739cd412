package io.kinrow.migrate;

import io.kinrow.migrate.verify.VerifyReport;
import io.kinrow.migrate.verify.VerifyReport.Outcome;
import java.util.List;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationVersion;

/**
 * Assertions for a project's own tests, with any test library.
 *
 * <pre>{@code
 * @Test
 * void everyMigrationCanBeUndone() {
 *   assertUndoable(Migrations.of("jdbc:sqlite::memory:", "classpath:db/migration"));
 * }
 * }</pre>
 */
public final class MigrationAssertions {
  private MigrationAssertions() {}

  /**
   * Asserts that every migration has an undo script, and that V, U and V again end where they
   * should.
   *
   * @param migrations the migrations of an SQLite database, which is only read
   * @throws AssertionError naming each migration for which this is not true, and what differs
   */
  public static void assertUndoable(Migrations migrations) {
    assertUndoable(migrations.verify());
  }

  /**
   * Like {@link #assertUndoable(Migrations)}, for a project that started to write undo scripts
   * late.
   *
   * @param since the first version that must be undoable
   */
  public static void assertUndoable(Migrations migrations, String since) {
    MigrationVersion first = MigrationVersion.fromVersion(since);
    List<VerifyReport.Proof> proofs =
        migrations.verify().proofs().stream()
            .filter(p -> MigrationVersion.fromVersion(p.version()).compareTo(first) >= 0)
            .toList();
    assertUndoable(new VerifyReport(proofs));
  }

  /**
   * Asserts that every migration in a report was proved undoable.
   *
   * @throws AssertionError naming each migration that was not, and what differs
   */
  public static void assertUndoable(VerifyReport report) {
    String failures =
        report.proofs().stream()
            .filter(p -> p.outcome() != Outcome.PROVED)
            .map(p -> "\n- " + p)
            .collect(Collectors.joining());
    if (!failures.isEmpty()) {
      throw new AssertionError("Not every migration can be undone:" + failures);
    }
    if (report.proofs().isEmpty()) {
      throw new AssertionError("There are no migrations to prove: check the locations.");
    }
  }
}
