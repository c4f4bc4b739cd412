package io.kinrow.processor.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.processor.RepositoryProcessor;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jooq.Log;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Property;
import org.jooq.meta.jaxb.Target;
import org.jooq.tools.JooqLogger;

/**
 * A real SQLite file, run through jOOQ's generation tool with our classes, and the files it wrote.
 */
final class GeneratedSchema {

  private final Path output;

  private GeneratedSchema(Path output) {
    this.output = output;
  }

  static GeneratedSchema of(Path folder, String... sql) throws Exception {
    return of(folder, Map.of(), new Database(), sql);
  }

  static GeneratedSchema of(
      Path folder, Map<String, String> names, Database database, String... sql) throws Exception {
    JooqLogger.globalThreshold(Log.Level.ERROR);
    Path output = folder.resolve("generated");
    try (Connection connection =
        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("s.db"))) {
      execute(connection, sql);
      generate(connection, output, names, database);
    }
    return new GeneratedSchema(output);
  }

  static void execute(Connection connection, String... sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String each : sql) {
        statement.executeUpdate(each);
      }
    }
  }

  static void generate(
      Connection connection, Path output, Map<String, String> names, Database database)
      throws Exception {
    if (database.getName() == null) {
      database.setName(SqliteDatabase.class.getName());
    }
    names.forEach(
        (key, value) ->
            database
                .getProperties()
                .add(new Property().withKey("kinrow.names." + key).withValue(value)));
    GenerationTool tool = new GenerationTool();
    tool.setConnection(connection);
    tool.run(
        new Configuration()
            .withGenerator(
                new Generator()
                    .withName(KinrowGenerator.class.getName())
                    .withDatabase(database)
                    .withTarget(
                        new Target().withPackageName("app.db").withDirectory(output.toString()))));
  }

  /** The annotation on this table class, and what follows it on the class's line. */
  String model(String tableClass) throws IOException {
    String source = source("tables/" + tableClass);
    int start = source.indexOf("@TableDescription(");
    assertThat(start).as("annotation on %s", tableClass).isPositive();
    return source.substring(start, source.indexOf("\n)\n", start) + 3);
  }

  String source(String file) throws IOException {
    return Files.readString(output.resolve("app/db/" + file + ".java"));
  }

  /** Simple names of the table classes. */
  List<String> tableClasses() throws IOException {
    try (Stream<Path> files = Files.list(output.resolve("app/db/tables"))) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .map(name -> name.replace(".java", ""))
          .sorted()
          .toList();
    }
  }

  Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(output)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        files.put(output.relativize(file).toString(), Files.readString(file));
      }
    }
    return files;
  }

  /** Fails with javac's words unless jOOQ's classes compile without a warning. */
  GeneratedSchema compiles() throws IOException {
    return compiles(List.of());
  }

  /** The same, with the entities and repositories that the annotation processor adds. */
  GeneratedSchema compilesWithEntities() throws IOException {
    Files.writeString(
        output.resolve("app/package-info.java"),
        """
        @io.kinrow.annotation.Repositories(tables = app.db.Tables.class, database = "TheDatabase")
        package app;
        """);
    return compiles(List.of(new RepositoryProcessor()));
  }

  private GeneratedSchema compiles(List<? extends Processor> processors) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    Path classes = Files.createDirectories(output.resolveSibling("classes"));
    try (StandardJavaFileManager manager = javac.getStandardFileManager(null, null, null);
        Stream<Path> found = Files.walk(output)) {
      List<Path> sources = found.filter(file -> file.toString().endsWith(".java")).toList();
      JavaCompiler.CompilationTask task =
          javac.getTask(
              messages,
              manager,
              null,
              List.of(
                  "--release",
                  "17",
                  "-Xlint:all,-processing",
                  "-Werror",
                  "-encoding",
                  "UTF-8",
                  "-Xmaxerrs",
                  "20",
                  "-d",
                  classes.toString(),
                  "-s",
                  classes.toString()),
              null,
              manager.getJavaFileObjectsFromPaths(sources));
      task.setProcessors(processors);
      assertThat(task.call()).as(messages.toString()).isTrue();
    }
    return this;
  }
}
