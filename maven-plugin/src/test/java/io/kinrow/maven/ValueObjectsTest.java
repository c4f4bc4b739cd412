package io.kinrow.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.jooq.meta.jaxb.ForcedType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Value objects by jOOQ's converters, through every path: the folder {@code values} has a schema
 * for each engine, the objects with their converters, and a program {@code Check}.
 */
class ValueObjectsTest {

  private static final Path VALUES = Path.of("src/test/resources/values");

  @TempDir private Path folder;

  @Test
  void valueObjects_goThroughEveryPath_onSqlite() throws Exception {
    program(project("sqlite")).run(VALUES.resolve("Check.java"));
  }

  @Test
  void valueObjects_goThroughEveryPath_onPostgres() throws Exception {
    Project project = project("postgresql").scratch(PostgresServer.freshDatabase("values-scratch"));
    Program program = program(project);
    String url = PostgresServer.freshDatabase("values");
    Flyway.configure()
        .dataSource(url, null, null)
        .locations("filesystem:" + VALUES.resolve("postgresql").toAbsolutePath())
        .load()
        .migrate();
    program.run(VALUES.resolve("Check.java"), url);
  }

  private Project project(String engine) throws Exception {
    return new Project(folder)
        .migrations(VALUES.resolve(engine).toAbsolutePath().toString())
        .source("app/Declared.java", Files.readString(VALUES.resolve("app/Declared.java")))
        .forcedTypes(
            forced(
                "MemberId",
                "(.*\\.)?(members|member_lines)\\.id|.*\\.(member|boss|seat_member)_id"),
            forced("Email", ".*\\.(email|copy_to)"),
            forced("Price", ".*\\.price"),
            forced("Day", ".*\\.(day|joined|seat_day)"),
            forced("Code", ".*\\.(code|tag_code)"));
  }

  private Program program(Project project) throws Exception {
    return new Program(folder, project).with(VALUES.resolve("app")).build();
  }

  private static ForcedType forced(String type, String columns) {
    return new ForcedType()
        .withUserType("app." + type)
        .withConverter("app." + type + "Converter")
        .withIncludeExpression("(" + columns + ")");
  }
}
