package io.kinrow.migrate.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.compare.Difference;
import io.kinrow.migrate.settings.RefusedException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AskedRenamesTest {

  private static final Schema OLD =
      Schema.ofSql(
          "CREATE TABLE users (id INTEGER PRIMARY KEY, nick TEXT, \"e mail\" TEXT NOT NULL);"
              + "CREATE TABLE posts (id INTEGER PRIMARY KEY, body TEXT, at TEXT);");

  @TempDir Path folder;

  private final List<String> questions = new ArrayList<>();

  private AskedRenames ask(Schema desired, DiffOptions options, String... yes) {
    return AskedRenames.ask(
        OLD,
        desired,
        options,
        question -> {
          questions.add(question);
          return Set.of(yes).contains(question);
        });
  }

  private Path desired(String sql) throws Exception {
    return Files.writeString(folder.resolve("desired.sql"), sql);
  }

  @Test
  void usesTheAnswers_andRecordsThemInTheFile() throws Exception {
    String[] yes = {
      "Was table posts renamed to articles?",
      "Was users.nick renamed to nickname?",
      "Was users.e mail renamed to email?",
      "Was articles.body renamed to text_body?"
    };
    Path file =
        desired(
            """
            CREATE TABLE users (
              id INTEGER PRIMARY KEY,
              nickname TEXT,   \s
              email TEXT NOT NULL -- where to write
            );
            CREATE TABLE articles (
              id INTEGER PRIMARY KEY,
              text_body TEXT,
              at TEXT);
            """);
    Schema desired = Schema.ofDdl(file);
    AskedRenames renames = ask(desired, DiffOptions.defaults(), yes);
    assertThat(questions).containsExactlyInAnyOrder(yes);
    SchemaDiff diff =
        SchemaDiff.between(OLD, desired, renames.addedTo(DiffOptions.defaults().keepData(true)));
    assertThat(diff.losses()).isEmpty();
    assertThat(diff.differences())
        .extracting(Difference::toString)
        .containsExactlyInAnyOrder(
            "> table posts: to articles",
            "> column users.nick: to nickname",
            "> column users.e mail: to email",
            "> column articles.body: to text_body");

    assertThat(renames.record(file))
        .containsExactly(
            file + ":6: recorded beside articles: -- kinrow:was posts",
            file + ":8: recorded beside text_body: -- kinrow:was body",
            file + ":3: recorded beside nickname: -- kinrow:was nick",
            file + ":4: recorded beside email: -- kinrow:was \"e mail\"");
    String recorded =
        """
        CREATE TABLE users (
          id INTEGER PRIMARY KEY,
          nickname TEXT, -- kinrow:was nick   \s
          email TEXT NOT NULL -- where to write -- kinrow:was "e mail"
        );
        CREATE TABLE articles ( -- kinrow:was posts
          id INTEGER PRIMARY KEY,
          text_body TEXT, -- kinrow:was body
          at TEXT);
        """;
    assertThat(file).content().isEqualTo(recorded);
    assertThat(SchemaDiff.between(OLD, Schema.ofDdl(file)).differences())
        .containsExactlyInAnyOrderElementsOf(diff.differences());
  }

  @Test
  void isNeitherAskedNorRecordedAgain() throws Exception {
    Path file = desired(users("nickname TEXT"));
    String nick = "Was users.nick renamed to nickname?";
    AskedRenames renames = ask(Schema.ofDdl(file), DiffOptions.defaults(), nick);
    renames.record(file);
    String once = Files.readString(file);
    assertThat(renames.record(file))
        .containsExactly(file + ":3: recorded beside nickname: -- kinrow:was nick");
    assertThat(file).content().isEqualTo(once);
    questions.clear();
    ask(Schema.ofDdl(file), DiffOptions.defaults());
    assertThat(questions).isEmpty();
    DiffOptions said = DiffOptions.defaults().renameColumn("users.nick", "nickname");
    ask(Schema.ofSql(users("nickname TEXT")), said);
    assertThat(questions).isEmpty();
  }

  @Test
  void changesNothing_whenTheAnswerIsNo() throws Exception {
    Path file = desired(users("nickname TEXT"));
    AskedRenames renames = ask(Schema.ofDdl(file), DiffOptions.defaults());
    assertThat(questions).containsExactly("Was users.nick renamed to nickname?");
    assertThat(renames.record(file)).isEmpty();
    assertThat(file).content().isEqualTo(users("nickname TEXT"));
    assertThat(renames.addedTo(DiffOptions.defaults()).columnRenames()).isEmpty();
  }

  @Test
  void asksUntilOneNameIsTheFormerOne_mostSimilarFirst() {
    Schema old = Schema.ofSql("CREATE TABLE t (name_old TEXT, name_first TEXT, id INTEGER)");
    Schema desired =
        Schema.ofSql("CREATE TABLE t (name_of_old TEXT, name_firsts TEXT, id INTEGER)");
    AskedRenames.ask(
        old,
        desired,
        DiffOptions.defaults(),
        question -> {
          questions.add(question);
          return !question.contains("t.name_old renamed to name_of_old");
        });
    assertThat(questions)
        .containsExactly(
            "Was t.name_old renamed to name_of_old?", "Was t.name_first renamed to name_firsts?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void keepsEveryOtherByte(String lineEnd) throws Exception {
    String before =
        "\uFEFF-- Grüße\n" + users("nickname TEXT -- Ü").replace("\n", lineEnd).stripTrailing();
    Path file = desired(before);
    ask(Schema.ofDdl(file), DiffOptions.defaults(), "Was users.nick renamed to nickname?")
        .record(file);
    assertThat(Files.readAllBytes(file))
        .isEqualTo(
            before
                .replace("TEXT -- Ü", "TEXT -- Ü -- kinrow:was nick")
                .getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void findsTheFileOfAFolder() throws Exception {
    Files.writeString(folder.resolve("a.sql"), "CREATE TABLE tags (id INTEGER PRIMARY KEY);");
    Path file = Files.writeString(folder.resolve("b.sql"), users("nickname TEXT"));
    ask(Schema.ofDdl(folder), DiffOptions.defaults(), "Was users.nick renamed to nickname?")
        .record(folder);
    assertThat(file).content().isEqualTo(users("nickname TEXT -- kinrow:was nick"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE users (id INTEGER PRIMARY KEY,\n nickname TEXT, \"e mail\" TEXT NOT NULL);",
        "CREATE TABLE users (id INTEGER PRIMARY KEY,\n nickname TEXT CHECK (nickname <> 'a\nb'),"
            + "\n\"e mail\" TEXT NOT NULL);"
      })
  void explainsInstead_whenACommentWouldBelongToSomethingElse(String sql) throws Exception {
    Path file = desired(sql);
    AskedRenames renames =
        ask(Schema.ofDdl(file), DiffOptions.defaults(), "Was users.nick renamed to nickname?");
    List<String> done = renames.record(file);
    assertThat(done).singleElement().asString().startsWith(file + ":2: not recorded, because ");
    assertThat(file).content().isEqualTo(sql);
  }

  @Test
  void namesTheFile_whenItIsGone() throws Exception {
    Path file = desired(users("nickname TEXT"));
    AskedRenames renames =
        ask(Schema.ofDdl(file), DiffOptions.defaults(), "Was users.nick renamed to nickname?");
    Files.delete(file);
    assertThatThrownBy(() -> renames.record(file))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(file.toString());
  }

  private static String users(String column) {
    return "CREATE TABLE users (\n  id INTEGER PRIMARY KEY,\n  "
        + column
        + "\n, \"e mail\" TEXT NOT NULL);\n"
        + "CREATE TABLE posts (id INTEGER PRIMARY KEY, body TEXT, at TEXT);\n";
  }
}
