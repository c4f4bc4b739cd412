package io.kinrow.migrate.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.settings.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of {@code pairs} is a case: {@code old.sql} and {@code new.sql} are the schemas,
 * {@code options} says what the diff is told, {@code V.sql} and {@code U.sql} are what it must
 * write, or {@code refused.txt} what it must say; run with {@code -Dbless=true} to write them.
 */
final class PairTest {

  private static final Path PAIRS = Path.of("src/test/resources/io/kinrow/migrate/diff/pairs");

  static List<Path> pairs() throws IOException {
    try (Stream<Path> folders = Files.list(PAIRS)) {
      return folders.sorted().toList();
    }
  }

  @Test
  void thereAreAtLeastSixtyPairs() throws IOException {
    assertThat(pairs()).hasSizeGreaterThanOrEqualTo(60);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pairs")
  void scriptsAreTheGoldenOnes_andProvedOnRows(Path pair) throws IOException {
    Schema old = Schema.ofDdl(pair.resolve("old.sql"));
    Schema desired = Schema.ofDdl(pair.resolve("new.sql"));
    DiffOptions options = Options.read(pair.resolve("options"));
    try {
      SchemaDiff diff = SchemaDiff.between(old, desired, options);
      golden(pair.resolve("V.sql"), diff.migration());
      golden(pair.resolve("U.sql"), diff.undo());
      golden(pair.resolve("hints.txt"), String.join("\n", diff.hints()));
      golden(pair.resolve("refused.txt"), "");
      assertThat(diff.isEmpty()).isEqualTo(diff.migration().isEmpty());
    } catch (RefusedException e) {
      golden(pair.resolve("V.sql"), "");
      golden(pair.resolve("U.sql"), "");
      golden(pair.resolve("refused.txt"), e.getMessage());
    }
  }

  private static void golden(Path file, String text) throws IOException {
    if (Boolean.getBoolean("bless")) {
      if (text.isEmpty()) {
        Files.deleteIfExists(file);
      } else {
        Files.writeString(file, text.stripTrailing() + "\n");
      }
    }
    String expected = Files.exists(file) ? Files.readString(file) : "";
    assertThat(text.stripTrailing()).isEqualTo(expected.stripTrailing());
  }
}
