package io.kinrow.microblog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

  @TempDir Path folder;

  @Test
  void printsVersion_whenAsked() throws Exception {
    assertThat(Cli.in(folder).run("--version").ok().out())
        .startsWith("microblog ")
        .doesNotContain("${")
        .contains("Java " + System.getProperty("java.version"));
  }

  @Test
  void listsEveryCommand_inTheHelp() throws Exception {
    assertThat(Cli.in(folder).run("--help").ok().out())
        .contains("Usage: microblog", "user", "post", "feed", "stats", "seed", "demo", "db")
        .contains("generate-completion", "--db=DATABASE", "--format=FORMAT", "--explain")
        .contains("Exit codes:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"user", "db undo", "feed"})
  void printsHelp_ofSubcommands(String command) throws Exception {
    String[] words = (command + " --help").split(" ");
    assertThat(Cli.in(folder).run(words).ok().out())
        .contains("Usage: microblog " + command, "--stacktrace");
  }

  @Test
  void namesThePlaceholder_inTheHelp() throws Exception {
    assertThat(Cli.in(folder).run("db", "migrate", "--help").ok().out())
        .contains("A value for the placeholder ${NAME} in the scripts.");
  }

  @Test
  void suggests_whenACommandIsMistyped() throws Exception {
    Cli.in(folder).run("usr").usage("'usr'", "Did you mean", "user", "microblog --help");
  }

  @Test
  void refusesUsage_whenTheSubcommandIsMissing() throws Exception {
    Cli.in(folder).run("user").usage("Missing required subcommand", "microblog user --help");
    Cli.in(folder).run().usage("Missing required subcommand", "microblog --help");
  }

  @Test
  void refusesUsage_whenAValueIsWrong() throws Exception {
    Cli.in(folder).run("post", "delete", "seven").usage("'seven'", "microblog post delete --help");
    Cli.in(folder).run("post", "delete", "abc").usage("'abc' is not a whole number");
    Cli.in(folder).run("post", "list", "--size", "x").usage("'x' is not a whole number");
    Cli.in(folder).run("db", "undo", "--steps", "0").usage("--steps counts from 1");
    Files.createDirectory(folder.resolve("m"));
    Files.writeString(folder.resolve("m/V1__a.sql"), "CREATE TABLE a (id INTEGER PRIMARY KEY);");
    for (String command :
        List.of(
            "db migrate --to abc",
            "db undo --to abc",
            "db undo --only 1.x",
            "db lint --migrations m --since abc",
            "db squash --migrations m --to abc",
            "db revision -m x --revision abc")) {
      String[] words = command.split(" ");
      Cli.in(folder).run(words).usage(words[words.length - 2], "is not a version such as 2 or 2.1");
    }
    Cli.in(folder)
        .run("db", "squash", "--migrations", "m", "--to", "99")
        .usage("--to", "no migration with version 99; the versions are 1");
    Cli.in(folder).run("db", "lint", "--migrations", "m", "--large-table", "0").usage("--large");
    Cli.in(folder)
        .run("db", "diff", "--placeholder", "x")
        .usage("Value for option '--placeholder'");
    Cli.in(folder).run("user", "list", "--format", "xml").usage("'xml'", "TABLE");
    Cli.in(folder).run("post", "list", "--size", "0").usage("--size counts from 1");
  }

  @Test
  void takesGlobalOptions_beforeAndAfterTheCommand() throws Exception {
    Files.copy(Template.EMPTY.file(), folder.resolve("other.db"));
    Cli cli = Cli.in(folder);
    assertThat(cli.run("--db", "other.db", "--format", "json", "user", "list").ok().out())
        .isEqualTo("[ ]\n");
    assertThat(cli.run("user", "--format=json", "list", "--db=other.db").ok().out())
        .isEqualTo("[ ]\n");
    assertThat(folder.resolve("microblog.db")).doesNotExist();
  }

  @Test
  void generatesCompletion_thatBashAccepts() throws Exception {
    String script = Cli.in(folder).run("generate-completion").ok().out();
    assertThat(script).contains("unfollow", "--keep-data", "microblog");
    Path file = Files.writeString(folder.resolve("completion"), script);
    Cli.process(folder, "", List.of("bash", "-n", file.toString())).ok();
  }

  @Test
  void writesNoStackTrace_whenTheReaderGoesAway() throws Exception {
    Cli.seeded(folder).run("seed", "--users", "1", "--posts", "5000").ok();
    String java = String.join("' '", Jvm.command());
    Cli.Result result =
        Cli.process(
            folder,
            "",
            List.of("bash", "-c", "'" + java + "' post list --size 5000 --format csv | head -n 1"));
    assertThat(result.out()).isEqualTo("id,createdAt,author,replyTo,body\n");
    assertThat(result.err()).isEmpty();
  }
}
