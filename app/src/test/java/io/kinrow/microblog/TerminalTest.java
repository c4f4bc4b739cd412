package io.kinrow.microblog;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.microblog.command.MicroblogCommand;
import io.kinrow.microblog.output.Console;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked, if a person can answer. */
class TerminalTest {

  private static final String NICK = "Was users.nick renamed to nickname? [y/N] ";
  private static final String DESIRED =
      "CREATE TABLE users (\n  id INTEGER PRIMARY KEY,\n  nickname TEXT NOT NULL\n);\n";

  @TempDir Path folder;
  private Path migrations;
  private Path desired;

  @BeforeEach
  void aRename() throws Exception {
    migrations = Files.createDirectory(folder.resolve("migrations"));
    Files.writeString(
        migrations.resolve("V1__users.sql"),
        "CREATE TABLE users (id INTEGER PRIMARY KEY, nick TEXT NOT NULL);");
    Files.writeString(migrations.resolve("U1__users.sql"), "DROP TABLE users;");
    desired = Files.writeString(folder.resolve("desired.sql"), DESIRED);
  }

  private Cli.Result answering(String input, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console =
        Console.ofTerminal(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintWriter(out),
            new PrintWriter(err));
    List<String> words = new ArrayList<>(List.of("db"));
    words.addAll(List.of(arguments));
    words.addAll(List.of("--migrations", migrations.toString()));
    return new Cli.Result(
        MicroblogCommand.run(console, words.toArray(String[]::new)),
        out.toString(),
        err.toString());
  }

  private String schema() {
    return desired.toString();
  }

  @Test
  void renamesAndRecords_whenTheAnswerIsYes() throws Exception {
    Cli.Result dry =
        answering("yes\n", "revision", "-m", "name", "--dry-run", "--desired", schema());
    assertThat(dry.out()).contains("RENAME COLUMN nick TO nickname");
    assertThat(desired).content().isEqualTo(DESIRED);
    assertThat(dry.err()).isEqualTo(NICK);

    Cli.Result written = answering("y\n", "revision", "-m", "name", "--desired", schema());
    assertThat(written.err())
        .isEqualTo(
            NICK + "microblog: " + desired + ":3: recorded beside nickname: -- kinrow:was nick\n");
    assertThat(migrations.resolve("V2__name.sql")).content().contains("RENAME COLUMN nick TO nick");
    assertThat(desired)
        .content()
        .isEqualTo(DESIRED.replace("NOT NULL\n", "NOT NULL -- kinrow:was nick\n"));
    assertThat(answering("", "diff", "--desired", schema()).ok().out())
        .isEqualTo("The migrations give the desired schema.\n");
  }

  @Test
  void isRecordedByDiffToo_soThatNothingIsAskedTwice() throws Exception {
    assertThat(answering("Y\n", "diff", "--desired", schema()).out()).contains("renamed");
    assertThat(desired).content().contains("nickname TEXT NOT NULL -- kinrow:was nick\n");
    assertThat(answering("", "diff", "--desired", schema()).ok().out()).contains("renamed");
  }

  @Test
  void behavesAsWithoutATerminal_whenTheAnswerIsNo() throws Exception {
    for (String no : List.of("\n", "n\n", "")) {
      Cli.Result declined = answering(no, "diff", "--desired", schema());
      assertThat(declined.err())
          .startsWith(NICK + "microblog: users.nickname is new and NOT NULL")
          .contains("--rename users.nick=nickname");
      assertThat(declined.code()).isEqualTo(1);
    }
    assertThat(desired).content().isEqualTo(DESIRED);
  }

  @Test
  void asksNothing_whenNobodyIsThere() throws Exception {
    Cli.Result result =
        Cli.in(folder)
            .runWith("y\n", "db", "diff", "--migrations", "migrations", "--desired", "desired.sql");
    result.refused("users.nickname is new and NOT NULL");
    assertThat(desired).content().isEqualTo(DESIRED);
  }
}
