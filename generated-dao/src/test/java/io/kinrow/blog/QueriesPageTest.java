package io.kinrow.blog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about declared queries shows the sample's own, which other tests run. */
class QueriesPageTest {

  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)\n```", Pattern.DOTALL);

  @Test
  void theCodeOnThePage_isThatOfTheSample() throws IOException {
    StringBuilder files = new StringBuilder();
    for (String file :
        List.of(
            "main/java/io/kinrow/blog/BlogQueries.java",
            "main/java/io/kinrow/blog/PostSummary.java",
            "main/java/io/kinrow/blog/UserProfile.java",
            "test/java/io/kinrow/blog/DeclaredQueriesTest.java",
            "test/java/io/kinrow/blog/ProjectionTest.java",
            "test/java/io/kinrow/blog/RecordQueriesTest.java")) {
      files.append(Files.readString(Path.of("src", file)));
    }
    String sources = oneLine(files.toString());
    String page =
        Files.readString(Path.of("../docs/queries.md"))
            + section(Files.readString(Path.of("../README.md")), "### Your own SQL");
    Stream<MatchResult> blocks = BLOCK.matcher(page).results();
    List<String> shown =
        blocks
            .map(block -> block.group(1))
            .flatMap(block -> Stream.of(block.split("\n\n")))
            .map(QueriesPageTest::oneLine)
            .toList();

    assertThat(shown).hasSizeGreaterThan(10).allSatisfy(code -> assertThat(sources).contains(code));
  }

  @Test
  void theFileOnThePage_isThatOfTheSample() throws IOException {
    String page = Files.readString(Path.of("../docs/queries.md"));
    int start = page.indexOf("```sql\n") + "```sql\n".length();

    assertThat(Files.readString(Path.of("src/main/sql/reports.sql")))
        .contains(page.substring(start, page.indexOf("```", start)));
  }

  private static String section(String page, String title) {
    int start = page.indexOf(title);
    assertThat(start).isPositive();
    return page.substring(start, page.indexOf("\n## ", start));
  }

  private static String oneLine(String code) {
    return code.replaceAll("/\\*\\*.*?\\*/", "").replaceAll("\\s+", " ").strip();
  }
}
