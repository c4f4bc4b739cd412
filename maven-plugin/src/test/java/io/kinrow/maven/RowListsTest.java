package io.kinrow.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lists of rows with values of many types: the folder {@code rows} has a schema and declared
 * queries for each engine, and a program {@code Check}.
 */
class RowListsTest {

  private static final Path ROWS = Path.of("src/test/resources/rows");

  @TempDir private Path folder;

  @Test
  void valuesOfAllTypes_areFound_onSqlite() throws Exception {
    program(project("sqlite")).run(ROWS.resolve("Check.java"));
  }

  @Test
  void valuesOfAllTypes_areFound_onPostgres() throws Exception {
    Project project = project("postgresql").scratch(PostgresServer.freshDatabase("rows-scratch"));
    Program program = program(project);
    String url = PostgresServer.freshDatabase("rows");
    Flyway.configure()
        .dataSource(url, null, null)
        .locations("filesystem:" + ROWS.resolve("postgresql").toAbsolutePath())
        .load()
        .migrate();
    program.run(ROWS.resolve("Check.java"), url);
  }

  private Project project(String engine) throws Exception {
    return new Project(folder)
        .migrations(ROWS.resolve(engine).toAbsolutePath().toString())
        .source("app/Declared.java", Files.readString(ROWS.resolve(engine + "/Declared.java")));
  }

  private Program program(Project project) throws Exception {
    return new Program(folder, project).with(project.sources().resolve("app")).build();
  }
}
