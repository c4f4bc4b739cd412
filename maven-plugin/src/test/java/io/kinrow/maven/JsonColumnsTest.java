package io.kinrow.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

  private static final Pattern CODE = Pattern.compile("```java\n(.*?)\n```", Pattern.DOTALL);

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

  @Test
  void codeOnThePage_isThatOfTheProgram() throws Exception {
    StringBuilder sources = new StringBuilder();
    try (Stream<Path> files = Files.walk(JSON)) {
      for (Path file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
        sources.append(oneLine(Files.readString(file))).append(' ');
      }
    }
    String page = Files.readString(Path.of("../docs/values.md"));
    String section = page.substring(page.indexOf("## JSON\n"), page.indexOf("## Through jOOQ"));
    assertThat(CODE.matcher(section).results().map(code -> oneLine(code.group(1))))
        .hasSize(2)
        .allSatisfy(code -> assertThat(sources).contains(code));
  }

  private static String oneLine(String code) {
    return code.replaceAll("\\s+", " ").strip();
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
