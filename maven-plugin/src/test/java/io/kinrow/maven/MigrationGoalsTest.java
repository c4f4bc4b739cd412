package io.kinrow.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.maven.fixture.Artifacts;
import io.kinrow.maven.fixture.Processes;
import io.kinrow.migrate.Migrations;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationGoalsTest {

  @TempDir Path base;

  private final List<String> lines = new ArrayList<>();

  @BeforeEach
  void aTable() throws Exception {
    Files.createDirectory(base.resolve("migration"));
    Files.writeString(
        base.resolve("migration/V1__products.sql"),
        "CREATE TABLE products (id INTEGER PRIMARY KEY, name TEXT);\n");
  }

  private <M extends MigrationsMojo> M goal(M goal) {
    goal.folder = base.resolve("migration").toFile();
    goal.desired = base.resolve("desired.sql").toFile();
    goal.setLog(
        new SystemStreamLog() {
          @Override
          public void info(CharSequence content) {
            lines.add("info " + content);
          }

          @Override
          public void warn(CharSequence content) {
            lines.add("warn " + content);
          }
        });
    return goal;
  }

  private DiffMojo diff(String columns) throws Exception {
    Files.writeString(
        base.resolve("desired.sql"), "CREATE TABLE products (id INTEGER PRIMARY KEY, " + columns);
    return goal(new DiffMojo());
  }

  @Test
  void keepsCommas_whenAFillIsGivenAsText() throws Exception {
    DiffMojo diff = diff("name TEXT, title TEXT NOT NULL, tag TEXT NOT NULL);");
    diff.fill = "products.title=coalesce(name, 'x;y')\n  products.tag='a'\n";
    diff.execute();
    assertThat(String.join("\n", lines)).contains("coalesce(name, 'x;y')", "tag = 'a'");
  }

  @Test
  void takesAList_asThePomHasIt() throws Exception {
    DiffMojo diff = diff("title TEXT);");
    diff.renames = List.of("products.name = title");
    diff.execute();
    assertThat(String.join("\n", lines)).contains("RENAME COLUMN name TO title");
  }

  @Test
  void namesTheOption_whenAnEqualSignIsMissing() throws Exception {
    DiffMojo diff = diff("name TEXT);");
    diff.fill = "products.title";
    assertThatThrownBy(diff::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContainingAll("kinrow.fill", "'products.title'", "posts.language='en'");
    diff.fill = null;
    diff.renameTable = "products";
    assertThatThrownBy(diff::execute).hasMessageContainingAll("renameTable", "posts=articles");
  }

  @Test
  void namesMavensProperties_whenItRefusesOrHints() throws Exception {
    assertThatThrownBy(diff("name TEXT, title TEXT NOT NULL);")::execute)
        .hasMessageContaining("-Dkinrow.fill=products.title=")
        .hasMessageNotContaining("--fill");
    diff("title TEXT);").execute();
    assertThat(lines).anyMatch(line -> line.contains("-Dkinrow.rename=products.name=title"));
  }

  @Test
  void asksAboutRenames_unlessMavenMustNotAsk() throws Exception {
    List<String> questions = new ArrayList<>();
    DiffMojo diff = diff("\n title TEXT\n);");
    diff.asking = questions::add;
    diff.interactive = false;
    diff.execute();
    assertThat(questions).isEmpty();
    diff.interactive = true;
    diff.execute();
    assertThat(questions).containsExactly("Was products.name renamed to title?");
    assertThat(String.join("\n", lines))
        .contains("RENAME COLUMN name TO title", "recorded beside title");
    assertThat(base.resolve("desired.sql")).content().contains("title TEXT -- kinrow:was name\n");
  }

  @Test
  void asksForTheUrl_whenCheckHasNone() {
    assertThatThrownBy(goal(new CheckMojo())::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("-Dkinrow.url=jdbc:sqlite:");
  }

  @Test
  void leavesFlywaysAccountOut_whenAllIsWell() throws Exception {
    PrintStream err = System.err;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    try {
      diff("name TEXT);").execute();
      goal(new LintMojo()).execute();
    } finally {
      System.setErr(err);
    }
    assertThat(written.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(lines).contains("info The migrations give the desired schema");
  }

  @Test
  void takesFlywaysSettings_asGenerateDoes() throws Exception {
    Files.writeString(
        base.resolve("migration/V2__more.sql"), "ALTER TABLE products ADD COLUMN ${added} TEXT;\n");
    Files.writeString(
        base.resolve("migration/U2__more.sql"), "ALTER TABLE products DROP ${added};\n");
    DiffMojo diff = diff("name TEXT, tag TEXT);");
    assertThatThrownBy(diff::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContainingAll("${added}", "V2__more.sql", "<flyway><placeholders.added>");
    diff.flyway = Map.of("placeholders.added", "tag", "table", "hist");
    diff.execute();
    assertThat(lines).contains("info The migrations give the desired schema");

    Path live = base.resolve("live.db");
    Migrations.of("jdbc:sqlite:" + live, "", "", diff.settings()).migrate();
    Path conf = base.resolve("my.conf");
    Files.writeString(
        conf,
        "flyway.url=jdbc:sqlite:"
            + base.resolve("never.db")
            + "\nflyway.table=hist\nflyway.placeholders.added=tag\n");
    CheckMojo check = goal(new CheckMojo());
    check.url = "jdbc:sqlite:" + live;
    check.flywayConfigFile = conf.toFile();
    check.execute();
    assertThat(lines).contains("info No drift, at version 2");
    LintMojo lint = goal(new LintMojo());
    lint.flywayConfigFile = conf.toFile();
    lint.execute();
    assertThat(base.resolve("never.db")).doesNotExist();
  }

  @Test
  void lintsOnlyWhatIsNew() throws Exception {
    Files.writeString(base.resolve("migration/V7__m.sql"), "DELETE FROM products;\n");
    LintMojo lint = goal(new LintMojo());
    lint.since = "6";
    lint.execute();
    assertThat(lines)
        .anyMatch(line -> line.startsWith("warn KL09 V7__m.sql: line 1 deletes all rows of"));
    lines.clear();
    lint.since = "7";
    lint.execute();
    assertThat(lines).containsExactly("info Nothing found");
    lint.sinceGit = "nosuch";
    assertThatThrownBy(lint::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("Git does not know a commit 'nosuch'");
  }

  @Test
  void findsTheFolder_inFlywaysLocations() throws Exception {
    Files.createDirectories(base.resolve("more"));
    Files.writeString(base.resolve("more/V2__b.sql"), "CREATE TABLE b (id INT);\n");
    Files.writeString(
        base.resolve("desired.sql"),
        "CREATE TABLE products (id INTEGER PRIMARY KEY, name TEXT);CREATE TABLE b (id INT);");
    DiffMojo diff = goal(new DiffMojo());
    diff.folder = null;
    diff.flyway =
        Map.of(
            "locations",
            "filesystem:" + base.resolve("migration") + ",filesystem:" + base.resolve("more"));
    diff.execute();
    assertThat(lines).contains("info The migrations give the desired schema");
  }

  private <M extends DatabaseMojo> M on(Path database, M goal) {
    goal.url = "jdbc:sqlite:" + database;
    return goal(goal);
  }

  @Test
  void plansRehearsesBacksUpRestoresAndVerifies() throws Exception {
    Files.writeString(base.resolve("migration/U1__products.sql"), "DROP TABLE products;\n");
    Path live = base.resolve("live.db");
    PlanMojo plan = on(live, new PlanMojo());
    plan.script = base.resolve("plan.sql").toFile();
    plan.execute();
    assertThat(lines).anyMatch(line -> line.contains("V1__products.sql\nCREATE TABLE products"));
    assertThat(plan.script).content().contains("BEGIN IMMEDIATE;", "INSERT INTO");

    Migrations migrations = Migrations.of("jdbc:sqlite:" + live, "", "", plan.settings());
    migrations.migrate();
    BackupMojo backup = on(live, new BackupMojo());
    backup.backup = base.resolve("copy.db").toFile();
    backup.execute();
    assertThat(backup.backup).exists();
    PlanMojo undo = on(live, new PlanMojo());
    undo.undo = true;
    undo.to = "0";
    undo.execute();
    assertThat(lines).anyMatch(line -> line.contains("U1__products.sql\nDROP TABLE products;"));
    on(live, new VerifyMojo()).execute();
    goal(new VerifyMojo()).execute();
    assertThat(lines).filteredOn(line -> line.contains("PROVED")).hasSize(2);

    migrations.undo(migrations.planUndo(), false);
    RestoreMojo restore = on(live, new RestoreMojo());
    assertThatThrownBy(restore::execute).hasMessageContaining("-Dkinrow.backup=");
    restore.backup = backup.backup;
    restore.execute();
    assertThat(migrations.planMigrate().isEmpty()).isTrue();

    Files.writeString(base.resolve("migration/U1__products.sql"), "SELECT 1;\n");
    assertThatThrownBy(on(live, new VerifyMojo())::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("1 not proved");
    assertThatThrownBy(goal(new PlanMojo())::execute).hasMessageContaining("-Dkinrow.url=");
  }

  @Test
  void plansAnUndoByTime_andPrunesBackups() throws Exception {
    Files.writeString(base.resolve("migration/U1__products.sql"), "DROP TABLE products;\n");
    Path live = base.resolve("live.db");
    PlanMojo plan = on(live, new PlanMojo());
    Migrations migrations = Migrations.of("jdbc:sqlite:" + live, "", "", plan.settings());
    migrations.migrate();
    plan.undo = true;
    plan.toDate = "2999-01-31";
    plan.execute();
    assertThat(lines).isEmpty();
    plan.toDate = "2000-01-31 12:00";
    plan.execute();
    assertThat(lines).containsExactly("info U1__products.sql\nDROP TABLE products;");
    plan.lastRun = true;
    assertThatThrownBy(plan::execute)
        .hasMessageContaining("set only one of kinrow.to, kinrow.toDate");
    plan.toDate = null;
    lines.clear();
    plan.execute();
    assertThat(lines).contains("info U1__products.sql\nDROP TABLE products;");
    plan.lastRun = false;
    plan.toDate = "yesterday";
    assertThatThrownBy(plan::execute).hasMessageContaining("2026-01-31T23:59");

    BackupMojo backup = on(live, new BackupMojo());
    for (int i = 0; i < 3; i++) {
      backup.execute();
    }
    assertThat(migrations.backups()).hasSize(3);
    backup.keep = 2;
    backup.execute();
    assertThat(migrations.backups()).hasSize(2);
    assertThat(lines).filteredOn(line -> line.startsWith("info Deleted ")).hasSize(2);
    backup.keep = 0;
    assertThatThrownBy(backup::execute).hasMessageContaining("kinrow.keep must be at least 1: 0");
    assertThat(migrations.backups()).hasSize(2);
  }

  @Test
  void rehearses_andFailsWhereRowsRefuse() throws Exception {
    Path live = base.resolve("live.db");
    RehearseMojo rehearse = on(live, new RehearseMojo());
    Migrations.of("jdbc:sqlite:" + live, "", "", rehearse.settings()).migrate();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + live);
        Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO products (name) VALUES ('a'), ('a')");
    }
    rehearse.execute();
    Files.writeString(
        base.resolve("migration/V2__u.sql"), "CREATE UNIQUE INDEX u ON products (name);\n");
    assertThatThrownBy(rehearse::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("V2__u.sql fails");
  }

  @Test
  void writesTheDesiredSchema_withoutWhatIsLeftOut_andVersionsByTime() throws Exception {
    Files.writeString(
        base.resolve("migration/V2__old.sql"), "CREATE TABLE legacy_a (id INTEGER);\n");
    DesiredMojo desired = goal(new DesiredMojo());
    desired.leaveOut = List.of("legacy_*");
    desired.execute();
    assertThat(base.resolve("desired.sql"))
        .hasContent("CREATE TABLE products (id INTEGER PRIMARY KEY, name TEXT);\n");
    assertThatThrownBy(desired::execute).hasMessageContaining("already exists");
    DiffMojo diff = goal(new DiffMojo());
    diff.leaveOut = List.of("legacy_*");
    diff.execute();
    assertThat(lines).contains("info The migrations give the desired schema");

    Files.writeString(
        base.resolve("desired.sql"),
        "CREATE TABLE products (id INTEGER PRIMARY KEY, name TEXT, tag TEXT);\n");
    diff.version = "timestamp";
    diff.message = "tag";
    diff.execute();
    assertThat(base.resolve("migration")).isDirectoryContaining("regex:.*/V20\\d{12}__tag\\.sql");

    Files.writeString(
        base.resolve("desired.sql"),
        "CREATE TABLE products (id INTEGER PRIMARY KEY, name TEXT, tag TEXT, more TEXT);\n");
    diff.commandLine.setProperty("kinrow.version", "29991231235959");
    diff.message = "more";
    diff.execute();
    assertThat(base.resolve("migration/V29991231235959__more.sql")).exists();
  }

  @Test
  void refusesMisnamedMigrations_andAFolderWithoutAny() throws Exception {
    Path misnamed = base.resolve("migration/V2_prices.sql");
    Files.writeString(misnamed, "CREATE TABLE prices (id INTEGER PRIMARY KEY);");
    Files.writeString(base.resolve("desired.sql"), "CREATE TABLE t (id INTEGER PRIMARY KEY);");
    List<MigrationsMojo> goals =
        List.of(goal(new DiffMojo()), goal(new SquashMojo()), goal(new VerifyMojo()));
    for (MigrationsMojo goal : goals) {
      assertThatThrownBy(goal::execute)
          .isInstanceOf(MojoFailureException.class)
          .hasMessageStartingWith("Kinrow: V2_prices.sql is not a valid name for a migration");
    }
    goal(new LintMojo()).execute();
    assertThat(String.join("\n", lines)).contains("KL13 V2_prices.sql");
    Files.delete(misnamed);
    Files.delete(base.resolve("migration/V1__products.sql"));
    Files.delete(base.resolve("desired.sql"));
    for (MigrationsMojo goal : List.of(goal(new DesiredMojo()), goal(new VerifyMojo()))) {
      assertThatThrownBy(goal::execute)
          .isInstanceOf(MojoFailureException.class)
          .hasMessageContaining("There are no migrations in");
    }
  }

  @Test
  void saysWhichStatementFails() throws Exception {
    Files.writeString(base.resolve("migration/V2__bad.sql"), "\nINSERT INTO nosuch VALUES (1);");
    for (MigrationsMojo goal :
        List.of(goal(new DesiredMojo()), goal(new SquashMojo()), goal(new LintMojo()))) {
      assertThatThrownBy(goal::execute)
          .isInstanceOf(MojoFailureException.class)
          .hasMessageStartingWith("Kinrow: V2__bad.sql, line 2: no such table: nosuch");
    }
  }

  @Test
  void provesOnAServerOfItsOwn_whenTheEngineIsPostgresql() throws Exception {
    Files.writeString(
        base.resolve("migration/V2__items.sql"),
        "CREATE TABLE items (id INT GENERATED ALWAYS AS IDENTITY, tags TEXT[]);\n");
    Files.writeString(base.resolve("migration/U2__items.sql"), "DROP TABLE items;\n");
    Files.writeString(base.resolve("migration/U1__products.sql"), "DROP TABLE products;\n");
    VerifyMojo verify = goal(new VerifyMojo());
    verify.engine = "postgresql";
    verify.engineVersion = "17";
    verify.work = base.resolve("work").toFile();
    verify.artifacts = Artifacts.OF_BUILD;
    verify.execute();
    assertThat(lines).filteredOn(line -> line.contains("PROVED")).hasSize(2);
    assertThat(base.resolve("work/postgres.log")).content().contains("PostgreSQL 17.");
    assertThat(base.resolve("work/postgres")).doesNotExist();
    assertThat(Processes.in(base)).isEmpty();

    Files.writeString(base.resolve("migration/U2__items.sql"), "SELECT 1;\n");
    assertThatThrownBy(verify::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("not proved");
    assertThat(Processes.in(base)).isEmpty();
    verify.url = "jdbc:postgresql://localhost/live";
    assertThatThrownBy(verify::execute)
        .hasMessageContaining("<engine> postgresql cannot be copied")
        .hasMessageContaining("leave kinrow.url out");
    verify.scratchUrl = "jdbc:sqlite:other.db";
    assertThatThrownBy(verify::execute).hasMessageContaining("Leave one of the two out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"15", "18"})
  void squashesOnAServerOfItsOwn_whenTheEngineIsPostgresql(String version) throws Exception {
    Path all = Path.of("../migrate/src/test/resources/postgres/squash.sql");
    Files.writeString(base.resolve("migration/V2__all.sql"), Files.readString(all));
    Files.writeString(base.resolve("migration/V2__all.sql.conf"), "placeholderReplacement=false\n");
    SquashMojo squash = goal(new SquashMojo());
    squash.engine = "postgresql";
    squash.engineVersion = version;
    squash.work = base.resolve("work").toFile();
    squash.artifacts = Artifacts.OF_BUILD;
    squash.execute();
    assertThat(lines).contains("info 3 rows of shop.items");
    assertThat(base.resolve("migration/B2__baseline.sql"))
        .content()
        .contains("CREATE TABLE public.products");
    assertThat(base.resolve("work/postgres")).doesNotExist();
    assertThat(Processes.in(base)).isEmpty();

    squash.engine = null;
    squash.engineVersion = null;
    squash.scratchUrl = "jdbc:sqlite:other.db";
    assertThatThrownBy(squash::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("other.db is not the URL of a PostgreSQL database");
  }

  @Test
  void provesInTheSchemasThatAreGenerated_whoeverMakesThem() throws Exception {
    Files.writeString(
        base.resolve("migration/V2__items.sql"),
        "CREATE SCHEMA shop; CREATE TABLE shop.items (id INT);"
            + " CREATE VIEW app.of_both AS SELECT i.id FROM app.products, shop.items i;\n");
    Files.writeString(
        base.resolve("migration/U2__items.sql"),
        "DROP VIEW app.of_both; DROP SCHEMA shop CASCADE;");
    Files.writeString(base.resolve("migration/U1__products.sql"), "DROP TABLE app.products;\n");
    VerifyMojo verify = goal(new VerifyMojo());
    verify.engine = "postgresql";
    verify.schemas = List.of("app", "shop");
    verify.work = base.resolve("work").toFile();
    verify.artifacts = Artifacts.OF_BUILD;
    verify.execute();
    assertThat(lines).filteredOn(line -> line.contains("PROVED")).hasSize(2);

    verify.engine = "sqlite";
    assertThatThrownBy(verify::execute).hasMessageStartingWith("Kinrow: <schemas> is for engines");
  }

  @Test
  void saysWhatItDoesNotDo_whenTheEngineIsPostgresql() {
    Map<MigrationsMojo, String> goals =
        Map.of(
            goal(new DiffMojo()), "prove them with kinrow:verify",
            goal(new CheckMojo()), "flyway:validate",
            goal(new LintMojo()), "None of its rules",
            goal(new DesiredMojo()), "write migrations by hand");
    goals.forEach(
        (goal, instead) -> {
          goal.engine = "postgresql";
          assertThatThrownBy(goal::execute)
              .isInstanceOf(MojoFailureException.class)
              .hasMessageStartingWith("Kinrow: this goal compares schemas, which so far")
              .hasMessageContaining("<engine> is postgresql. ")
              .hasMessageContaining(instead);
          goal.engine = "oracle";
          assertThatThrownBy(goal::execute)
              .isInstanceOf(MojoFailureException.class)
              .hasMessage(
                  "Kinrow: 'oracle' is not an engine that Kinrow knows: set <engine> to one of sqlite,"
                      + " postgresql");
        });
  }
}
