package io.kinrow.microblog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedAndDemoTest {

  @TempDir Path folder;

  @Test
  void seedsTheSameRows_whenTheSeedIsTheSame() throws Exception {
    String[] seed = {"seed", "--users", "12", "--posts", "60", "--seed", "1"};
    Cli cli = Cli.migrated(folder);
    assertThat(cli.run(seed).ok().out()).matches("Added 12 users, 60 posts and \\d+ follows\\.\n");
    String[] posts = {"post", "list", "--size", "100", "--format", "csv"};
    Path other = Files.createDirectory(folder.resolve("other"));
    assertThat(cli.run(posts).ok().out()).isEqualTo(Cli.seeded(other).run(posts).ok().out());

    assertThat(cli.run("seed", "--users", "3", "--posts", "0", "--format", "csv").ok().out())
        .as("a second time adds more")
        .startsWith("users,posts,follows\n3,0,");
    cli.run("seed", "--users", "0", "--posts", "1").refused("Posts need authors");
    cli.run("seed", "--users", "-1").usage("must not be negative");
  }

  @Test
  void countsAndNamesLeaders_inTheStatistics() throws Exception {
    String json = Cli.seeded(folder).run("stats", "--format", "json").ok().out();
    assertThat(json)
        .contains("\"users\" : 12", "\"posts\" : 60", "\"firstPost\" : \"2026-01-01T00:01\"")
        .containsPattern("\"mostPosts\" : \"[a-z]+\\d+\"");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThat(Cli.migrated(empty).run("stats").ok().out())
        .startsWith("users           0\nposts           0\n");
  }

  @Test
  void showsEachLineOfTheTour_withItsSql() throws Exception {
    String out = Cli.in(folder).run("demo").ok().out();
    List<String> source = tour();
    assertThat(out.lines().filter(line -> !line.startsWith("    [") && !line.startsWith("    =>")))
        .as("the whole source, in order, once")
        .containsSequence(source);
    assertThat(out)
        .contains("[1] insert into users (nickname, email)", "-- 'john', 'john@example.com'")
        .contains("=> susan: Beautiful day in Portland!")
        .endsWith("19 statements in all.\n");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  private static List<String> tour() throws Exception {
    List<String> lines =
        Files.readAllLines(Path.of("src/main/java/io/kinrow/microblog/demo/BlogTour.java"));
    int first = lines.indexOf("  // the tour begins") + 2;
    int last = lines.indexOf("  // the tour ends") - 1;
    return lines.subList(first, last).stream()
        .map(line -> line.startsWith("    ") ? line.substring(4) : line)
        .toList();
  }

  @Test
  void leavesTheDatabaseAsItWas_whenTheDemoIsGivenOne() throws Exception {
    Cli cli = Cli.seeded(folder);
    cli.run("user", "add", "john", "john@example.com").ok();
    String[] dump = {"post", "list", "--size", "100", "--format", "csv"};
    String users = cli.run("user", "list").ok().out();
    String posts = cli.run(dump).ok().out();
    assertThat(cli.run("demo", "--db", "microblog.db").ok().out())
        .contains("'john2', 'john2@example.com'")
        .contains("    => …")
        .endsWith("All changes were reverted: the database is as it was.\n");
    assertThat(cli.run("user", "list").ok().out()).isEqualTo(users);
    assertThat(cli.run(dump).ok().out()).isEqualTo(posts);
    Cli.in(folder).run("demo", "--db", "none.db").refused("There is no database none.db");
  }
}
