package io.kinrow.microblog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs the commands of the pages under docs, each page in a folder with the sample's schema; {@code
 * -Dbless=true} writes their output there. A block of SQL or properties that begins with a comment
 * such as {@code -- shop/V1__users.sql} is written to that file first.
 */
class DocumentedCommandsTest {

  private static final Path DOCS = Path.of("../docs");
  private static final Path SCHEMA = Path.of("../schema");
  private static final String DATABASE = "jdbc:postgresql://localhost/blog";
  private static final String NO_DATABASE = "jdbc:postgresql://localhost/none";
  private static final Pattern FILE = Pattern.compile("(?:-- (\\S+/\\S+\\.sql)|# (\\S+\\.conf))");
  private static final String PROMPT = "$ ./microblog ";
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  @TempDir Path folder;
  private String database = "";

  @ParameterizedTest
  @ValueSource(strings = {"cli.md", "undo.md", "diff.md", "diagrams.md"})
  void printsWhatThePageSays_whenItsCommandsAreRun(String name) throws Exception {
    copySchema();
    List<String> page = Files.readAllLines(DOCS.resolve(name));
    List<String> actual = run(page);
    assertThat(page).as("commands").anyMatch(line -> line.startsWith(PROMPT));
    if (Boolean.getBoolean("bless")) {
      Files.write(DOCS.resolve(name), actual);
    } else {
      assertThat(actual.stream().map(DocumentedCommandsTest::timeless))
          .containsExactlyElementsOf(page.stream().map(DocumentedCommandsTest::timeless).toList());
    }
  }

  /** Where the commands look for it when nothing is said. */
  private void copySchema() throws Exception {
    Path migrations = Path.of("src/main/resources/db/migration");
    Files.createDirectories(folder.resolve("schema").resolve(migrations));
    Files.copy(SCHEMA.resolve("desired.sql"), folder.resolve("schema/desired.sql"));
    try (Stream<Path> files = Files.list(SCHEMA.resolve(migrations))) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, folder.resolve("schema").resolve(migrations).resolve(file.getFileName()));
      }
    }
  }

  private void writeFile(List<String> page, int first) throws Exception {
    Matcher name = FILE.matcher(page.get(first));
    if (name.matches()) {
      int end = first;
      while (!page.get(end).startsWith("```")) {
        end++;
      }
      Path file = folder.resolve(name.group(name.group(1) == null ? 2 : 1));
      Files.createDirectories(file.getParent());
      Files.write(file, page.subList(first + 1, end));
    }
  }

  /** The page, with the output that its commands have now. */
  private List<String> run(List<String> page) throws Exception {
    List<String> actual = new ArrayList<>();
    boolean output = false;
    for (int at = 0; at < page.size(); at++) {
      String line = page.get(at);
      if (line.equals("```sql") || line.equals("```properties")) {
        writeFile(page, at + 1);
      }
      if (line.startsWith(PROMPT)) {
        output = true;
        actual.add(line);
        output(line.substring(PROMPT.length())).forEach(actual::add);
      } else if (!output || line.startsWith("```")) {
        output = false;
        actual.add(line);
      }
    }
    return actual;
  }

  /** What a command prints; the page's database is on a server of the tests. */
  private Stream<String> output(String command) throws Exception {
    if (command.startsWith("db import-designer")) {
      draw(folder.resolve("schema.xml"));
    }
    if (!command.contains("jdbc:postgresql:")) {
      Cli.Result result = Cli.in(folder).run(words(command));
      return (result.err() + result.out()).lines();
    }
    if (database.isEmpty()) {
      database = Server.database().replaceAll("[?].*", "");
    }
    String none = database.replaceAll("[^/]+$", "none");
    String there = command.replace(DATABASE, database).replace(NO_DATABASE, none);
    Cli.Result result = Cli.in(folder).with(Server.login()).run(words(there));
    return (result.err() + result.out())
        .replace(database, DATABASE)
        .replace(none, NO_DATABASE)
        .lines();
  }

  /** What a reader draws on the page of WWW SQL Designer: a new name, and a new column. */
  private static void draw(Path xml) throws Exception {
    String text = Files.readString(xml);
    int end = text.indexOf("</row>\n", text.indexOf("name=\"last_seen\"")) + "</row>\n".length();
    String age = "<row name=\"age\" null=\"1\"><datatype>INTEGER</datatype></row>\n";
    Files.writeString(
        xml,
        (text.substring(0, end) + age + text.substring(end))
            .replace("name=\"nickname\"", "name=\"nick\"")
            .replace("<part>nickname</part>", "<part>nick</part>"));
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
        .replaceAll("\\b([UV])20\\d{12}__", "$1TIME__")
        .replaceAll("--after \\S+|\"next\" : \"[^\"]+\"", "NEXT")
        .replaceAll("Backup: .*", "Backup");
  }
}
