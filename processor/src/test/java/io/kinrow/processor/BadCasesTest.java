package io.kinrow.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.processor.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of {@code bad} is a case: what is wrong with {@code in} is {@code problems.txt}, and
 * nothing is generated for it. {@code -Dbless=true} writes {@code problems.txt} anew.
 */
class BadCasesTest {

  private static final Path CASES = Path.of("src", "test", "resources", "bad");

  @TempDir Path folder;

  static Stream<String> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.map(path -> path.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void reportsTheProblems(String name) throws IOException {
    Path in = CASES.resolve(name).resolve("in");

    Compilation.Result result = Compilation.process(Compilation.sources(in), folder);

    Path expected = CASES.resolve(name).resolve("problems.txt");
    String problems = String.join("\n", result.messages()) + "\n";
    if (Boolean.getBoolean("bless")) {
      Files.writeString(expected, problems);
    }
    assertThat(problems).isEqualTo(Files.readString(expected));
    assertThat(result.success()).isFalse();
    assertThat(Compilation.texts(folder).keySet())
        .allSatisfy(
            file ->
                assertThat(name)
                    .matches("queries|optional-blocks|record-queries|row-lists|projections"))
        .noneSatisfy(file -> assertThat(file).containsPattern("(Sql|Projections_\\w+)\\.java"));
  }

  @Test
  void everyCodeHasACase() throws IOException {
    StringBuilder all = new StringBuilder();
    for (String name : cases().toList()) {
      all.append(Files.readString(CASES.resolve(name).resolve("problems.txt")));
    }

    List<Problem> unheard =
        Arrays.stream(Problem.values())
            .filter(problem -> !all.toString().contains(problem.code() + ": "))
            .toList();

    // these two need a full disk, and a bug
    assertThat(unheard).containsExactly(Problem.NOT_WRITTEN, Problem.UNEXPECTED);
  }

  @Test
  void everyCodeIsDocumented() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "errors.md"));

    assertThat(Arrays.stream(Problem.values()).map(Problem::code).collect(Collectors.toList()))
        .allSatisfy(code -> assertThat(page).contains("## " + code));
  }
}
