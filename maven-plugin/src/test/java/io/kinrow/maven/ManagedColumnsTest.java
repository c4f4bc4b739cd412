package io.kinrow.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jooq.meta.jaxb.ForcedType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole pipeline with rules for versions and audit columns: each folder of {@code managed} has
 * a {@code package-info.java} with the rules, migrations for each engine, and a program {@code
 * Check} that runs on each. {@code -Dmanaged.case=versions} runs the cases whose names begin so.
 */
class ManagedColumnsTest {

  private static final Path CASES = Path.of("src/test/resources/managed");

  private static final ForcedType INSTANT =
      new ForcedType()
          .withUserType("java.time.Instant")
          .withConverter(
              "org.jooq.Converter.ofNullable(java.time.OffsetDateTime.class,"
                  + " java.time.Instant.class, java.time.OffsetDateTime::toInstant,"
                  + " instant -> instant.atOffset(java.time.ZoneOffset.UTC))")
          .withIncludeExpression(".*\\.happened_at");

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> program_compilesAndRuns_onBothEngines() throws IOException {
    String wanted = System.getProperty("managed.case", "");
    try (Stream<Path> cases = Files.list(CASES)) {
      return cases
          .filter(each -> each.getFileName().toString().startsWith(wanted))
          .sorted()
          .toList()
          .stream()
          .flatMap(each -> Stream.of(each.resolve("sqlite"), each.resolve("postgresql")))
          .filter(Files::isDirectory)
          .map(each -> DynamicTest.dynamicTest(CASES.relativize(each).toString(), () -> run(each)));
    }
  }

  private void run(Path schema) throws Exception {
    Path rules = schema.getParent();
    String name = rules.getFileName() + "-" + schema.getFileName();
    Path base = Files.createDirectory(folder.resolve(name));
    String migrations = schema.toAbsolutePath().toString();
    Project project = new Project(base).migrations(migrations);
    if (rules.endsWith("audit-defaults")) {
      project.forcedTypes(INSTANT);
    }
    Path declared = rules.resolve("app/Declared.java");
    if (Files.exists(declared)) {
      project.source("app/Declared.java", Files.readString(declared));
    }
    Program program =
        new Program(base, project)
            .declaration(rules.resolve("package-info.java"))
            .with(rules.resolve("app"));
    Path check = rules.resolve("Check.java");
    if (schema.endsWith("sqlite")) {
      program.build().run(check);
      return;
    }
    project.scratch(PostgresServer.freshDatabase(name + "-scratch"));
    program.build();
    String url = PostgresServer.freshDatabase(name);
    Flyway.configure()
        .dataSource(url, null, null)
        .locations("filesystem:" + migrations)
        .load()
        .migrate();
    program.run(check, url);
  }
}
