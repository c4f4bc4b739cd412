package io.kinrow.microblog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the commands of docs/cli.md; {@code -Dbless=true} writes their output there. */
class DocumentedCommandsTest {

  private static final Path PAGE = Path.of("../docs/cli.md");
  private static final String PROMPT = "$ ./microblog ";
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  @TempDir Path folder;

  @Test
  void printsWhatThePageSays_whenItsCommandsAreRun() throws Exception {
    List<String> page = Files.readAllLines(PAGE);
    List<String> actual = run(page);
    if (Boolean.getBoolean("bless")) {
      Files.write(PAGE, actual);
    } else {
      assertThat(actual.stream().map(DocumentedCommandsTest::timeless))
          .containsExactlyElementsOf(page.stream().map(DocumentedCommandsTest::timeless).toList());
    }
  }

  /** The page, with the output that its commands have now. */
  private List<String> run(List<String> page) throws Exception {
    List<String> actual = new ArrayList<>();
    boolean output = false;
    for (String line : page) {
      if (line.startsWith(PROMPT)) {
        output = true;
        actual.add(line);
        Cli.Result result = Cli.in(folder).run(words(line.substring(PROMPT.length())));
        (result.err() + result.out()).lines().forEach(actual::add);
      } else if (!output || line.startsWith("```")) {
        output = false;
        actual.add(line);
      }
    }
    return actual;
  }

  private static String[] words(String command) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(command);
    while (word.find()) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1));
    }
    return words.toArray(String[]::new);
  }

  /** Without what differs from run to run. */
  private static String timeless(String line) {
    return line.replaceAll("\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d(:\\d\\d)?", "TIME")
        .replaceAll("\\d+\\.\\d ms", "MS")
        .replaceAll("--after \\S+|\"next\" : \"[^\"]+\"", "NEXT")
        .replaceAll("Backup: .*", "Backup");
  }
}
