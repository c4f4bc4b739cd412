package io.kinrow.migrate.lint;

import io.kinrow.migrate.diff.RefusedException;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.settings.ProjectScripts;
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
 * Looks over the migrations of a project. Immutable: each method gives a new value.
 *
 * <pre>{@code
 * List<Finding> findings = Lint.of(Path.of("db/migration"))
 *     .database("jdbc:sqlite:microblog.db")
 *     .without(Rule.NO_UNDO)
 *     .sinceGit("origin/main")
 *     .run();
 * }</pre>
 *
 * <p>A comment in a script, {@code -- kinrow:nolint KL07 the reason}, says that what the rule finds
 * in this file is meant.
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
   * All rules over the migrations of a folder.
   *
   * @throws RefusedException when there is no such folder
   */
  public static Lint of(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw RefusedException.because("There is no folder " + folder);
    }
    return of(FlywaySettings.defaults().locations(FILESYSTEM + folder));
  }

  /** All rules over the migrations of a project, as it configures Flyway. */
  public static Lint of(FlywaySettings settings) {
    return new Lint(settings, null, EnumSet.allOf(Rule.class), LARGE, null, null);
  }

  /** Looks at a live database too: which migrations it has, how large its tables are. */
  public Lint database(String url) {
    return new Lint(settings, url, rules, largeTable, sinceVersion, sinceRef);
  }

  /** Switches rules off. */
  public Lint without(Rule... off) {
    Set<Rule> left = EnumSet.copyOf(rules);
    List.of(off).forEach(left::remove);
    return new Lint(settings, database, left, largeTable, sinceVersion, sinceRef);
  }

  /** From how many rows a table is a large one; 100,000 unless said otherwise. */
  public Lint largeTable(long rows) {
    return new Lint(settings, database, rules, rows, sinceVersion, sinceRef);
  }

  /**
   * Looks only at migrations above a version, so that a project may begin with what is new.
   *
   * @param version as in a script's name; there need not be one of it
   */
  public Lint since(String version) {
    return new Lint(settings, database, rules, largeTable, version, sinceRef);
  }

  /**
   * Looks only at migrations of which a script was added or changed since this branch parted from a
   * commit of git, whether that is committed or not.
   *
   * @param ref a branch, a tag or a commit: {@code origin/main}
   */
  public Lint sinceGit(String ref) {
    return new Lint(settings, database, rules, largeTable, sinceVersion, ref);
  }

  /**
   * What was found, in the order of the migrations.
   *
   * @throws RefusedException when there is no such database, git knows no such commit, or a comment
   *     {@code kinrow:nolint} names no rule or no reason
   * @throws org.flywaydb.core.api.FlywayException when a migration fails on a scratch database, or
   *     there are none
   */
  public List<Finding> run() {
    Predicate<Migration> isNew = isNew();
    List<Finding> misnamed = misnamed();
    if (misnamed.isEmpty()) {
      new ProjectScripts(settings).refuseNone();
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
  private List<Finding> misnamed() {
    return new ProjectScripts(settings)
        .misnamed().stream()
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

  private static boolean isAmong(Set<Path> changed, Script script) {
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
              + "' can be told of folders only: name a filesystem: location");
    }
    return changed;
  }
}
