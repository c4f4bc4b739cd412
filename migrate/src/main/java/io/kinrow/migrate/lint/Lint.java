package io.kinrow.migrate.lint;

import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.settings.ProjectScripts;
import io.kinrow.migrate.settings.RefusedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

/**
 * Checks the migrations of a project for likely trouble. Immutable: each method returns a new
 * value.
 *
 * <pre>{@code
 * List<Finding> findings = Lint.of(Path.of("db/migration"))
 *     .database("jdbc:sqlite:microblog.db")
 *     .without(Rule.NO_UNDO)
 *     .sinceGit("origin/main")
 *     .run();
 * }</pre>
 *
 * <p>A comment in a script, {@code -- kinrow:nolint KL07 the reason}, says that the rule's findings
 * in this file are intended.
 */
public final class Lint {

  private static final long LARGE = 100_000;
  private static final String FILESYSTEM = "filesystem:";

  private final FlywaySettings settings;
  private final @Nullable String database;
  private final Set<Rule> rules;
  private final long largeTable;
  private final @Nullable String sinceVersion;
  private final @Nullable String sinceRef;

  private Lint(
      FlywaySettings settings,
      @Nullable String database,
      Set<Rule> rules,
      long largeTable,
      @Nullable String sinceVersion,
      @Nullable String sinceRef) {
    this.settings = settings;
    this.database = database;
    this.rules = rules;
    this.largeTable = largeTable;
    this.sinceVersion = sinceVersion;
    this.sinceRef = sinceRef;
  }

  /**
   * Returns a check of the migrations in a folder, with all rules.
   *
   * @throws RefusedException if there is no such folder
   */
  public static Lint of(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw RefusedException.because("There is no folder " + folder);
    }
    return of(FlywaySettings.defaults().locations(FILESYSTEM + folder));
  }

  /** Returns a check of a project's migrations, with its settings for Flyway and all rules. */
  public static Lint of(FlywaySettings settings) {
    return new Lint(settings, null, EnumSet.allOf(Rule.class), LARGE, null, null);
  }

  /** Takes a live database into account: which migrations it has, and how large its tables are. */
  public Lint database(String url) {
    return new Lint(settings, url, rules, largeTable, sinceVersion, sinceRef);
  }

  /** Switches rules off. */
  public Lint without(Rule... off) {
    Set<Rule> left = EnumSet.copyOf(rules);
    List.of(off).forEach(left::remove);
    return new Lint(settings, database, left, largeTable, sinceVersion, sinceRef);
  }

  /** Sets the number of rows from which a table counts as large; the default is 100,000. */
  public Lint largeTable(long rows) {
    return new Lint(settings, database, rules, rows, sinceVersion, sinceRef);
  }

  /**
   * Checks only migrations above a version, so that a project can start with its new ones.
   *
   * @param version as in a script's name; there need not be a script with that version
   */
  public Lint since(String version) {
    return new Lint(settings, database, rules, largeTable, version, sinceRef);
  }

  /**
   * Checks only migrations with a script that was added or changed, whether committed or not, since
   * the current branch forked from a Git commit.
   *
   * @param ref a branch, tag or commit, such as {@code origin/main}
   */
  public Lint sinceGit(String ref) {
    return new Lint(settings, database, rules, largeTable, sinceVersion, ref);
  }

  /**
   * Returns the findings, in the order of the migrations.
   *
   * @throws RefusedException if the database or the Git commit does not exist, or if a {@code
   *     kinrow:nolint} comment lacks a rule or a reason
   * @throws org.flywaydb.core.api.FlywayException if a migration fails on a scratch database, or if
   *     there are no migrations
   */
  public List<Finding> run() {
    Predicate<Migration> isNew = isNew();
    ProjectScripts scripts = new ProjectScripts(settings);
    List<Finding> misnamed = misnamed(scripts);
    if (misnamed.isEmpty()) {
      scripts.refuseEmpty();
    }
    List<Migration> migrations = new MigrationReader(settings).all();
    Applied applied = Applied.of(database, settings);
    List<Finding> findings = new ArrayList<>();
    findings.addAll(
        new LintRun(migrations, applied, database != null, rules, largeTable).of(isNew));
    findings.addAll(rules.contains(Rule.MISNAMED) ? misnamed : List.of());
    return findings;
  }

  /** They have no version that could be told, so that they are always new. */
  private static List<Finding> misnamed(ProjectScripts scripts) {
    return scripts.misnamed().stream()
        .map(script -> new Finding(Rule.MISNAMED, script.file(), script.problem()))
        .toList();
  }

  private Predicate<Migration> isNew() {
    MigrationVersion version =
        sinceVersion == null ? null : MigrationVersion.fromVersion(sinceVersion);
    Set<Path> changed = sinceRef == null ? null : changedSince(sinceRef);
    return migration ->
        (version == null || migration.version().compareTo(version) > 0)
            && (changed == null
                || isAmong(changed, migration.script())
                || (migration.undo() != null && isAmong(changed, migration.undo())));
  }

  private static boolean isAmong(Set<Path> changed, LintedScript script) {
    return script.path() != null && changed.contains(GitChanges.real(Path.of(script.path())));
  }

  private Set<Path> changedSince(String ref) {
    Set<Path> changed = new HashSet<>();
    boolean folders = false;
    for (String location : settings.locations()) {
      if (location.startsWith(FILESYSTEM)) {
        Path folder = Path.of(location.substring(FILESYSTEM.length()));
        if (Files.isDirectory(folder)) {
          changed.addAll(GitChanges.since(ref, folder));
          folders = true;
        }
      }
    }
    if (!folders) {
      throw RefusedException.because(
          "What is new since '"
              + ref
              + "' can be determined only for folders: name a filesystem: location");
    }
    return changed;
  }
}
