package io.kinrow.maven;

import io.kinrow.migrate.settings.Explained;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * A database that exists to be migrated and looked at, made anew or from a {@link KeptDatabase}
 * each time. Flyway is given its whole configuration here; environment variables and configuration
 * files are never read.
 */
final class ScratchDatabase implements AutoCloseable {

  private final Engine engine;
  private final Path place;
  private final KeptDatabase kept;
  private final OpenDatabase database;
  private final Flyway flyway;

  private ScratchDatabase(
      Engine engine, Path place, KeptDatabase kept, OpenDatabase database, Flyway flyway) {
    this.engine = engine;
    this.place = place;
    this.kept = kept;
    this.database = database;
    this.flyway = flyway;
  }

  /**
   * From where the last run left it or, in doubt and where that fails, from nothing.
   *
   * @param scripts the files of the migrations
   */
  static ScratchDatabase migrate(
      GenerationRequest request,
      List<String> locations,
      Collection<Map<String, byte[]>> scripts,
      ClassLoader classPath,
      KeptDatabase kept)
      throws IOException {
    Files.createDirectories(request.work());
    Path place = request.engine().scratch(request.work());
    request.engine().clear(place);
    FlywaySchemas schemas = new FlywaySchemas(request.schemas());
    if (kept.copyTo(place)) {
      try {
        return migrated(request, locations, classPath, kept, schemas::inMigrated);
      } catch (GenerationException e) {
        // the message is to be about an empty database
      }
    }
    FlywaySchemas likely = schemas.withoutThoseMadeIn(scripts);
    if (!likely.equals(schemas)) {
      request.engine().clear(place);
      try {
        return migrated(request, locations, classPath, kept, likely::in);
      } catch (GenerationException e) {
        // scripts may say what they do not do
      }
    }
    while (true) {
      request.engine().clear(place);
      try {
        return migrated(request, locations, classPath, kept, schemas::in);
      } catch (GenerationException e) {
        schemas = schemas.withoutTheOneOf(e).orElseThrow(() -> e);
      }
    }
  }

  private static ScratchDatabase migrated(
      GenerationRequest request,
      List<String> locations,
      ClassLoader classPath,
      KeptDatabase kept,
      UnaryOperator<FluentConfiguration> schemas)
      throws IOException {
    Engine engine = request.engine();
    Path place = engine.scratch(request.work());
    OpenDatabase database = engine.open(place);
    try {
      Login login = database.login();
      FluentConfiguration configuration =
          request
              .flyway()
              .on(login.url(), login.user(), login.password(), classPath)
              .loggers(FlywayWarnings.class.getName())
              .locations(locations.toArray(String[]::new));
      Flyway flyway = schemas.apply(database.configure(configuration)).load();
      database.check(flyway);
      migrate(flyway, database);
      return new ScratchDatabase(engine, place, kept, database, flyway);
    } catch (RuntimeException | Error e) {
      database.close();
      engine.tidy(place);
      throw e;
    }
  }

  private static void migrate(Flyway flyway, OpenDatabase database) {
    try {
      flyway.migrate();
    } catch (FlywayException e) {
      throw new GenerationException(
          "Kinrow: the migrations do not run on an empty database: "
              + database.explain(MigrationsMojo.inMavensWords(Explained.of(e).getMessage())),
          e);
    }
  }

  /** The name of Flyway's history table here. */
  String history() {
    return flyway.getConfiguration().getTable();
  }

  /** The schema that the migrations work in, where the engine has schemas. */
  List<String> schemas(Connection connection) throws SQLException {
    Configuration configuration = flyway.getConfiguration();
    String own = connection.getSchema();
    return Arrays.stream(configuration.getSchemas())
        .findFirst()
        .or(() -> Optional.ofNullable(configuration.getDefaultSchema()))
        .or(() -> Optional.ofNullable(own))
        .stream()
        .toList();
  }

  Connection connect() throws SQLException {
    return flyway.getConfiguration().getDataSource().getConnection();
  }

  /** Keeps it for the next run. Nobody is connected any more. */
  @Override
  public void close() throws IOException {
    database.close();
    if (database.isWhole()) {
      kept.keep(place);
    } else {
      kept.forget();
    }
    engine.tidy(place);
  }
}
