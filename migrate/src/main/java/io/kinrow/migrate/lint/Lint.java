package io.kinrow.migrate.lint;

import io.kinrow.migrate.catalog.Catalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks over a folder of migrations. Immutable: each method gives a new value.
 *
 * <pre>{@code
 * List<Finding> findings = Lint.of(Path.of("db/migration"))
 *     .database("jdbc:sqlite:microblog.db")
 *     .without(Rule.NO_UNDO)
 *     .run();
 * }</pre>
 */
public final class Lint {

  private static final long LARGE = 100_000;

  private final Path folder;
  private final @Nullable String database;
  private final Set<Rule> rules;
  private final long largeTable;

  private Lint(Path folder, @Nullable String database, Set<Rule> rules, long largeTable) {
    this.folder = folder;
    this.database = database;
    this.rules = rules;
    this.largeTable = largeTable;
  }

  /** All rules over the migrations of a folder. */
  public static Lint of(Path folder) {
    return new Lint(folder, null, EnumSet.allOf(Rule.class), LARGE);
  }

  /** Looks at a live database too: which migrations it has, how large its tables are. */
  public Lint database(String url) {
    return new Lint(folder, url, rules, largeTable);
  }

  /** Switches rules off. */
  public Lint without(Rule... off) {
    Set<Rule> left = EnumSet.copyOf(rules);
    List.of(off).forEach(left::remove);
    return new Lint(folder, database, left, largeTable);
  }

  /** From how many rows a table is a large one; 100,000 unless said otherwise. */
  public Lint largeTable(long rows) {
    return new Lint(folder, database, rules, rows);
  }

  /**
   * What was found, in the order of the migrations.
   *
   * @throws io.kinrow.migrate.diff.RefusedException when there is no such folder or database
   * @throws org.flywaydb.core.api.FlywayException when a migration fails on a scratch database
   */
  public List<Finding> run() {
    try {
      List<Migration> migrations = Migration.all(folder);
      List<Finding> findings = new ArrayList<>();
      Applied applied = Applied.of(database, folder);
      for (Migration migration : migrations) {
        findings.addAll(ScriptRules.check(migration, applied, largeTable));
        if (!Files.exists(migration.undo())) {
          findings.add(
              new Finding(
                  Rule.NO_UNDO,
                  migration.name(),
                  "it cannot be undone: write " + migration.undo().getFileName()));
        }
      }
      findings.addAll(applied.changed());
      Catalog last =
          migrations.isEmpty()
              ? Migration.emptyCatalog()
              : migrations.get(migrations.size() - 1).after();
      findings.addAll(ForeignKeyRule.check(last));
      return findings.stream().filter(finding -> rules.contains(finding.rule())).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
