package io.kinrow.maven;

import io.kinrow.migrate.settings.Explained;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.InfoResult;
import org.jspecify.annotations.Nullable;

/**
 * A database that exists to be migrated and looked at: a SQLite file of our own, made anew or from
 * a {@link KeptDatabase} each time, or an empty database of the user's, which is emptied again.
 * Flyway is given its whole configuration here; environment variables and configuration files are
 * never read.
 */
final class ScratchDatabase implements AutoCloseable {

  /** How to reach a database of the user's. */
  record Login(String url, @Nullable String user, @Nullable String password) {}

  private final Flyway flyway;
  private final boolean ours;

  private ScratchDatabase(Flyway flyway, boolean ours) {
    this.flyway = flyway;
    this.ours = ours;
  }

  static ScratchDatabase migrate(
      GenerationRequest request, List<String> locations, ClassLoader classPath, KeptDatabase kept)
      throws IOException {
    Login login = request.scratch();
    return login == null
        ? migrateFile(request, locations, classPath, kept)
        : migrate(request, locations, classPath, login);
  }

  /** From where the last run left it or, in doubt and where that fails, from nothing. */
  private static ScratchDatabase migrateFile(
      GenerationRequest request, List<String> locations, ClassLoader classPath, KeptDatabase kept)
      throws IOException {
    Path file = freshFile(request.work());
    Login login = new Login("jdbc:sqlite:" + file, null, null);
    ScratchDatabase database = null;
    if (kept.copyTo(file)) {
      try {
        database = migrate(request, locations, classPath, login);
      } catch (GenerationException e) {
        freshFile(request.work());
      }
    }
    if (database == null) {
      database = migrate(request, locations, classPath, login);
    }
    kept.keep(file);
    return database;
  }

  private static ScratchDatabase migrate(
      GenerationRequest request, List<String> locations, ClassLoader classPath, Login used) {
    boolean ours = request.scratch() == null;
    FluentConfiguration configuration =
        request
            .flyway()
            .on(used.url(), used.user(), used.password(), classPath)
            .loggers(FlywayWarnings.class.getName())
            .locations(locations.toArray(String[]::new))
            .cleanDisabled(ours);
    Flyway flyway = configuration.load();
    if (!ours) {
      refuseUnlessEmpty(flyway, used.url());
    }
    ScratchDatabase database = new ScratchDatabase(flyway, ours);
    try {
      flyway.migrate();
      return database;
    } catch (FlywayException e) {
      database.close();
      throw new GenerationException(
          "Kinrow: the migrations do not run on an empty database: "
              + MigrationsMojo.inMavensWords(Explained.of(e).getMessage()),
          e);
    }
  }

  private static Path freshFile(Path work) throws IOException {
    Files.createDirectories(work);
    Path file = work.resolve("scratch.db");
    Files.deleteIfExists(file);
    for (Path log : logs(file)) {
      Files.deleteIfExists(log);
    }
    return file;
  }

  /** What SQLite has beside a database that is in use. */
  static List<Path> logs(Path database) {
    return Stream.of("-journal", "-wal", "-shm")
        .map(suffix -> database.resolveSibling(database.getFileName() + suffix))
        .toList();
  }

  private static void refuseUnlessEmpty(Flyway flyway, String url) {
    InfoResult info = flyway.info().getInfoResult();
    if (!info.allSchemasEmpty) {
      throw new GenerationException(
          "Kinrow: the scratch database "
              + url
              + " is not empty and was left as it is; set <scratchUrl> to an empty database");
    }
  }

  /** The name of Flyway's history table here. */
  String history() {
    return flyway.getConfiguration().getTable();
  }

  /** The schema that the migrations work in, if the settings name one. */
  Optional<String> schema() {
    Configuration configuration = flyway.getConfiguration();
    return Arrays.stream(configuration.getSchemas())
        .findFirst()
        .or(() -> Optional.ofNullable(configuration.getDefaultSchema()));
  }

  Connection connect() throws SQLException {
    return flyway.getConfiguration().getDataSource().getConnection();
  }

  /** Leaves the user's database as empty as it was. */
  @Override
  public void close() {
    if (!ours) {
      flyway.clean();
    }
  }
}
