package io.kinrow.migrate.lint;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.diff.RefusedException;
import io.kinrow.migrate.settings.FlywaySettings;
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
 * Looks over the migrations of a project. Immutable: each method gives a new value.
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

  private final FlywaySettings settings;
  private final @Nullable String database;
  private final Set<Rule> rules;
  private final long largeTable;

  private Lint(
      FlywaySettings settings, @Nullable String database, Set<Rule> rules, long largeTable) {
    this.settings = settings;
    this.database = database;
    this.rules = rules;
    this.largeTable = largeTable;
  }

  /**
   * All rules over the migrations of a folder.
   *
   * @throws RefusedException when there is no such folder
   */
  public static Lint of(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw RefusedException.because("There is no folder " + folder);
    }
    return of(FlywaySettings.defaults().locations("filesystem:" + folder));
  }

  /** All rules over the migrations of a project, as it configures Flyway. */
  public static Lint of(FlywaySettings settings) {
    return new Lint(settings, null, EnumSet.allOf(Rule.class), LARGE);
  }

  /** Looks at a live database too: which migrations it has, how large its tables are. */
  public Lint database(String url) {
    return new Lint(settings, url, rules, largeTable);
  }

  /** Switches rules off. */
  public Lint without(Rule... off) {
    Set<Rule> left = EnumSet.copyOf(rules);
    List.of(off).forEach(left::remove);
    return new Lint(settings, database, left, largeTable);
  }

  /** From how many rows a table is a large one; 100,000 unless said otherwise. */
  public Lint largeTable(long rows) {
    return new Lint(settings, database, rules, rows);
  }

  /**
   * What was found, in the order of the migrations.
   *
   * @throws RefusedException when there is no such database
   * @throws org.flywaydb.core.api.FlywayException when a migration fails on a scratch database
   */
  public List<Finding> run() {
    try {
      List<Migration> migrations = Migration.all(settings);
      List<Finding> findings = new ArrayList<>();
      Applied applied = Applied.of(database, settings);
      for (Migration migration : migrations) {
        findings.addAll(ScriptRules.check(migration, applied, largeTable));
        if (!migration.hasUndo()) {
          findings.add(
              new Finding(
                  Rule.NO_UNDO,
                  migration.name(),
                  "it cannot be undone: write " + migration.undo()));
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
