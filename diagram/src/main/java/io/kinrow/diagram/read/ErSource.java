package io.kinrow.diagram.read;

import io.kinrow.diagram.model.ErModel;
import io.kinrow.diagram.model.ErVersion;
import io.kinrow.migrate.diff.Schema;
import io.kinrow.migrate.settings.EachMigration;
import io.kinrow.migrate.settings.Explained;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.settings.ProjectScripts;
import io.kinrow.migrate.settings.RefusedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * Where the schemas of one kind of database come from. Scratch databases that it makes are gone
 * when it is closed. For one thread.
 */
public abstract class ErSource implements AutoCloseable {

  /** The version before the first one. */
  public static final String NONE = "none";

  ErSource() {}

  /** Returns that of SQLite. */
  public static ErSource sqlite() {
    return new SqliteSource();
  }

  /**
   * Returns that of a PostgreSQL server, on which scratch databases are created.
   *
   * @param url the JDBC URL of any database of the server, which is only read
   */
  public static ErSource postgres(String url, String user, String password) {
    return new PostgresSource(url, user, password);
  }

  /**
   * Returns that of the database that a URL names.
   *
   * @throws RefusedException if it is of another kind
   */
  public static ErSource of(String url, String user, String password) {
    if (url.startsWith("jdbc:postgresql:")) {
      return postgres(url, user, password);
    }
    if (url.startsWith("jdbc:sqlite:")) {
      return sqlite();
    }
    throw RefusedException.because(
        url + " cannot be drawn: only SQLite (jdbc:sqlite:…) and PostgreSQL (jdbc:postgresql:…)");
  }

  /** Returns the model of a schema that was read already. */
  public static ErModel model(Schema schema) {
    return SqliteSource.modelOf(schema);
  }

  /** Returns whether its schemas can be written as {@code CREATE} statements that can be edited. */
  public boolean hasText() {
    return false;
  }

  /** Reads the current schema of a database, which is only read. */
  public abstract ErModel live(String url, FlywaySettings settings);

  /** Reads the schema that {@code CREATE} statements give. */
  public final ErModel desired(Path fileOrFolder, FlywaySettings settings) {
    if (!Files.exists(fileOrFolder)) {
      throw RefusedException.because("There is no file or folder " + fileOrFolder);
    }
    return created(fileOrFolder, settings);
  }

  /**
   * Reads the schema that the migrations up to a version give.
   *
   * @param version a version, {@code latest}, or {@link #NONE}
   * @throws RefusedException if there is no such version
   */
  public final ErVersion migrated(FlywaySettings settings, String version) {
    if (version.equals(NONE)) {
      return new ErVersion(NONE, "", ErModel.EMPTY);
    }
    List<ErVersion> versions = run(settings, version, false);
    return versions.get(versions.size() - 1);
  }

  /**
   * Reads the schema after each of the migrations up to a version; what repeatable migrations make
   * is in the last one only.
   */
  public final List<ErVersion> history(FlywaySettings settings, String version) {
    return run(settings, version, true);
  }

  private List<ErVersion> run(FlywaySettings settings, String version, boolean each) {
    new ProjectScripts(settings).refuseNone();
    new ProjectScripts(settings).refuseMisnamed();
    FluentConfiguration scratch = scratch(settings);
    List<ErVersion> versions = new ArrayList<>();
    if (each) {
      EachMigration.watch(
          scratch,
          (info, connection) ->
              versions.add(
                  new ErVersion(
                      info.getVersion().getVersion(),
                      info.getDescription(),
                      read(connection, settings))));
    }
    if (!version.equals("latest")) {
      refuseUnknown(scratch, version);
      scratch.target(version);
    }
    Flyway flyway = scratch.load();
    MigrateResult result = Explained.of(flyway::migrate);
    MigrationInfo current = Explained.of(() -> flyway.info()).current();
    String reached =
        current == null || current.getVersion() == null
            ? String.valueOf(result.targetSchemaVersion)
            : current.getVersion().getVersion();
    String description =
        current == null || current.getVersion() == null ? "" : current.getDescription();
    try (Connection connection = scratch.getDataSource().getConnection()) {
      ErVersion last = new ErVersion(reached, description, read(connection, settings));
      if (!versions.isEmpty()) {
        versions.remove(versions.size() - 1);
      }
      versions.add(last);
      return List.copyOf(versions);
    } catch (SQLException e) {
      throw RefusedException.because("The scratch database cannot be read: " + e.getMessage());
    }
  }

  private static void refuseUnknown(FluentConfiguration scratch, String version) {
    MigrationVersion wanted = wanted(version);
    List<MigrationVersion> known =
        Explained.of(
            () ->
                Arrays.stream(scratch.load().info().all())
                    .filter(info -> info.getVersion() != null && !info.getType().isUndo())
                    .map(MigrationInfo::getVersion)
                    .distinct()
                    .toList());
    if (!known.contains(wanted)) {
      throw RefusedException.because(
          "There is no migration with version %s; the versions are %s"
              .formatted(
                  version,
                  known.stream()
                      .map(MigrationVersion::getVersion)
                      .collect(Collectors.joining(", "))));
    }
  }

  private static MigrationVersion wanted(String version) {
    if (!version.matches("[0-9]++(?:[._][0-9]++)*+")) {
      throw RefusedException.because(
          "\"" + version + "\" is not a version: write 7, 7.1, latest or none");
    }
    return MigrationVersion.fromVersion(version);
  }

  /** Flyway on an empty database. */
  abstract FluentConfiguration scratch(FlywaySettings settings);

  abstract ErModel created(Path fileOrFolder, FlywaySettings settings);

  /** Reads a database, perhaps in the middle of a transaction. */
  abstract ErModel read(Connection connection, FlywaySettings settings) throws SQLException;

  @Override
  public abstract void close();
}
