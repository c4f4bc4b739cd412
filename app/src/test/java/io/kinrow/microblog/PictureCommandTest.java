package io.kinrow.microblog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code db er}, as its users run it. */
class PictureCommandTest {

  @TempDir Path folder;

  @BeforeEach
  void project() throws Exception {
    Path migrations = folder.resolve("schema/src/main/resources/db/migration");
    Files.createDirectories(migrations);
    Files.writeString(
        migrations.resolve("V1__users.sql"),
        "CREATE TABLE users (id INTEGER PRIMARY KEY, nick TEXT);");
    Files.writeString(
        migrations.resolve("V2__posts.sql"),
        "CREATE TABLE posts (id INTEGER PRIMARY KEY, user_id INTEGER REFERENCES users (id));");
    Files.writeString(
        folder.resolve("schema/desired.sql"),
        "CREATE TABLE users (id INTEGER PRIMARY KEY, nickname TEXT);");
  }

  private Cli.Result er(String... options) throws Exception {
    String[] words = new String[options.length + 2];
    words[0] = "db";
    words[1] = "er";
    System.arraycopy(options, 0, words, 2, options.length);
    return Cli.in(folder).run(words);
  }

  @Test
  void printsTheLatestVersion_asSvg_whenNothingElseIsSaid() throws Exception {
    assertThat(er().ok().out())
        .startsWith("<svg")
        .contains("Version 2 posts", "posts.user_id → users.id")
        .endsWith("</svg>\n");
  }

  @Test
  void whatWasDrawnInWwwSqlDesigner_isTakenIntoTheDesiredSchema() throws Exception {
    assertThat(er("--at", "desired", "-o", "schema.xml").ok().out())
        .isEqualTo("Wrote schema.xml.\n");
    Path xml = folder.resolve("schema.xml");
    Path desired = folder.resolve("schema/desired.sql");
    String before = Files.readString(desired);
    assertThat(importDesigner().ok().out()).contains("The schema is as it was drawn.");
    assertThat(desired).content().isEqualTo(before);
    assertThat(folder.resolve("schema/desired.layout")).doesNotExist();
    Files.writeString(
        xml,
        Files.readString(xml)
            .replace("name=\"nickname\" null=\"1\"", "name=\"nick\" null=\"0\"")
            .replace("x=\"24\"", "x=\"96\""));
    importDesigner().refused("users.nickname is gone, and users.nick is new", "--no-renames");
    assertThat(importDesigner("--rename", "users.nickname=nick", "--dry-run").ok().out())
        .contains("nick", "NOT NULL");
    assertThat(desired).content().isEqualTo(before);
    Cli.Result result = importDesigner("--rename", "users.nickname=nick");
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("The rename of users.nickname to nick is not recorded");
    assertThat(result.err())
        .isEqualTo("microblog: wrote schema/desired.sql\nmicroblog: wrote schema/desired.layout\n");
    assertThat(desired)
        .content()
        .isEqualTo("CREATE TABLE users (id INTEGER PRIMARY KEY, nick TEXT NOT NULL);");
    assertThat(folder.resolve("schema/desired.layout")).content().startsWith("users 96 ");
    Files.writeString(xml, "<html/>");
    importDesigner().refused("schema.xml is not a file of WWW SQL Designer");
    er("--from", "1", "--to", "2", "--as", "designer").refused("cannot show a difference");
  }

  private Cli.Result importDesigner(String... options) throws Exception {
    String[] words = new String[options.length + 3];
    words[0] = "db";
    words[1] = "import-designer";
    words[2] = "schema.xml";
    System.arraycopy(options, 0, words, 3, options.length);
    return Cli.in(folder).run(words);
  }

  @Test
  void writesWhatTheExtensionSays() throws Exception {
    assertThat(er("-o", "er.html").ok().out()).isEqualTo("Wrote er.html.\n");
    assertThat(folder.resolve("er.html")).content().contains("[\"1 users\",\"2 posts\"]");
    assertThat(er("-o", "er.html", "--as", "dbml", "--format", "json").ok().out())
        .contains("\"file\" : \"er.html\"");
    assertThat(folder.resolve("er.html")).content().startsWith("// Version 2");
    er("-o", "er.png").refused("er.png has no extension of a picture", ".svg");
    er("-o", "no/er.svg").refused("There is no folder", "mkdir -p");
  }

