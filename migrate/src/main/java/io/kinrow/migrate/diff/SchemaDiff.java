package io.kinrow.migrate.diff;

import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.compare.Difference;
import io.kinrow.migrate.prove.Proof;
import io.kinrow.migrate.settings.RefusedException;
import io.kinrow.migrate.write.Pair;
import java.sql.SQLException;
import java.util.List;

/**
 * The way from one schema to another, and back. Immutable and safe to share between threads.
 *
 * <pre>{@code
 * SchemaDiff diff = SchemaDiff.between(
 *     Schema.ofMigrations("filesystem:db/migration"),
 *     Schema.ofDdl(Path.of("schema/desired.sql")),
 *     DiffOptions.defaults().fill("posts.language", "'en'"));
 * if (!diff.isEmpty()) {
 *   diff.differences().forEach(System.out::println);
 *   Revision.next(Path.of("db/migration"), "add posts language").write(diff);
 * }
 * }</pre>
 *
 * @param differences the differences, including renames
 * @param migration the script that leads to the desired schema; "" if nothing differs
 * @param undo the script that leads back
 * @param losses descriptions of the data that the undo cannot restore
 * @param hints changes that may be meant differently, such as likely renames
 * @param rebuilt the tables that the migration rebuilds
 * @param proof what the two scripts were proved on
 */
public record SchemaDiff(
    List<Difference> differences,
    String migration,
    String undo,
    List<String> losses,
    List<String> hints,
    List<Name> rebuilt,
    Proof proof) {

  /** Copies the lists. */
  public SchemaDiff {
    differences = List.copyOf(differences);
    losses = List.copyOf(losses);
    hints = List.copyOf(hints);
    rebuilt = List.copyOf(rebuilt);
  }

  /** Compares two schemas with the default options. */
  public static SchemaDiff between(Schema old, Schema desired) {
    return between(old, desired, DiffOptions.defaults());
  }

  /**
   * Compares two schemas, and writes and proves the scripts.
   *
   * @throws RefusedException if the options lack something that only you can know, such as the
   *     value of a new NOT NULL column, or if they rename something that does not exist
   * @throws IllegalStateException if a script does not do what it should, which is a bug
   */
  public static SchemaDiff between(Schema old, Schema desired, DiffOptions options) {
    try {
      if (old.engine() != desired.engine()) {
        throw RefusedException.because(
            "%s is a schema of %s, and %s is one of %s: only schemas of the same kind of database can be compared"
                .formatted(
                    old.origin(), old.engine().name(), desired.origin(), desired.engine().name()));
      }
      DiffOptions all = RenameComments.added(options, desired, old.catalog());
      return of(old.engine().diff(old.catalog(), desired.catalog(), old.repeatables(), all));
    } catch (SQLException e) {
      throw new IllegalStateException("The schemas cannot be compared: " + e.getMessage(), e);
    }
  }

  private static SchemaDiff of(Pair pair) {
    return new SchemaDiff(
        pair.differences(),
        pair.migration(),
        pair.undo(),
        pair.up().losses(),
        pair.hints(),
        pair.up().rebuilt(),
        pair.proof());
  }

  /** Returns whether the two schemas have the same meaning. */
  public boolean isEmpty() {
    return differences.isEmpty();
  }
}
