package io.kinrow.migrate.diff;

import io.kinrow.migrate.settings.Explained;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.settings.HiddenRepeatables;
import io.kinrow.migrate.settings.ProjectScripts;
import io.kinrow.migrate.settings.RefusedException;
import io.kinrow.migrate.settings.ScratchFolder;
import io.kinrow.migrate.settings.ScriptFiles;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreMigrationType;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * All migrations up to a version as one: Flyway's baseline migration {@code B7__baseline.sql}. New
 * databases start with it; databases that are past it ignore it. Immutable.
 *
 * <pre>{@code
 * Squash squash = Squash.of(settings, "latest");
 * squash.write(Path.of("db/migration"));   // the V scripts may stay, and must while a database needs them
 * }</pre>
 *
 * @param version the last version that it replaces
 * @param script its text: the schema, and the rows that the migrations insert
 * @param rows the number of rows per table; values such as the current time date from the squash
 * @param settings how the project names and encodes scripts
 */
public record Squash(
    String version, String script, Map<String, Long> rows, FlywaySettings settings) {

  /** Copies the map. */
  public Squash {
    rows = Map.copyOf(rows);
  }

  /**
   * Squashes the migrations of a project for SQLite, and proves the result: on a scratch database
   * it gives the same schema and the same rows.
   *
   * @param version the last version to include, or {@code latest}
   * @throws IllegalArgumentException if there is no migration of that version
   * @throws RefusedException if the result would differ, since rows of virtual tables are not
   *     written, or if there is a baseline of a later version
   * @throws FlywayException if a migration fails
   */
  public static Squash of(FlywaySettings settings, String version) {
    try (SquashEngine engine = new SqliteSquash()) {
      return of(settings.target(version), engine);
    }
  }

  /**
   * Squashes the migrations of a project for PostgreSQL, and proves the result. The migrations run
   * on scratch databases, which are created on the server of a URL and dropped in the end.
   *
   * @param version the last version to include, or {@code latest}
   * @param url the JDBC URL of any database of the server, which is not used otherwise
   * @param user a user who may create databases
   * @throws IllegalArgumentException if there is no migration of that version
   * @throws RefusedException if the URL is not PostgreSQL's; if the result would differ, since the
   *     migrations create objects that are not written, such as aggregates; if a migration changes
   *     the whole server; or if there is a baseline of a later version
   * @throws FlywayException if a migration fails
   */
  public static Squash of(
      FlywaySettings settings, String version, String url, String user, String password) {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw RefusedException.because(
          url + " is not the URL of a PostgreSQL database; for SQLite, no URL is needed");
    }
    try (SquashEngine engine = new PostgresSquash(url, user, password)) {
      return of(settings.target(version), engine);
    }
  }

  private static Squash of(FlywaySettings settings, SquashEngine engine) {
    new ProjectScripts(settings).refuseNone();
    FluentConfiguration database = engine.empty(settings);
    refuseOtherVersions(database);
    engine.refuse(settings, scripts(database));
    MigrationInfo current = migrated(database);
    if (current == null) {
      throw RefusedException.because("There are no migrations to squash");
    }
    try {
      SquashEngine.Content content = engine.read(database, settings);
      Map<String, Long> counts = new LinkedHashMap<>(content.rows());
      counts.values().removeIf(count -> count == 0);
      Squash squash =
          new Squash(
              current.getVersion().getVersion(),
              Ddl.text(content.statements().stream()),
              counts,
              settings.target("latest"));
      squash.prove(engine, content);
      return squash;
    } catch (SQLException e) {
      throw new FlywayException("Cannot read the scratch database: " + e.getMessage(), e);
    }
  }

  /** Flyway would begin with a later baseline all the same, or do nothing. */
  private static void refuseOtherVersions(FluentConfiguration database) {
    MigrationVersion wanted = database.getTarget();
    if (wanted == null || wanted.equals(MigrationVersion.LATEST)) {
      return;
    }
    FluentConfiguration latest =
        new FluentConfiguration(database.getClassLoader())
            .configuration(database)
            .target(MigrationVersion.LATEST);
    List<MigrationInfo> all =
        Explained.of(
            () ->
                Arrays.stream(latest.load().info().all())
                    .filter(info -> info.getVersion() != null && !info.getType().isUndo())
                    .toList());
    if (all.stream().noneMatch(info -> info.getVersion().equals(wanted))) {
      throw new IllegalArgumentException(
          "there is no migration with version %s; the versions are %s"
              .formatted(
                  wanted,
                  all.stream()
                      .map(info -> info.getVersion().getVersion())
                      .distinct()
                      .collect(Collectors.joining(", "))));
    }
    all.stream()
        .filter(info -> info.getType().isBaseline() && info.getVersion().compareTo(wanted) > 0)
        .findFirst()
        .ifPresent(
            later -> {
              throw RefusedException.because(
                  "%s already replaces all versions up to %s: no database would start with a baseline of version %s. Delete it first, or squash to a later version"
                      .formatted(later.getScript(), later.getVersion(), wanted));
            });
  }

  /** The versioned SQL scripts that will run. */
  private static List<String> scripts(FluentConfiguration database) {
    return Explained.of(
        () ->
            Arrays.stream(database.load().info().pending())
                .filter(info -> info.getVersion() != null)
                .filter(info -> info.getType() == CoreMigrationType.SQL)
                .map(MigrationInfo::getScript)
                .toList());
  }

  private static MigrationInfo migrated(FluentConfiguration database) {
    // repeatables run after a baseline as they did before
    Flyway flyway = HiddenRepeatables.in(database).load();
    Explained.of(flyway::migrate);
    return flyway.info().current();
  }

  private void prove(SquashEngine engine, SquashEngine.Content content) throws SQLException {
    try (ScratchFolder alone = new ScratchFolder()) {
      write(alone.path());
      FlywaySettings only = settings.locations("filesystem:" + alone.path());
      FluentConfiguration database = engine.empty(only);
      migrated(database);
      List<String> differences = content.differences(engine.read(database, only));
      if (!differences.isEmpty()) {
        throw RefusedException.because(
            "The migrations up to %s cannot be squashed: written as one script, they give a different result.\n- %s"
                .formatted(version, String.join("\n- ", differences)));
      }
    }
  }

  /** Returns the file that {@link #write} writes. */
  public Path file(Path folder) {
    return folder.resolve(settings.names().baseline(version, "baseline"));
  }

  /**
   * Writes the baseline into the folder of the migrations, named and encoded according to the
   * project's settings.
   *
   * @return the file
   * @throws RefusedException if the file already exists
   * @throws UncheckedIOException if it cannot be written
   */
  public Path write(Path folder) {
    Path file = file(folder);
    Map<String, String> files = new LinkedHashMap<>();
    ScriptFiles.put(files, settings, String.valueOf(file.getFileName()), script);
    ScriptFiles.write(folder, files, settings);
    return file;
  }
}
