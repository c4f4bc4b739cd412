package io.kinrow.migrate.verify;

import io.kinrow.migrate.settings.ScratchFolder;
import io.kinrow.migrate.settings.SilentFlyway;
import io.kinrow.migrate.sqlite.SqliteBackup;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreMigrationType;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * The real database of a project, which is only read, and the scratch databases that its engine can
 * make from it or beside it. A new engine is one subclass.
 */
abstract class LiveDatabase {
  final Configuration configuration;

  LiveDatabase(Configuration configuration) {
    this.configuration = configuration;
  }

  /**
   * The database of a configuration.
   *
   * @throws FlywayException if its engine can neither copy it nor make others beside it
   */
  static LiveDatabase of(Configuration configuration) {
    return find(configuration)
        .orElseThrow(
            () ->
                new FlywayException(
                    "This database cannot be copied: that is possible only with an SQLite file, or"
                        + " with a PostgreSQL database that is given by its URL."));
  }

  /** The database of a configuration, if its engine can copy it. */
  static Optional<LiveDatabase> find(Configuration configuration) {
    if (SqliteBackup.isPossible(configuration)) {
      return Optional.of(new LiveSqlite(configuration));
    }
    return LivePostgres.handles(configuration)
        ? Optional.of(new LivePostgres(configuration))
        : Optional.empty();
  }

  /** All migrations, applied and pending. */
  final MigrationInfo[] migrations() {
    return info().all();
  }

  final List<MigrationInfo> pending() {
    return List.of(info().pending());
  }

  /** The versioned migrations up to a version. */
  final List<MigrationInfo> upTo(MigrationVersion version) {
    return Arrays.stream(info().all())
        .filter(m -> m.getVersion() != null && m.getVersion().compareTo(version) <= 0)
        .toList();
  }

  private MigrationInfoService info() {
    FluentConfiguration all =
        new FluentConfiguration(configuration.getClassLoader()).configuration(configuration);
    return new Flyway(SilentFlyway.in(all)).info();
  }

  /**
   * Refuses migrations that would change the real database if they ran on scratch databases.
   *
   * @throws FlywayException if there is one
   */
  final void refuse(List<MigrationInfo> migrations) {
    refuseScripts(
        migrations.stream()
            .filter(migration -> migration.getType() == CoreMigrationType.SQL)
            .filter(migration -> migration.getState().isResolved())
            .map(MigrationInfo::getScript)
            .toList());
  }

  /**
   * Refuses scripts that would change the real database if they ran on scratch databases.
   *
   * @param scripts SQL scripts, as Flyway names them
   * @throws FlywayException if there is one
   */
  abstract void refuseScripts(List<String> scripts);

  /** Makes copies of the database with its rows and its history. */
  abstract ScratchSource copies(ScratchFolder folder);

  /** Makes empty databases. */
  abstract ScratchSource empties(ScratchFolder folder);

  /**
   * Counts the rows of a copy that the schema of a later version would not accept.
   *
   * @param migrated a scratch database of that version
   */
  abstract List<String> faults(Scratch copy, Scratch migrated);
}
