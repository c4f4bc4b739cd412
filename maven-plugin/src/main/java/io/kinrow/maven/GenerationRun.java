package io.kinrow.maven;

import io.kinrow.maven.files.FileTree;
import io.kinrow.maven.files.Fingerprint;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.processor.jooq.KinrowGenerator;
import io.kinrow.processor.name.NamingException;
import io.kinrow.queries.QueryCheck;
import io.kinrow.queries.describe.Describer;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jooq.Constants;
import org.jooq.Log;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Property;
import org.jooq.meta.jaxb.RegexFlag;
import org.jooq.meta.jaxb.Target;
import org.jooq.tools.JooqLogger;

/**
 * One run: migrations to scratch database to jOOQ's classes, unless nothing changed since the last.
 */
final class GenerationRun {

  private final GenerationRequest request;
  private final ClassLoader classPath;

  GenerationRun(GenerationRequest request, ClassLoader classPath) {
    this.request = request;
    this.classPath = classPath;
  }

  /**
   * Generates if need be.
   *
   * @return what was done, for the user to read
   * @throws GenerationException if the user's input is wrong
   */
  String run() throws Exception {
    MigrationFiles migrations =
        new MigrationFiles(request.base(), classPath, request.flyway().names());
    Map<String, Map<String, byte[]>> scripts = new LinkedHashMap<>();
    for (String place : request.migrations()) {
      scripts.put(place, migrations.read(place));
    }
    WorkLock lock = WorkLock.of(request.work());
    try {
      return generate(migrations, scripts);
    } finally {
      lock.close();
    }
  }

  private String generate(MigrationFiles migrations, Map<String, Map<String, byte[]>> scripts)
      throws Exception {
    request.engine().check(request.schemas());
    String code = ownCode();
    String input = fingerprint(code, scripts, migrations);
    GeneratedFiles files =
        new GeneratedFiles(request.output(), request.packageName(), request.work(), code);
    QueryRun queries = new QueryRun(request, input);
    boolean isCurrent = files.areCurrent(input);
    if (isCurrent && queries.areCurrent()) {
      return "nothing changed, " + request.packageName() + " is up to date";
    }
    List<String> locations = request.migrations().stream().map(migrations::location).toList();
    KeptDatabase kept =
        new KeptDatabase(request.engine(), request.work(), history(code, scripts, locations));
    if (isCurrent) {
      if (queries.needDatabase()) {
        onScratch(
            locations,
            scripts.values(),
            kept,
            (scratch, connection) -> check(queries, scratch, connection));
      }
      return queries.write();
    }
    files.begin();
    onScratch(
        locations,
        scripts.values(),
        kept,
        (scratch, connection) -> {
          generate(scratch, connection);
          if (queries.needDatabase()) {
            check(queries, scratch, connection);
          }
        });
    int count = files.count();
    if (count == 0) {
      throw new GenerationException(
          "Kinrow: there is no table to generate from: the migrations in "
              + String.join(", ", request.migrations())
              + " create none, or <includes> and <excludes> leave them all out");
    }
    files.remember(input);
    String checked = queries.write();
    return "generated "
        + count
        + " files in "
        + request.packageName()
        + (checked.isEmpty() ? "" : ", " + checked);
  }

  private void check(QueryRun queries, ScratchDatabase scratch, Connection connection)
      throws Exception {
    try (Describer describer =
        request.engine().describer(connection, schemas(scratch, connection))) {
      queries.check(describer);
    }
  }

  private String fingerprint(
      String code, Map<String, Map<String, byte[]>> scripts, MigrationFiles migrations)
      throws IOException {
    Fingerprint fingerprint =
        new Fingerprint()
            .add("configuration", request.configuration())
            .add("jOOQ", Constants.FULL_VERSION)
            .add("Kinrow", code);
    scripts.forEach((place, files) -> fingerprint.add("migrations", place).add(files));
    for (String place : request.flyway().callbackLocations()) {
      fingerprint.add("callbacks", place).add(migrations.callbacks(place));
    }
    for (String type : request.flyway().classes()) {
      fingerprint.add("class", type).add(migrations.code(type));
    }
    return fingerprint.value();
  }

