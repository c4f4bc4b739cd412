package io.kinrow.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How the processor is found and run; what it writes is in the folders {@code good} and {@code
 * bad}.
 */
class RepositoryProcessorTest {

  private static final Path BLOG = Path.of("src", "test", "resources", "good", "blog");
  private static final Path PROJECTIONS = BLOG.resolveSibling("projections");

  @TempDir Path folder;

  @Test
  void isFoundByJavac() {
    assertThat(ServiceLoader.load(Processor.class))
        .anyMatch(processor -> processor instanceof RepositoryProcessor);
  }

  @Test
  void writesTheSameFiles_whenTheirClassesAreThereFromAnEarlierRun() throws IOException {
    Path classes = Files.createDirectory(folder.resolve("classes"));
    assertThat(Compilation.compile(Compilation.sources(BLOG), classes).messages()).isEmpty();
    Path generated = Files.createDirectory(folder.resolve("generated"));
    List<Path> in = Compilation.sources(BLOG.resolve("in"));

    assertThat(Compilation.process(in, generated, classes.toString()).messages()).isEmpty();
    assertThat(Compilation.process(in, generated, classes.toString()).messages()).isEmpty();

    assertThat(Compilation.texts(generated)).isEqualTo(Compilation.texts(BLOG.resolve("out")));
  }

  /** As an IDE does after a change of the record. */
  @Test
  void writesTheReaderOfARecord_whenNothingElseIsCompiled() throws IOException {
    Path classes = Files.createDirectory(folder.resolve("classes"));
    assertThat(Compilation.compile(Compilation.sources(PROJECTIONS), classes).messages()).isEmpty();
    Path generated = Files.createDirectory(folder.resolve("generated"));
    Path record = PROJECTIONS.resolve("in/io/kinrow/blog/PostSummary.java");

    assertThat(Compilation.process(List.of(record), generated, classes.toString()).messages())
        .isEmpty();

    String reader = "io/kinrow/blog/PostSummaryRows.java";
    assertThat(Compilation.texts(generated))
        .containsExactly(
            Map.entry(reader, Compilation.texts(PROJECTIONS.resolve("out")).get(reader)));
  }

  @Test
  void leavesAMissingEntityToJavac() throws IOException {
    Path record =
        Files.writeString(
            folder.resolve("Line.java"),
            "@io.kinrow.annotation.Projection(Missing.class)\nrecord Line(long id) {}\n");

    Compilation.Result result = Compilation.process(List.of(record), folder);

    assertThat(result.messages()).singleElement().asString().contains("cannot find symbol");
  }

  @Test
  void leavesAMissingTablesClassToJavac() throws IOException {
    Path info =
        Files.writeString(
            folder.resolve("package-info.java"),
            "@io.kinrow.annotation.Repositories(tables = Tables.class, database = \"Blog\")\n"
                + "package blog;\n");

    Compilation.Result result = Compilation.process(List.of(info), folder);

    assertThat(result.messages()).singleElement().asString().contains("cannot find symbol");
  }
}
