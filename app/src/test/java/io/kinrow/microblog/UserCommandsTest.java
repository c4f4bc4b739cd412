package io.kinrow.microblog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserCommandsTest {

  @TempDir Path folder;

  @Test
  void addsListsAndShowsUsers_inEveryFormat() throws Exception {
    Cli cli = Cli.migrated(folder);
    assertThat(cli.run("user", "list").ok().out())
        .isEqualTo("No users yet. Add one: microblog user add NICK EMAIL\n");
    assertThat(cli.run("user", "list", "--format", "csv").ok().out())
        .isEqualTo("id,nickname,email,posts,followers,following\n");

    assertThat(
            cli.run("user", "add", "susan", "susan@example.com", "--about", "SQL, \"really\"").ok())
        .extracting(Cli.Result::out)
        .isEqualTo("Added user 1, susan.\n");
    assertThat(cli.run("user", "add", "john", "john@example.com", "--format", "json").ok().out())
        .isEqualTo(
            """
            {
              "id" : 2,
              "nickname" : "john",
              "email" : "john@example.com",
              "aboutMe" : null,
              "lastSeen" : null
            }
            """);
    assertThat(cli.run("user", "follow", "john", "susan").ok().out())
        .isEqualTo("john follows susan.\n");

    assertThat(cli.run("user", "list").ok().out())
        .isEqualTo(
            """
            +----+----------+-------------------+-------+-----------+-----------+
            | id | nickname | email             | posts | followers | following |
            +----+----------+-------------------+-------+-----------+-----------+
            |  1 | susan    | susan@example.com |     0 |         1 |         0 |
            |  2 | john     | john@example.com  |     0 |         0 |         1 |
            +----+----------+-------------------+-------+-----------+-----------+
            """);
    assertThat(cli.run("user", "list", "--format", "csv").ok().out())
        .isEqualTo(
            """
            id,nickname,email,posts,followers,following
            1,susan,susan@example.com,0,1,0
            2,john,john@example.com,0,0,1
            """);
    assertThat(cli.run("user", "show", "susan").ok().out())
        .contains("about me   SQL, \"really\"\n", "followers  john\n", "last seen\n");
    assertThat(cli.run("user", "show", "susan", "--format", "csv").ok().out())
        .endsWith("\n1,susan,susan@example.com,\"SQL, \"\"really\"\"\",,0,john,\n");
    assertThat(cli.run("user", "show", "john", "--format", "json").ok().out())
        .contains("\"followers\" : [ ]", "\"following\" : [\n    \"susan\"\n  ]");
  }

  @Test
  void takesFourStatements_forAnyNumberOfUsers() throws Exception {
    Cli.Result result = Cli.seeded(folder).run("user", "list", "--explain");
    assertThat(result.code()).isZero();
    assertThat(result.err().lines())
        .hasSize(5)
        .anyMatch(line -> line.startsWith("[2] select") && line.contains("-- '[1,2,3,"))
        .last()
        .isEqualTo("4 statements");
    assertThat(result.out().lines()).hasSize(12 + 4);
  }

  @Test
  void renamesFollowsAndDeletes_orSaysWhyNot() throws Exception {
    Cli cli = Cli.seeded(folder);
    String first = nickname(cli, 1);
    String second = nickname(cli, 2);
    assertThat(cli.run("user", "rename", first, "zoë").ok().out())
        .isEqualTo("Renamed " + first + " to zoë.\n");
    cli.run("user", "rename", "zoë", second).refused("'" + second + "' is taken", "Choose another");
    cli.run("user", "add", "new", second + "@example.com").refused("email", "is taken");
    cli.run("user", "add", "two words", "a@b").refused("'two words' is not a nickname");
    cli.run("user", "add", "new", "nowhere").refused("'nowhere' is not an email address");
    cli.run("user", "show", first).refused("There is no user '" + first + "'", "user list");
    cli.run("user", "follow", "zoë", "zoë").refused("cannot follow themselves");

    cli.run("user", "unfollow", "zoë", second);
    assertThat(cli.run("user", "follow", "zoë", second).ok().out()).contains("zoë follows");
    assertThat(cli.run("user", "follow", "zoë", second).ok().out()).contains("already");
    assertThat(cli.run("user", "unfollow", "zoë", second, "--format", "csv").ok().out())
        .isEqualTo("follower,followed,follows,changed\nzoë," + second + ",false,true\n");

    cli.run("user", "delete", "zoë").refused("zoë has ", "--yes");
    assertThat(cli.run("user", "delete", "zoë", "--yes").ok().out())
        .matches("Deleted zoë and \\d+ posts\\.\n");
    cli.run("user", "delete", "zoë", "--yes").refused("There is no user 'zoë'");
  }

  private static String nickname(Cli cli, int id) throws Exception {
    return cli.run("user", "list", "--format", "csv")
        .ok()
        .out()
        .lines()
        .filter(line -> line.startsWith(id + ","))
        .map(line -> line.split(",")[1])
        .findFirst()
        .orElseThrow();
  }
}
