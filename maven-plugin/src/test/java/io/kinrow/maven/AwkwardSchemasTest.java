package io.kinrow.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole pipeline, on schemas that are hard on one of its parts: each folder of {@code awkward}
 * has migrations and a program that writes real rows and navigates them.
 */
class AwkwardSchemasTest {

  private static final Path CASES = Path.of("src/test/resources/awkward");

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> program_compilesAndRuns_onItsSchema() throws IOException {
    String wanted = System.getProperty("awkward.case", "");
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
    Path base = Files.createDirectory(folder.resolve(schema.getFileName()));
    Project project = new Project(base).migrations(schema.toAbsolutePath().toString());
    Path names = schema.resolve("names.txt");
    if (Files.exists(names)) {
      project.names(Files.readString(names));
    }
    new Program(base, project)
        .with(schema.resolve("app"))
        .build()
        .run(schema.resolve("Check.java"));
  }
}
