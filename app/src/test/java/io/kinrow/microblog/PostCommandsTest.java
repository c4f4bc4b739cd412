package io.kinrow.microblog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostCommandsTest {

  private static final String LONG = "long ".repeat(40_000) + "日本 🙂\nsecond line";

  @TempDir Path folder;

  @Test
  void keepsTextsWhole_whateverTheirLengthAndLanguage() throws Exception {
    Cli cli = Cli.migrated(folder);
    cli.run("post", "add", "susan", "hello").refused("There is no user 'susan'");
    cli.run("user", "add", "susan", "susan@example.com").ok();
    assertThat(cli.run("post", "add", "susan", "hello", "café").ok().out())
        .isEqualTo("Added post 1 of susan.\n");
    assertThat(cli.runWith(LONG + "\n", "post", "add", "susan", "-").ok().out())
        .isEqualTo("Added post 2 of susan.\n");
    cli.runWith("\n", "post", "add", "susan", "-").refused("The post is empty");

    assertThat(cli.run("post", "list").ok().out())
        .contains("| hello café ")
        .contains("long long long long long long long long long long long long…");
    assertThat(cli.run("post", "list", "--format", "csv").ok().out()).contains("\"" + LONG + "\"");
    assertThat(cli.run("post", "list", "--format", "json").ok().out())
        .contains("\"body\" : \"" + LONG.replace("\n", "\\n") + "\"")
        .containsSubsequence("\"page\" : 1", "\"pages\" : 1", "\"total\" : 2");
    assertThat(cli.run("user", "show", "susan").ok().out()).doesNotContain("last seen\n");
  }

  @Test
  void searchesAnswersAndDeletes_orSaysWhyNot() throws Exception {
    Cli cli = Cli.migrated(folder);
    assertThat(cli.run("post", "list").ok().out()).isEqualTo("No posts.\n");
    cli.run("user", "add", "susan", "susan@example.com").ok();
    cli.run("post", "add", "susan", "100% sure").ok();
    assertThat(cli.run("post", "reply", "1", "susan", "quite").ok().out())
        .isEqualTo("Added post 2 of susan, which answers post 1.\n");
    assertThat(cli.run("post", "search", "0% S", "--format", "csv").ok().out())
        .contains(",100% sure\n")
        .doesNotContain("quite");
    assertThat(cli.run("post", "search", "xyz").ok().out()).isEqualTo("No posts contain 'xyz'.\n");
    assertThat(cli.run("post", "delete", "1").ok().out()).isEqualTo("Deleted post 1.\n");
    assertThat(cli.run("post", "list", "--user", "susan", "--format", "csv").ok().out())
        .as("the answer stays")
        .contains(",susan,,quite\n");
    cli.run("post", "delete", "1").refused("There is no post 1", "post list");
    cli.run("post", "reply", "1", "susan", "x").refused("There is no post 1");
    cli.run("post", "list", "--user", "bob").refused("There is no user 'bob'");
  }

  @Test
  void goesThroughPages_andFeeds_withoutGapOrRepetition() throws Exception {
    Cli cli = Cli.seeded(folder);
    assertThat(cli.run("post", "list", "--size", "25").ok().out())
        .endsWith("Page 1 of 3, 60 posts. Next: --page 2\n");
    assertThat(cli.run("post", "list", "--size", "25", "--page", "3").ok().out())
        .endsWith("Page 3 of 3, 60 posts\n");
    assertThat(cli.run("post", "list", "--page", "9").ok().out())
        .startsWith("No posts on this page.\n");

    String nickname =
        cli.run("user", "list", "--format", "csv").ok().out().split("\n")[1].split(",")[1];
    List<String> whole = ids(cli.run("feed", nickname, "--size", "100", "--format", "csv"));
    assertThat(whole).hasSizeGreaterThan(5);

    List<String> sliced = new ArrayList<>();
    Pattern next = Pattern.compile("More: --after (\\S+)");
    String after = "";
    for (int i = 0; i < 20; i++) {
      String[] command =
          after.isEmpty()
              ? new String[] {"feed", nickname, "--size", "8"}
              : new String[] {"feed", nickname, "--size", "8", "--after", after};
      String out = cli.run(command).ok().out();
      Matcher rows = Pattern.compile("(?m)^\\| *(\\d+) \\|").matcher(out);
      rows.results().forEach(row -> sliced.add(row.group(1)));
      Matcher more = next.matcher(out);
      if (!more.find()) {
        break;
      }
      after = more.group(1);
    }
    assertThat(sliced).isEqualTo(whole);
    assertThat(cli.run("feed", nickname, "--size", "1", "--format", "json").ok().out())
        .containsPattern("\"next\" : \"[\\w-]+\"");
    cli.run("feed", nickname, "--after", "nonsense").usage("--after takes a token", "'nonsense'");
    cli.run("feed", nickname, "--after", "").usage("--after takes a token", "''");
    cli.run("feed", "bob").refused("There is no user 'bob'");
  }

  private static List<String> ids(Cli.Result csv) {
    return csv.ok().out().lines().skip(1).map(line -> line.split(",")[0]).toList();
  }
}
