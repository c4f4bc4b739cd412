package io.kinrow.microblog;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.microblog.command.MicroblogCommand;
import io.kinrow.microblog.output.Console;
import java.io.File;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line on a database of a PostgreSQL server. */
class PostgresCommandsTest {

  @TempDir Path folder;

  private Cli cli() {
    return Cli.in(folder).with(Server.login());
  }

  private static String[] on(String url, String... arguments) {
    List<String> all = new ArrayList<>(List.of("--db", url));
    all.addAll(List.of(arguments));
    return all.toArray(String[]::new);
  }

  private String migrated() throws Exception {
    String url = Server.database();
    cli().run(on(url, "db", "migrate")).ok();
    return url;
  }

  /** Without what differs from run to run. */
  private static String timeless(String text) {
    return text.replaceAll("\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d(:\\d\\d)?", "TIME")
        .replaceAll("\\(\\d+\\.\\d ms\\)", "MS")
        .replaceAll("\"next\" : \"[^\"]+\"", "NEXT");
  }

  /** The same without the SQL that each engine has in its own words. */
  private static String withoutSql(String text) {
    return timeless(text)
        .replaceAll("microblog --db \\S+ ", "microblog ")
        .lines()
        .map(line -> line.replaceAll("^((?:    )?\\[\\d+\\]) .*", "$1 SQL"))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void demo_printsTheSameOnBothEngines() throws Exception {
    String onSqlite = Cli.in(folder).run("demo").ok().out();
    String onServer = Cli.in(folder).run("demo", "--engine", "postgresql").ok().out();
    assertThat(withoutSql(onServer)).isEqualTo(withoutSql(onSqlite)).contains("    [19] SQL");
    assertThat(onServer)
        .contains("[1] insert into \"users\" (\"nickname\", \"email\") values (?, ?)")
        .contains("-- 'john', 'john@example.com'");
    assertThat(Cli.in(folder).run("demo", "--engine", "SQLITE").ok().out()).startsWith("// Add");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
    Cli.in(folder).run("demo", "--engine", "postgresql", "--db", "x").usage("leave it out");
    Cli.in(folder).run("demo", "--engine", "oracle").usage("oracle");
  }

  /** In this process, which is faster; at a terminal, so that nothing else is said. */
  private static String inProcess(String... arguments) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    int code =
        MicroblogCommand.run(
            Console.ofTerminal(InputStream.nullInputStream(), out, out), arguments);
    return code + "\n" + withoutSql(text.toString().replaceAll("\u001b\\[[\\d;]*m", ""));
  }

  @Test
  void commands_printTheSameOnBothEngines() throws Exception {
    Cli.migrated(folder);
    String file = folder.resolve("microblog.db").toString();
    String server = migrated() + "&user=" + Server.user() + "&password=" + Server.password();
    for (String database : List.of(file, server)) {
      cli().run(on(database, "seed", "--users", "12", "--posts", "60")).ok();
    }
    for (String command :
        List.of(
            "user list",
            "user add susan susan@example.com --about SQL",
            "user add john john@example.com",
            "user add john other@example.com",
            "user add jane john@example.com",
            "user follow john susan",
            "user follow john susan",
            "post add susan Beautiful",
            "post reply 61 john Too",
            "post delete 77",
            "feed john --format json",
            "feed john --after x",
            "post add john Straße",
            "post search STRAßE --format csv",
            "post list --page 2 --size 20 --format csv",
            "post list --user susan",
            "user list --format csv",
            "user show john --format json",
            "user rename john johnny",
            "user unfollow johnny susan",
            "stats",
            "stats --explain",
            "user delete johnny --with-posts",
            "user list --explain")) {
      assertThat(inProcess(on(server, command.split(" "))))
          .as(command)
          .isEqualTo(inProcess(on(file, command.split(" "))));
    }
    String users = inProcess(on(server, "user", "list"));
    assertThat(inProcess(on(server, "demo"))).contains("Everything was taken back");
    assertThat(inProcess(on(server, "user", "list"))).isEqualTo(users);
  }

  @Test
  void migrations_goUpAndDown() throws Exception {
    Cli cli = cli();
    String url = Server.database();
    cli.run(on(url, "user", "list")).refused(url, "is empty", "microblog --db '" + url);
    assertThat(cli.run(on(url, "db", "migrate", "--dry-run")).ok().out())
        .contains("would migrate", "V4.1__postgresql_types.sql", "Version none → 4.1");
    assertThat(cli.run(on(url, "db", "migrate", "--script")).ok().out())
        .contains("CREATE TABLE users", "flyway_schema_history");
    assertThat(cli.run(on(url, "db", "migrate")).ok().out()).contains("Version none → 4.1");
    assertThat(cli.run(on(url, "db", "migrate")).ok().out()).isEqualTo("Up to date.\n");
    assertThat(cli.run(on(url, "db", "rehearse")).ok().out()).isEqualTo("Up to date.\n");
    cli.run(on(url, "user", "add", "susan", "susan@example.com")).ok();

    assertThat(cli.run(on(url, "db", "info", "--format", "csv")).ok().out())
        .contains("4.1,postgresql types,Success,V4.1__postgresql_types.sql,");
    assertThat(cli.run(on(url, "db", "validate")).ok().out()).contains("fit together");
    assertThat(cli.run(on(url, "db", "repair")).ok().out()).contains("Nothing to repair");
    assertThat(cli.run(on(url, "db", "verify")).warnedOrOk().out())
        .contains("4.1", "proved")
        .doesNotContain("failed");

    assertThat(cli.run(on(url, "db", "undo", "--to", "3", "--dry-run")).ok().out())
        .contains("would undo | 4.1", "would undo | 4 ", "DROP COLUMN reply_to_id");
    cli.run(on(url, "db", "undo", "--to", "3")).refused("Add --yes");
    assertThat(cli.run(on(url, "db", "undo", "--to", "3", "--yes")).ok().out())
        .contains("Version 4.1 → 3")
        .doesNotContain("Backup");
    cli.run(on(url, "user", "list")).refused("is older", "4, 4.1", "db migrate");
    assertThat(cli.run(on(url, "db", "migrate")).ok().out()).contains("Version 3 → 4.1");
    assertThat(cli.run(on(url, "db", "redo", "--yes")).ok().out()).contains("migrated", "undone");
    assertThat(cli.run(on(url, "db", "history", "--format", "csv")).ok().out().lines())
        .hasSize(1 + 5 + 2 + 2 + 2);
    assertThat(cli.run(on(url, "user", "show", "susan")).ok().out()).contains("susan@example.com");
  }

