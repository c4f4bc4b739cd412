package io.kinrow.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.jooq.meta.jaxb.ForcedType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole pipeline with JSON columns that converters of {@code kinrow-jackson} make records,
 * classes, lists and maps: {@code json/Check.java} runs on both engines.
 */
class JsonColumnsTest {

  private static final Path JSON = Path.of("src/test/resources/json");

  @TempDir private Path folder;

  @Test
  void jsonColumns_goThroughEveryPath_onSqlite() throws Exception {
    Project project = project("sqlite", "JsonAddress", "TextNotes");
    program(project).run(JSON.resolve("Check.java"));
  }

  @Test
  void jsonColumns_goThroughEveryPath_onPostgres() throws Exception {
    Project project =
        project("postgresql", "JsonbAddress", "JsonbNotes")
            .scratch(PostgresServer.freshDatabase("json-scratch"));
    Program program = program(project);
    String url = PostgresServer.freshDatabase("json");
    Flyway.configure()
        .dataSource(url, null, null)
        .locations("filesystem:" + JSON.resolve("postgresql").toAbsolutePath())
        .load()
        .migrate();
    program.run(JSON.resolve("Check.java"), url);
  }

  private Project project(String engine, String address, String notes) throws Exception {
    return new Project(folder)
        .migrations(JSON.resolve(engine).toAbsolutePath().toString())
        .source("app/Declared.java", Files.readString(JSON.resolve("app/Declared.java")))
        .forcedTypes(
            forced("app.Address", address, "address"),
            forced("app.Address", "TextAddress", "billing"),
            forced("java.util.List<app.Phone>", "Phones", "phones"),
            forced("java.util.Map<String, Object>", notes, "notes"));
  }

  private Program program(Project project) throws Exception {
    return new Program(folder, project).with(JSON.resolve("app")).build();
  }

  private static ForcedType forced(String type, String converter, String column) {
    return new ForcedType()
        .withUserType(type)
        .withConverter("app." + converter + "Converter")
        .withIncludeExpression(".*\\." + column);
  }
}
