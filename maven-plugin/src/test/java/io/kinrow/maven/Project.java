package io.kinrow.maven;

import io.kinrow.maven.fixture.Artifacts;
import io.kinrow.migrate.settings.FlywaySettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jooq.meta.jaxb.ForcedType;

/** A user's project in a temporary folder. */
final class Project {

  /** A script with a table whose name tells one run of it from another: see {@link #marks}. */
  static final String MARK =
      """
      do $$ begin
        execute format('create table mark_%s (id int primary key)', (random() * 1e9)::int);
      end $$;
      """;

  private final Path base;
  private String names = "";
  private String packageName = "app.db";
  private String migrations = "src/main/resources/db/migration";
  private String includes = ".*";
  private String excludes = "";
  private List<ForcedType> forcedTypes = List.of();
  private CheckEnums checkEnums = CheckEnums.ALL;
  private Map<String, String> flyway = Map.of();
  private List<String> schemas = List.of();
  private Login scratch;
  private String engine;
  private String engineVersion;
  private ClassLoader classPath = Project.class.getClassLoader();

  Project(Path base) {
    this.base = base;
  }

  Project migration(String name, String sql) throws IOException {
    Path file = base.resolve("src/main/resources/db/migration").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, sql);
    return this;
  }

  Project withoutMigration(String name) throws IOException {
    Files.delete(base.resolve("src/main/resources/db/migration").resolve(name));
    return this;
  }

  /** A source of the project, such as {@code app/Stats.java}. */
  Project source(String name, String java) throws IOException {
    Path file = sources().resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, java);
    return this;
  }

  Path sources() {
    return base.resolve("src/main/java");
  }

  Project names(String text) {
    this.names = text;
    return this;
  }

  Project packageName(String name) {
    this.packageName = name;
    return this;
  }

  Project migrations(String place) {
    this.migrations = place;
    return this;
  }

  Project includes(String pattern) {
    this.includes = pattern;
    return this;
  }

  Project excludes(String pattern) {
    this.excludes = pattern;
    return this;
  }

  Project forcedTypes(ForcedType... types) {
    this.forcedTypes = List.of(types);
    return this;
  }

  Project checkEnums(boolean on, String excludes) {
    this.checkEnums = new CheckEnums(on, excludes);
    return this;
  }

  Project flyway(Map<String, String> settings) {
    this.flyway = settings;
    return this;
  }

  Project schemas(String... names) {
    this.schemas = List.of(names);
    return this;
  }

  Project scratch(String url) {
    this.scratch = new Login(url, null, null);
    return this;
  }

  Project scratch(String url, String user, String password) {
    this.scratch = new Login(url, user, password);
    return this;
  }

  Project engine(String name) {
    this.engine = name;
    return this;
  }

  Project engineVersion(String version) {
    this.engineVersion = version;
    return this;
  }

  Project classPath(ClassLoader loader) {
    this.classPath = loader;
    return this;
  }

  String generate() throws Exception {
    return new GenerationRun(
            new GenerationRequest(
                List.of(migrations),
                base,
                packageName,
                output(),
                base.resolve("target/kinrow"),
                includes,
                excludes,
                names,
                forcedTypes,
                checkEnums,
                FlywaySettings.of(flyway),
                schemas,
                EngineName.choose(engine, engineVersion, scratch, Artifacts.BINARIES),
                List.of(sources(), output()),
                base.resolve("src/main/sql"),
                StandardCharsets.UTF_8),
            classPath)
        .run();
  }

  /** Generates; returns the {@link #marks}. */
  List<String> generateAndMark() throws Exception {
    if (!generate().startsWith("generated")) {
      throw new IllegalStateException("nothing changed");
    }
    return marks();
  }

  Path output() {
    return base.resolve("target/generated-sources/jooq");
  }

  /** The classes of the tables that tell which run made them. */
  List<String> marks() throws IOException {
    return files().keySet().stream()
        .filter(file -> file.matches("app/db/(public_/)?tables/Mark\\d+.java"))
        .toList();
  }

  /** What Kinrow remembers between runs. */
  Path work() {
    return base.resolve("target/kinrow");
  }

  Path scratchFile() {
    return base.resolve("target/kinrow/scratch.db");
  }

  Map<String, String> files() throws IOException {
    return files(output());
  }

  static Map<String, String> files(Path root) throws IOException {
    Map<String, String> files = new TreeMap<>();
    if (Files.isDirectory(root)) {
      try (Stream<Path> found = Files.walk(root)) {
        for (Path file : found.filter(Files::isRegularFile).toList()) {
          files.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        }
      }
    }
    return files;
  }
}
