package io.kinrow.blog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The page about writing shows what tests of this package run, or programs of {@code
 * ManagedColumnsTest} in maven-plugin.
 */
class WritingPageTest {

  private static final List<Path> TESTS =
      List.of(
          Path.of("src/test/java/io/kinrow/blog"),
          Path.of("../maven-plugin/src/test/resources/managed/versions"),
          Path.of("../maven-plugin/src/test/resources/managed/row-versions"),
          Path.of("../maven-plugin/src/test/resources/managed/audit"));

  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)\n```", Pattern.DOTALL);

  @Test
  void theCodeOnThePage_isRunByTests() throws IOException {
    StringBuilder tests = new StringBuilder();
    for (Path folder : TESTS) {
      try (Stream<Path> files = Files.list(folder).filter(Files::isRegularFile)) {
        tests.append(files.map(WritingPageTest::oneLine).collect(Collectors.joining(" ")));
      }
    }
    List<String> shown =
        BLOCK
            .matcher(Files.readString(Path.of("../docs/writing.md")))
            .results()
            .flatMap(block -> Stream.of(block.group(1).split("\n\n")))
            .map(WritingPageTest::oneLine)
            .toList();

    assertThat(shown).isNotEmpty().allSatisfy(code -> assertThat(tests).contains(code));
  }

  private static String oneLine(Path file) {
    try {
      return oneLine(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String oneLine(String code) {
    return code.replaceAll("\\s+", " ").strip();
  }
}
