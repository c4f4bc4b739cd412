package io.kinrow.migrate;

import io.kinrow.migrate.settings.Explained;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.settings.ProjectScripts;
import io.kinrow.migrate.sqlite.SqliteBackup;
import io.kinrow.migrate.sqlite.SqliteRestore;
import io.kinrow.migrate.undo.Undo;
import io.kinrow.migrate.undo.UndoPlan;
import io.kinrow.migrate.undo.UndoResult;
import io.kinrow.migrate.undo.UndoTarget;
import io.kinrow.migrate.verify.ChosenUndoProof;
import io.kinrow.migrate.verify.FailedMigration;
import io.kinrow.migrate.verify.FailedUndo;
import io.kinrow.migrate.verify.Rehearsal;
import io.kinrow.migrate.verify.RehearsalRun;
import io.kinrow.migrate.verify.UndoVerification;
import io.kinrow.migrate.verify.VerifyReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.RepairOutput;
import org.flywaydb.core.api.output.RepairResult;
import org.jspecify.annotations.Nullable;

/**
 * The migrations of one database: apply, undo, inspect and prove them, and back up the database.
 *
 * <pre>{@code
 * Migrations migrations = Migrations.of("jdbc:sqlite:microblog.db");
 * migrations.migrate();
 * UndoPlan plan = migrations.planUndo(UndoTarget.downTo("2"));
 * plan.steps().forEach(step -> System.out.println(step.script()));
 * UndoReport report = migrations.undo(plan);
 * }</pre>
 *
 * <p>Reads no environment variables and no configuration files. Immutable; each call opens and
 * closes its own connection. Threads that make calls at the same time behave like separate
 * processes: each version is applied or undone once. Every method throws {@link FlywayException} if
 * the database cannot be reached, or if a script is refused or fails.
 */
public final class Migrations {
  private final Configuration configuration;

  private Migrations(Configuration configuration) {
    this.configuration = configuration;
  }

  /**
   * Returns the migrations in {@code classpath:db/migration} for a database that needs no user
   * name, such as an SQLite file.
   *
   * @param url a JDBC URL
   */
  public static Migrations of(String url) {
    return of(url, FlywaySettings.defaults());
  }

  /**
   * Returns the migrations of a database that needs no user name, such as an SQLite file.
   *
   * @param url a JDBC URL
   * @param location where the scripts are, in Flyway's notation, such as {@code
   *     filesystem:db/migration}. For several locations and other settings, see {@link
   *     FlywaySettings}
   */
  public static Migrations of(String url, String location) {
    return of(url, FlywaySettings.defaults().locations(location));
  }

  /** Returns the migrations of a database without a user name, with the project's settings. */
  public static Migrations of(String url, FlywaySettings settings) {
    return of(url, "", "", settings);
  }

  /**
   * Returns the migrations in {@code classpath:db/migration} for a database with a user name.
   *
   * @param url a JDBC URL
   * @throws FlywayException if {@code user} is a location: pass it to {@link #of(String,
   *     FlywaySettings)} instead
   */
  public static Migrations of(String url, String user, String password) {
    if (user.startsWith("classpath:") || user.startsWith("filesystem:")) {
      throw new FlywayException(
          "\""
              + user
              + "\" is a location, not a user: pass FlywaySettings.defaults().locations(…) for"
              + " several locations");
    }
    return of(url, user, password, FlywaySettings.defaults());
  }

  /**
   * Returns the migrations of a database, with the project's settings for Flyway.
   *
   * @param url a JDBC URL
   * @param user the user name; empty for a database that needs none
   */
  public static Migrations of(String url, String user, String password, FlywaySettings settings) {
    return of(settings.on(url, user, password));
  }

  /**
   * Returns the migrations in {@code classpath:db/migration} for the database of a data source,
   * whose connections are left as they were.
   */
  public static Migrations of(DataSource dataSource) {
    return of(dataSource, FlywaySettings.defaults());
  }

  /**
   * Returns the migrations of the database of a data source, whose connections are left as they
   * were.
   *
   * @param location as in {@link #of(String, String)}
   */
  public static Migrations of(DataSource dataSource, String location) {
    return of(dataSource, FlywaySettings.defaults().locations(location));
  }

  /**
   * Returns the migrations of the database of a data source, with the project's settings for
   * Flyway. The connections of the data source are left as they were.
   */
  public static Migrations of(DataSource dataSource, FlywaySettings settings) {
    return of(settings.on(dataSource));
  }

  /**
   * Returns the migrations of the database in a Flyway configuration, with all of its settings.
   *
   * @param configuration is copied, so that later changes to it have no effect
   */
  public static Migrations of(Configuration configuration) {
    return new Migrations(
        new FluentConfiguration(configuration.getClassLoader()).configuration(configuration));
  }

  /**
   * Plans to apply everything that is pending.
   *
   * @throws FlywayException if applied scripts were changed or are missing
   */
  public MigratePlan planMigrate() {
    return Explained.of(() -> new MigratePlanner(configuration).plan());
  }

