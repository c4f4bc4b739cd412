package io.kinrow.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole pipeline on PostgreSQL: each folder of {@code postgres} has migrations and a program
 * {@code Check} that writes real rows and navigates them, on a database of its own. {@code
 * -Dpostgres.case=keys} runs the cases whose names begin so.
 */
class PostgresSchemasTest {

  private static final Path CASES = Path.of("src/test/resources/postgres");

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> program_compilesAndRuns_onItsSchema() throws IOException {
    String wanted = System.getProperty("postgres.case", "");
    try (Stream<Path> cases = Files.list(CASES)) {
      return cases
          .filter(each -> each.getFileName().toString().startsWith(wanted))
          .sorted()
          .toList()
          .stream()
          .map(each -> DynamicTest.dynamicTest(each.getFileName().toString(), () -> run(each)));
    }
  }

  private void run(Path schema) throws Exception {
    String name = schema.getFileName().toString();
    Path base = Files.createDirectory(folder.resolve(name));
    String migrations = schema.toAbsolutePath().toString();
    Project project =
        new Project(base)
            .migrations(migrations)
            .scratch(PostgresServer.freshDatabase(name + "-scratch"));
    Path names = schema.resolve("names.txt");
    if (Files.exists(names)) {
      project.names(Files.readString(names));
    }
    Path schemas = schema.resolve("schemas.txt");
    String[] listed =
        Files.exists(schemas) ? Files.readAllLines(schemas).toArray(String[]::new) : new String[0];
    project.schemas(listed);
    Program program = new Program(base, project).with(schema.resolve("app")).build();
    String url = PostgresServer.freshDatabase(name);
    Flyway.configure()
        .dataSource(url, null, null)
        .locations("filesystem:" + migrations)
        .schemas(listed)
        .load()
        .migrate();
    program.run(schema.resolve("Check.java"), url);
  }
}