  @Test
  void drawsOtherSchemas() throws Exception {
    assertThat(er("--at", "1", "--as", "mermaid").ok().out()).doesNotContain("posts");
    assertThat(er("--at", "desired", "--as", "mermaid").ok().out()).contains("nickname");
    Cli.migrated(folder);
    assertThat(er("--at", "live", "--as", "mermaid").ok().out()).contains("followers");
  }

  @Test
  void drawsDifferences_withRenames() throws Exception {
    assertThat(
            er(
                    "--from",
                    "2",
                    "--to",
                    "desired",
                    "--rename",
                    "users.nick=nickname",
                    "--as",
                    "mermaid")
                .ok()
                .out())
        .contains("~ changed, nick → nickname", "class posts gone");
    Cli.Result same = er("--from", "1", "--to", "1", "--as", "mermaid");
    assertThat(same.err()).isEqualTo("microblog: there are no differences\n");
    assertThat(same.code()).isZero();
  }

  /**
   * The program's own migrations for PostgreSQL, or those of a folder, on databases of the server.
   */
  @Test
  void drawsOnAServer() throws Exception {
    String url = Server.database();
    Cli cli = Cli.in(folder).with(Server.login());
    cli.run("--db", url, "db", "migrate").ok();
    String live = cli.run("--db", url, "db", "er", "--at", "live", "--as", "dbml").ok().out();
    String latest = cli.run("--db", url, "db", "er", "--as", "dbml").ok().out();
    assertThat(live).contains("Table \"followers\"", "bigint").startsWith("// Database\n");
    assertThat(latest.lines().skip(1)).containsExactlyElementsOf(live.lines().skip(1).toList());
    String folderOfScripts = "schema/src/main/resources/db/../db/migration";
    assertThat(
            cli.run("--db", url, "db", "er", "--migrations", folderOfScripts, "--as", "dbml")
                .ok()
                .out())
        .contains("// Version 2 posts", "\"nick\" text");
    assertThat(
            cli.run("--db", url, "db", "er", "--from", "live", "--to", "desired", "--as", "mermaid")
                .ok()
                .out())
        .contains("class followers gone", "text nickname");
  }

  @Test
  void keepsPlaces() throws Exception {
    assertThat(er("--save-layout", "-o", "er.svg").err())
        .isEqualTo("microblog: wrote the places of 2 tables to schema/desired.layout\n");
    Path layout = folder.resolve("schema/desired.layout");
    assertThat(layout).content().matches("posts \\d+ \\d+\nusers \\d+ \\d+\n");
    Files.writeString(layout, "posts 600 300\nusers 0 0\n");
    String moved = er().ok().out();
    assertThat(er("--layout", "schema/desired.layout").ok().out()).isEqualTo(moved);
    Files.writeString(layout, "posts 0 0\nusers 0 0\n");
    assertThat(er("-o", "er.svg").err()).contains("microblog: warning: posts and users overlap");
    Files.writeString(layout, "posts here\n");
    er().refused("schema/desired.layout:1: \"posts here\" is not the place of a table");
    er("--layout", "no.layout").refused("There is no layout no.layout", "--save-layout");
  }

  @Test
  void refusesWhatDoesNotGoTogether() throws Exception {
    er("--to", "2").usage("--to needs --from");
    er("--from", "1", "--at", "2").usage("--at is the picture of one schema");
    er("--at", "two").usage("'two' is not a version such as 2 or 2.1", "desired or live");
    er("--at", "7").refused("no migration with version 7; the versions are 1, 2");
    er("--from", "1", "--as", "dbml").refused("DBML cannot show a difference");
    er("--at", "live").refused("There is no database");
    er("--columns", "some").usage("--columns");
  }
}