  @Test
  void logins_areThoseOfPsql() throws Exception {
    String url = migrated();
    String plain = url.replaceAll("[?].*", "");
    String place = plain.replace("jdbc:postgresql://", "");
    Cli nobody = Cli.in(folder).with(Map.of("HOME", folder.toString()));
    String login = Server.user() + ":" + Server.password() + "@";
    nobody
        .run(on(plain + "?user=" + Server.user() + "&password=" + Server.password(), "stats"))
        .ok();
    nobody.run(on("postgresql://" + login + place + "?sslmode=disable", "stats")).ok();
    nobody.run(on("postgres://" + login + place, "db", "info")).ok();
    Path file = folder.resolve("pgpass");
    Files.writeString(file, "127.0.0.1:*:*:" + Server.user() + ":" + Server.password() + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Cli remembered =
        Cli.in(folder).with(Map.of("PGUSER", Server.user(), "PGPASSFILE", file.toString()));
    remembered.run(on(plain, "stats")).ok();
    remembered.run(on(plain, "db", "verify")).warnedOrOk();

    String wrong = plain + "?password=secret&user=" + Server.user();
    Cli.Result refused = nobody.run(on(wrong, "stats"));
    refused.refused("refuses the login", "PGPASSWORD", plain + "?user=" + Server.user());
    assertThat(refused.err()).doesNotContain("secret");
    nobody.run(on(plain, "stats")).refused("refuses the login", "~/.pgpass");
  }

  @Test
  void databases_thatAreNoBlog_areRefused() throws Exception {
    Cli cli = cli();
    cli.run(on("jdbc:postgresql://localhost:1/x", "stats"))
        .refused("jdbc:postgresql://localhost:1/x cannot be reached", "Start its server");
    cli.run(on("jdbc:postgresql://localhost:1/x", "db", "migrate")).refused("cannot be reached");
    cli.run(on("jdbc:postgresql://localhost:port/x", "stats")).refused("is not the JDBC URL");
    cli.run(on(Server.url("none"), "stats")).refused("There is no database", "createdb");
    String other = Server.database();
    Server.execute(other, "CREATE TABLE things (id int)");
    cli.run(on(other, "stats")).refused("belongs to another program", "jdbc:postgresql://");
    cli.run(on(other, "db", "migrate")).refused("belongs to another program");
    String newer = migrated();
    Server.execute(
        newer,
        "INSERT INTO flyway_schema_history SELECT 99, '9', 'x', 'SQL', 'V9__x.sql', 0, 'x', now(),"
            + " 0, true");
    cli.run(on(newer, "stats")).refused("is newer", "version 9");
    cli.run(on("jdbc:mysql://localhost/x", "stats")).usage("jdbc:postgresql://HOST");
    cli.run(on("jdbc:sqlite:my.db?foreign_keys=on", "stats")).usage("--db my.db");
    cli.run(on("postgresql://a b/x", "stats")).usage("postgresql://HOST");
  }

  @Test
  void driverAndPrograms_areAskedFor_whereTheyAreMissing() throws Exception {
    List<String> stats = Jvm.command();
    int classPath = stats.indexOf("-cp") + 1;
    stats.set(
        classPath,
        Stream.of(stats.get(classPath).split(File.pathSeparator))
            .filter(entry -> !entry.contains("postgresql"))
            .collect(Collectors.joining(File.pathSeparator)));
    stats.addAll(List.of("--db", "jdbc:postgresql://localhost/x", "stats"));
    Cli.process(folder, "", stats).refused("PostgreSQL's driver is not there", "./microblog");
    List<String> demo = Jvm.command();
    demo.add(demo.indexOf("-cp"), "-Dmicroblog.postgresql=");
    demo.addAll(List.of("demo", "--engine", "postgresql"));
    Cli.process(folder, "", demo).refused("programs are not there", "./microblog");
    demo.set(demo.indexOf("-cp") - 1, "-Dmicroblog.postgresql=" + folder);
    Cli.process(folder, "", demo).refused("for this machine are not there", "demo --db jdbc:");
  }

  @Test
  void commandsForFiles_refuseAServer() throws Exception {
    String url = Server.url("postgres");
    for (String command :
        List.of(
            "db backup: pg_dump",
            "db restore x.db: pg_restore",
            "db desired: db verify",
            "db desired --live: db verify",
            "db diff: db verify",
            "db revision -m x: db verify",
            "db check: db verify",
            "db lint: db verify",
            "db squash: kinrow:squash")) {
      String[] parts = command.split(": ");
      cli().run(on(url, parts[0].split(" "))).refused("is for SQLite files", parts[1]);
    }
  }
}