  /**
   * Plans to apply the pending migrations up to a version.
   *
   * @throws FlywayException like {@link #planMigrate()}; also if there is no such version, or if
   *     the schema is past it
   */
  public MigratePlan planMigrate(String version) {
    return Explained.of(() -> new MigratePlanner(upTo(version)).planTo(version));
  }

  /**
   * Returns what a plan would do as one SQL script for {@code sqlite3} or {@code psql}, including
   * the rows of the history. The script is for reading, and for running instead of {@link
   * #migrate()}. If the history has changed by then, it stops before it changes anything.
   *
   * @throws FlywayException if part of the plan is not SQL (a Java migration, a callback), which
   *     the message names, or if the plan is out of date
   */
  public String script(MigratePlan plan) {
    return new DryRun(configuration).of(plan);
  }

  /**
   * Returns what a plan would do as one SQL script, like {@link #script(MigratePlan)}.
   *
   * @throws FlywayException like {@link #script(MigratePlan)}
   */
  public String script(UndoPlan plan) {
    return new DryRun(configuration).of(plan);
  }

  /**
   * Applies all pending migrations to a copy of the database to see whether they work with its
   * rows, and counts the rows that break them. This database is only read. The copy of a PostgreSQL
   * database is on the same server, which makes it only while no other program is connected.
   *
   * @throws FlywayException if the database is neither an SQLite file nor a PostgreSQL database
   *     that is given by its URL; if PostgreSQL refuses the copy; if a pending script would change
   *     the whole server; or if applied scripts were changed
   */
  public Rehearsal rehearse() {
    return Explained.of(
        () -> {
          MigratePlanner planner = new MigratePlanner(configuration);
          planner.refuseInvalid();
          planner.refuseProblems();
          return new RehearsalRun(configuration).run();
        });
  }

  /** Applies all pending migrations. */
  public MigrateReport migrate() {
    return migrated(configuration);
  }

  /**
   * Applies the pending migrations up to a version.
   *
   * @throws FlywayException if there is no such version, or if the schema is past it
   */
  public MigrateReport migrate(String version) {
    new MigratePlanner(upTo(version)).requireReachable(version);
    return migrated(upTo(version));
  }

  private static MigrateReport migrated(Configuration configuration) {
    new ProjectScripts(configuration).refuseMisnamed();
    new MigratePlanner(configuration).refuseProblems();
    return MigratePlanner.report(Explained.of(() -> new Flyway(configuration).migrate()));
  }

  private Configuration upTo(String version) {
    return new FluentConfiguration(configuration.getClassLoader())
        .configuration(configuration)
        .target(version);
  }

  /**
   * Plans an undo and checks all of it.
   *
   * @param target such as {@code UndoTarget.steps(1)} or {@code UndoTarget.downTo("2")}
   * @throws FlywayException if a script is missing, misnamed or cannot be parsed, if the target is
   *     unknown, or if the history contains a failed migration; the message names the file to
   *     write. For {@link UndoTarget#only}, also if later migrations need the chosen one, or if it
   *     cannot be proved that they do not
   */
  public UndoPlan planUndo(UndoTarget target) {
    UndoPlan plan = Explained.of(() -> new Undo(configuration, target).plan());
    if (target instanceof UndoTarget.Only only) {
      new ChosenUndoProof(configuration).prove(only);
    }
    return plan;
  }

  /** Plans to undo the latest migration. */
  public UndoPlan planUndo() {
    return planUndo(UndoTarget.steps(1));
  }

  /**
   * Carries out a plan, after a backup if the database is an SQLite file.
   *
   * @throws FlywayException if the plan is out of date, or if a script fails
   */
  public UndoReport undo(UndoPlan plan) {
    return undo(plan, !plan.isEmpty() && SqliteBackup.isPossible(configuration));
  }

  /**
   * Carries out a plan.
   *
   * @param backup whether to back up the SQLite file first
   * @throws FlywayException like {@link #undo(UndoPlan)}; also if a backup is requested and the
   *     database is not an SQLite file
   */
  public UndoReport undo(UndoPlan plan, boolean backup) {
    Path copy = backup ? backup() : null;
    return report(Explained.of(() -> Undo.run(configuration, plan)), copy);
  }

  /** Plans an undo, backs up the database if it is an SQLite file, and carries the plan out. */
  public UndoReport undo(UndoTarget target) {
    return undo(planUndo(target));
  }

  /**
   * Examines a migration that failed outside a transaction and was partly applied: which of its
   * statements ran, and what undoes exactly those. The database is only read; on PostgreSQL,
   * scratch databases are created on its server and dropped again.
   *
   * @return empty if no migration has failed; otherwise the result, proved or not
   */
  public Optional<FailedMigration> failed() {
    return new FailedUndo(configuration).find();
  }

  /**
   * Undoes the part of a failed migration that ran, after a backup if the database is an SQLite
   * file, and removes its row from the history. Callbacks do not run.
   *
   * @param failed a result of {@link #failed()} that is proved
   * @return the backup, or null
   * @throws FlywayException if the result is not proved, if the database has changed since, or if a
   *     statement fails
   */
  public @Nullable Path undoFailed(FailedMigration failed) {
    return undoFailed(failed, failed.isProved() && SqliteBackup.isPossible(configuration));
  }