  /** What the scratch database is made of, where the next run can build on it. */
  private Optional<ScriptHistory> history(
      String code, Map<String, Map<String, byte[]>> scripts, List<String> locations) {
    Fingerprint surroundings =
        new Fingerprint()
            .add("settings", request.flyway().toString())
            .add("schemas", String.join("\n", request.schemas()))
            .add("locations", String.join("\n", locations))
            .add("Kinrow", code)
            .add("engine", request.engine().identity())
            .add("class path", MigrationFiles.places(classPath));
    return request
        .engine()
        .beyondTheDatabase()
        .flatMap(
            beyond -> ScriptHistory.of(request.flyway(), surroundings.value(), beyond, scripts));
  }

  /** Which Kinrow this is: a snapshot's version does not tell. */
  private static String ownCode() throws IOException, URISyntaxException {
    Fingerprint fingerprint = new Fingerprint();
    for (Class<?> type :
        List.of(
            KinrowGenerator.class,
            QueryCheck.class,
            FlywaySettings.class,
            GenerationRun.class,
            Flyway.class)) {
      Path code = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
      fingerprint.add(type.getName(), FileTree.hash(code));
    }
    return fingerprint.value();
  }

  /** Work on the migrated database. */
  private interface Work {
    void on(ScratchDatabase scratch, Connection connection) throws Exception;
  }

  private void onScratch(
      List<String> locations, Collection<Map<String, byte[]>> scripts, KeptDatabase kept, Work work)
      throws Exception {
    JooqLogger.globalThreshold(Log.Level.WARN);
    try (ScratchDatabase scratch =
            ScratchDatabase.migrate(request, locations, scripts, classPath, kept);
        Connection connection = scratch.connect()) {
      work.on(scratch, connection);
    } catch (NamingException | IllegalStateException e) {
      throw new GenerationException("Kinrow: " + e.getMessage(), e);
    }
  }

  private List<String> schemas(ScratchDatabase scratch, Connection connection) throws SQLException {
    return request.schemas().isEmpty() ? scratch.schemas(connection) : request.schemas();
  }

  private void generate(ScratchDatabase scratch, Connection connection) throws Exception {
    Map<String, String> names = NamesText.parse(request.names());
    GenerationTool tool = new GenerationTool();
    tool.setConnection(connection);
    tool.setClassLoader(GenerationRun.class.getClassLoader());
    List<String> schemas = schemas(scratch, connection);
    tool.run(configuration(names, connection, scratch, schemas));
    new LeftOutTables(request, schemas, scratch.history()).tell(connection);
  }

  private void addEnums(Database database, Connection connection) throws SQLException {
    if (request.checkEnums().on()) {
      request
          .engine()
          .checkedLiterals(connection)
          .forEach(
              (column, literals) -> {
                if (request.checkEnums().has(column)
                    && literals.stream().allMatch(CheckEnums::isPlain)) {
                  database
                      .getProperties()
                      .add(
                          new Property()
                              .withKey(KinrowGenerator.ENUMS + column)
                              .withValue(String.join("\n", literals)));
                }
              });
    }
  }

  private Configuration configuration(
      Map<String, String> names,
      Connection connection,
      ScratchDatabase scratch,
      List<String> schemas)
      throws Exception {
    Stream<Property> history =
        Stream.of(new Property().withKey(KinrowGenerator.HISTORY).withValue(scratch.history()));
    Database database =
        new Database()
            .withIncludes(request.includes())
            .withExcludes(request.excludes())
            // jOOQ's own two, and a dot for a line break too: a table may have one in its name
            .withRegexFlags(
                List.of(RegexFlag.COMMENTS, RegexFlag.CASE_INSENSITIVE, RegexFlag.DOTALL))
            .withForcedTypes(request.forcedTypes())
            .withProperties(
                Stream.concat(
                        history,
                        names.entrySet().stream()
                            .map(
                                name ->
                                    new Property()
                                        .withKey("kinrow.names." + name.getKey())
                                        .withValue(name.getValue())))
                    .collect(Collectors.toCollection(ArrayList::new)));
    addEnums(database, connection);
    request.engine().tell(database, connection, schemas);
    return new Configuration()
        .withGenerator(
            new Generator()
                .withName(KinrowGenerator.class.getName())
                .withDatabase(database)
                .withTarget(
                    new Target()
                        .withPackageName(request.packageName())
                        .withDirectory(request.output().toString())));
  }
}
