package io.kinrow.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of {@code good} is a case: what is generated from {@code in} is {@code out}, byte for
 * byte. {@code -Dbless=true} writes {@code out} anew.
 */
class GoodCasesTest {

  private static final Path CASES = Path.of("src", "test", "resources", "good");

  @TempDir Path folder;

  static Stream<String> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.map(path -> path.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void generatesTheGoldenFiles(String name) throws IOException {
    Map<String, String> generated =
        generate(Compilation.sources(CASES.resolve(name).resolve("in")));

    Path out = CASES.resolve(name).resolve("out");
    if (Boolean.getBoolean("bless")) {
      bless(generated, out);
    }
    assertThat(generated).isEqualTo(Compilation.texts(out));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void generatesTheSameBytes_whenTheInputIsReversed(String name) throws IOException {
    List<Path> sources = Compilation.sources(CASES.resolve(name).resolve("in"));
    List<Path> reversed = new ArrayList<>(sources);
    Collections.reverse(reversed);

    assertThat(generate(reversed)).isEqualTo(generate(sources));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void generatesTheSameBytes_whenTheTablesComeFromTheClasspath(String name) throws IOException {
    List<Path> sources = Compilation.sources(CASES.resolve(name).resolve("in"));
    List<Path> annotated =
        sources.stream().filter(path -> !path.toString().contains("/db/")).toList();
    List<Path> tables = sources.stream().filter(path -> !annotated.contains(path)).toList();
    Path classes = Files.createTempDirectory(folder, "classes");
    assertThat(Compilation.compile(tables, classes).messages()).isEmpty();

    assertThat(generate(annotated, classes.toString())).isEqualTo(generate(sources));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void generatedFilesCompileWithoutWarnings(String name) throws IOException {
    List<Path> sources = new ArrayList<>(Compilation.sources(CASES.resolve(name).resolve("in")));
    sources.addAll(Compilation.sources(CASES.resolve(name).resolve("out")));

    Compilation.Result result = Compilation.compile(sources, folder);

    assertThat(result.messages()).isEmpty();
    assertThat(result.success()).isTrue();
  }

  private Map<String, String> generate(List<Path> sources, String... classpath) throws IOException {
    Path generated = Files.createTempDirectory(folder, "generated");
    Compilation.Result result = Compilation.process(sources, generated, classpath);
    assertThat(result.messages()).isEmpty();
    return Compilation.texts(generated);
  }

  private static void bless(Map<String, String> generated, Path out) throws IOException {
    for (Path old : Compilation.sources(out)) {
      Files.delete(old);
    }
    for (Map.Entry<String, String> file : generated.entrySet()) {
      Path path = out.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }
}