  /**
   * Undoes the part of a failed migration that ran, like {@link #undoFailed(FailedMigration)}.
   *
   * @param backup whether to copy the database first; if so, it must be an SQLite file
   * @return the backup, or null
   */
  public @Nullable Path undoFailed(FailedMigration failed, boolean backup) {
    Path copy = backup ? backup() : null;
    new FailedUndo(configuration).run(failed);
    return copy;
  }

  private static UndoReport report(UndoResult result, @Nullable Path backup) {
    return new UndoReport(
        result.initialSchemaVersion,
        result.targetSchemaVersion,
        result.undoneMigrations.stream()
            .map(u -> new UndoReport.Undone(u.version, u.description, u.filepath, u.executionTime))
            .toList(),
        result.warnings == null ? List.of() : result.warnings,
        backup);
  }

  /**
   * Undoes the latest migration and applies it again, which is useful while you are writing it.
   *
   * @throws FlywayException if nothing is applied, or if the script to apply again is missing
   */
  public RedoReport redo() {
    UndoPlan plan = planUndo();
    String version = plan.steps().get(0).version();
    boolean known =
        info().stream().anyMatch(m -> version.equals(m.version()) && !m.script().isEmpty());
    if (!known) {
      throw new FlywayException(
          "Cannot redo version " + version + ": its script no longer exists.");
    }
    UndoReport undone = undo(plan);
    return new RedoReport(undone, migrated(upTo(version)));
  }

  /** Returns all migrations: applied, undone and pending. */
  public List<MigrationStatus> info() {
    return Explained.of(() -> new HistoryReader(configuration).info());
  }

  /** Returns all rows of the schema history, oldest first, including undone ones and undos. */
  public List<HistoryEntry> history() {
    return Explained.of(() -> new HistoryReader(configuration).history());
  }

  /** Checks whether scripts and history match; pending migrations are not a problem. */
  public ValidateReport validate() {
    return Explained.of(() -> new Validation(configuration).report());
  }

  /**
   * Proves every undo script on scratch databases; this database is only read.
   *
   * @throws FlywayException if the database is not an SQLite database, since no other kind can be
   *     copied; see {@link #verify(String, String, String)}
   */
  public VerifyReport verify() {
    return Explained.of(() -> new UndoVerification(configuration).onCopies());
  }

  /**
   * Proves every undo script on an empty database of the same kind.
   *
   * @param scratchUrl a database without tables, whose contents may be discarded afterwards
   * @throws FlywayException if that database is not empty
   */
  public VerifyReport verify(String scratchUrl, String user, String password) {
    return Explained.of(
        () -> new UndoVerification(configuration).onEmpty(scratchUrl, user, password));
  }

  /** Removes failed runs from the history and updates checksums, as Flyway's repair does. */
  public RepairReport repair() {
    RepairResult result = Explained.of(() -> new Flyway(configuration).repair());
    return new RepairReport(
        result.repairActions,
        paths(result.migrationsRemoved),
        paths(result.migrationsAligned),
        paths(result.migrationsDeleted));
  }

  private static List<String> paths(@Nullable List<RepairOutput> outputs) {
    return outputs == null
        ? List.of()
        : outputs.stream()
            .map(o -> o.filepath == null || o.filepath.isEmpty() ? o.description : o.filepath)
            .toList();
  }

  /**
   * Copies the SQLite file into its own folder, under a name with the version and the time.
   *
   * @return the copy
   * @throws FlywayException if the database is not an SQLite file
   */
  public Path backup() {
    return new SqliteBackup(configuration).createBeside(currentVersion());
  }

  /**
   * Copies the SQLite file to another file.
   *
   * @throws FlywayException if the database is not an SQLite file, or if {@code file} exists
   */
  public Path backup(Path file) {
    return new SqliteBackup(configuration).create(file);
  }

  /**
   * Returns the copies that {@link #backup()} and undos left next to the SQLite file, newest first.
   *
   * @throws FlywayException if the database is not an SQLite file
   */
  public List<Path> backups() {
    return new SqliteBackup(configuration).list();
  }

  /**
   * Deletes the oldest of these copies.
   *
   * @param keep how many copies to keep, at least 1
   * @return the copies that were deleted
   * @throws FlywayException if the database is not an SQLite file
   */
  public List<Path> pruneBackups(int keep) {
    return new SqliteBackup(configuration).prune(keep);
  }

  /**
   * Restores a backup in one transaction, so that other programs see the database either before or
   * after it. The current database is backed up first, as with {@link #backup()}; if its file is
   * damaged, it is moved aside instead, under a name with {@code corrupt} and the time.
   *
   * @return where the previous contents of the database are now; null if there were none
   * @throws FlywayException if {@code file} is not an intact SQLite database, or has no schema
   *     history; in this case nothing is changed
   */
  public @Nullable Path restore(Path file) {
    return new SqliteRestore(configuration).restore(file, this::currentVersion);
  }

  private @Nullable String currentVersion() {
    return new HistoryReader(configuration).currentVersion();
  }
}
