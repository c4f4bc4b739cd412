package io.kinrow.migrate.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.diff.Schema;
import io.kinrow.migrate.diff.SchemaDiff;
import io.kinrow.migrate.drift.Drift;
import io.kinrow.migrate.lint.Lint;
import io.kinrow.migrate.lint.Rule;
import io.kinrow.migrate.verify.VerifyReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlywaySettingsTest {

  @TempDir Path folder;

  private FlywaySettings here() {
    return FlywaySettings.defaults().locations("filesystem:" + folder);
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static List<String> tables(Schema schema) {
    return schema.catalog().tables().stream().map(Table::name).map(Object::toString).toList();
  }

  @Test
  void replacesPlaceholders_inSchemaLintAndVerifyAlike() throws Exception {
    write("V1__a.sql", "CREATE TABLE ${prefix}_a (id INTEGER PRIMARY KEY ${more});\n");
    write("U1__a.sql", "DROP TABLE ${prefix}_a;\n");
    FlywaySettings settings =
        here().placeholder("prefix", "blog").placeholder("more", ", x TEXT DEFAULT 'it''s'");
    assertThat(tables(Schema.ofMigrations(settings))).containsExactly("blog_a");
    assertThat(Lint.of(settings).run()).isEmpty();
    VerifyReport report =
        Migrations.of("jdbc:sqlite:" + folder.resolve("live.db"), "", "", settings).verify();
    assertThat(report.passed()).isTrue();
  }

  @Test
  void namesPlaceholderScriptAndRemedy_whenAValueIsMissing() throws Exception {
    write("V1__a.sql", "CREATE TABLE a (id INT);\nCREATE TABLE ${prefix}_b (id INT);\n");
    for (Runnable run :
        List.<Runnable>of(
            () -> Schema.ofMigrations(here()),
            () -> Lint.of(here()).run(),
            () ->
                Migrations.of("jdbc:sqlite:" + folder.resolve("x.db"), "", "", here()).migrate())) {
      assertThatThrownBy(run::run)
          .isInstanceOf(FlywayException.class)
          .hasMessageContainingAll("${prefix}", "V1__a.sql", "--placeholder prefix=");
    }
  }

  @Test
  void passesOnWhateverMattersToReading() throws Exception {
    Path file =
        write(
            "flyway.conf",
            """
            flyway.encoding=ISO-8859-1
            flyway.detectEncoding=false
            flyway.sqlMigrationPrefix=M
            flyway.sqlMigrationSeparator=--
            flyway.sqlMigrationSuffixes=.ddl,.sql
            flyway.repeatableSqlMigrationPrefix=P
            flyway.undoSqlMigrationPrefix=B
            flyway.placeholderPrefix=@[
            flyway.placeholderSuffix=]
            flyway.placeholderSeparator=/
            flyway.placeholderReplacement=true
            flyway.placeholders.owner=me
            flyway.scriptPlaceholderPrefix=<<
            flyway.scriptPlaceholderSuffix=>>
            flyway.defaultSchema=a
            flyway.schemas=a,b
            flyway.createSchemas=false
            flyway.table=hist
            flyway.tablespace=space
            flyway.outOfOrder=true
            flyway.target=7
            flyway.group=true
            flyway.mixed=true
            flyway.baselineVersion=3
            flyway.baselineDescription=base
            flyway.validateMigrationNaming=true
            flyway.validateOnMigrate=false
            flyway.ignoreMigrationPatterns=*:missing
            flyway.failOnMissingLocations=true
            flyway.executeInTransaction=false
            flyway.installedBy=me
            flyway.initSql=SELECT 1
            flyway.skipDefaultCallbacks=true
            flyway.callbackLocations=filesystem:%1$s
            flyway.lockRetryCount=9
            flyway.locations=filesystem:%1$s
            """
                .formatted(folder));
    FluentConfiguration read = FlywaySettings.read(file).configuration();
    assertThat(read.getEncoding()).isEqualTo(StandardCharsets.ISO_8859_1);
    assertThat(read.isDetectEncoding()).isFalse();
    assertThat(read.getSqlMigrationPrefix()).isEqualTo("M");
    assertThat(read.getSqlMigrationSeparator()).isEqualTo("--");
    assertThat(read.getSqlMigrationSuffixes()).containsExactly(".ddl", ".sql");
    assertThat(read.getRepeatableSqlMigrationPrefix()).isEqualTo("P");
    assertThat(read.getPlaceholderPrefix()).isEqualTo("@[");
    assertThat(read.getPlaceholderSuffix()).isEqualTo("]");
    assertThat(read.getPlaceholderSeparator()).isEqualTo("/");
    assertThat(read.isPlaceholderReplacement()).isTrue();
    assertThat(read.getPlaceholders()).containsEntry("owner", "me");
    assertThat(read.getScriptPlaceholderPrefix()).isEqualTo("<<");
    assertThat(read.getScriptPlaceholderSuffix()).isEqualTo(">>");
    assertThat(read.getDefaultSchema()).isEqualTo("a");
    assertThat(read.getSchemas()).containsExactly("a", "b");
    assertThat(read.isCreateSchemas()).isFalse();
    assertThat(read.getTable()).isEqualTo("hist");
    assertThat(read.getTablespace()).isEqualTo("space");
    assertThat(read.isOutOfOrder()).isTrue();
    assertThat(read.getTarget().getVersion()).isEqualTo("7");
    assertThat(read.isGroup()).isTrue();
    assertThat(read.isMixed()).isTrue();
    assertThat(read.getBaselineVersion().getVersion()).isEqualTo("3");
    assertThat(read.getBaselineDescription()).isEqualTo("base");
    assertThat(read.isValidateMigrationNaming()).isTrue();
    assertThat(read.isValidateOnMigrate()).isFalse();
    assertThat(read.getIgnoreMigrationPatterns()).hasSize(1);
    assertThat(read.isFailOnMissingLocations()).isTrue();
    assertThat(read.isExecuteInTransaction()).isFalse();
    assertThat(read.getInstalledBy()).isEqualTo("me");
    assertThat(read.getInitSql()).isEqualTo("SELECT 1");
    assertThat(read.isSkipDefaultCallbacks()).isTrue();
    assertThat(read.getCallbackLocations()).hasSize(1);
    assertThat(read.getLockRetryCount()).isEqualTo(9);
    assertThat(read.getLocations()).hasSize(1);
    assertThat(FlywaySettings.read(file).names())
        .isEqualTo(new ScriptNames("M", "B", "B", "--", List.of(".ddl", ".sql")));
  }

  @Test
  void runsScriptsOfOtherNamesMarksAndCallbacks_inAnyTool() throws Exception {
    write("db/M1--a.ddl", "CREATE TABLE a_@[x] (id INTEGER PRIMARY KEY);\n");
    write("db/D1--a.ddl", "DROP TABLE a_@[x];\n");
    write("db/V9__not_one.sql", "CREATE TABLE never (id INT);\n");
    write("db/P--view.ddl", "CREATE VIEW IF NOT EXISTS v AS SELECT id FROM a_@[x];\n");
    write("calls/beforeEachMigrate.ddl", "CREATE TABLE IF NOT EXISTS called (id INT);\n");
    FlywaySettings settings =
        FlywaySettings.of(
                Map.ofEntries(
                    Map.entry("sqlMigrationPrefix", "M"),
                    Map.entry("undoSqlMigrationPrefix", "D"),
                    Map.entry("repeatableSqlMigrationPrefix", "P"),
                    Map.entry("sqlMigrationSeparator", "--"),
                    Map.entry("sqlMigrationSuffixes", ".ddl"),
                    Map.entry("placeholderPrefix", "@["),
                    Map.entry("placeholderSuffix", "]"),
                    Map.entry("placeholders.x", "1"),
                    Map.entry("callbackLocations", "calls")))
            .locations("filesystem:" + folder.resolve("db"))
            .relativeTo(folder);
    assertThat(tables(Schema.ofMigrations(settings))).containsExactly("a_1", "called");
    assertThat(Lint.of(settings).run()).isEmpty();
    String url = "jdbc:sqlite:" + folder.resolve("live.db");
    Migrations migrations = Migrations.of(url, "", "", settings);
    migrations.migrate();
    assertThat(migrations.planUndo().isEmpty()).isFalse();
    assertThat(Drift.check(url, null, settings).isFound()).isFalse();
  }

  @Test
  void propertiesOfTheProgram_reachNoDatabase() throws Exception {
    write("V1__a.sql", "CREATE TABLE ${p} (id INT);\n");
    Map<String, String> leaks =
        Map.of(
            "flyway.url", "jdbc:sqlite:" + folder.resolve("never.db"),
            "flyway.table", "from_property",
            "flyway.placeholders.p", "from_property",
            "flyway.locations", "filesystem:nowhere",
            "flyway.configFiles", folder.resolve("flyway.conf").toString());
    write("flyway.conf", "flyway.placeholders.p=from_file\n");
    leaks.forEach(System::setProperty);
    try {
      assertThat(tables(Schema.ofMigrations(here().placeholder("p", "a")))).containsExactly("a");
      assertThat(here().table()).isEqualTo("flyway_schema_history");
    } finally {
      leaks.keySet().forEach(System::clearProperty);
    }
    assertThat(folder.resolve("never.db")).doesNotExist();
  }

  @Test
  void leavesDollarsAlone_whenReplacementIsOff() throws Exception {
    write("V1__a.sql", "CREATE TABLE a (id INT, x TEXT DEFAULT '${no}');\n");
    FlywaySettings settings = here().with(Map.of("flyway.placeholderReplacement", "false"));
    assertThat(
            Schema.ofMigrations(settings)
                .catalog()
                .sql(Schema.ofMigrations(settings).catalog().tables().iterator().next()))
        .contains("'${no}'");
    assertThat(Lint.of(settings).without(Rule.NO_UNDO).run()).isEmpty();
  }

  @Test
  void leavesDollarsAlone_whenTheScriptsOwnConfigurationSaysSo() throws Exception {
    write("V1__a.sql", "CREATE TABLE a (id INT, x TEXT DEFAULT '${no}');\n");
    write("V1__a.sql.conf", "placeholderReplacement=false\n");
    assertThat(tables(Schema.ofMigrations(here()))).containsExactly("a");
    assertThat(Lint.of(here()).without(Rule.NO_UNDO).run()).isEmpty();
  }

  @Test
  void takesOtherPlaceholderMarks() throws Exception {
    write("V1__a.sql", "CREATE TABLE @[p]_a (id INT, x TEXT DEFAULT '${no}');\n");
    FlywaySettings settings =
        here().with(Map.of("placeholderPrefix", "@[", "placeholderSuffix", "]"));
    assertThatThrownBy(() -> Schema.ofMigrations(settings))
        .hasMessageContaining("--placeholder p=");
    assertThat(tables(Schema.ofMigrations(settings.placeholder("p", "q")))).containsExactly("q_a");
    assertThat(Lint.of(settings.placeholder("p", "q")).without(Rule.NO_UNDO).run()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"HISTORY", "schema history", "it's", "history_", "hist%"})
  void leavesTheHistoryOut_whateverItsName(String table) throws Exception {
    write("V1__a.sql", "CREATE TABLE a (id INT);\n");
    write("U1__a.sql", "DROP TABLE a;\n");
    FlywaySettings settings = here().table(table);
    assertThat(tables(Schema.ofMigrations(settings))).containsExactly("a");
    String url = "jdbc:sqlite:" + folder.resolve("live.db");
    Migrations migrations = Migrations.of(url, "", "", settings);
    migrations.migrate();
    assertThat(Drift.check(url, null, settings).isFound()).isFalse();
    assertThat(Drift.check(url, null, settings).version()).isEqualTo("1");
    assertThat(Lint.of(settings).database(url).run()).isEmpty();
    assertThat(migrations.verify().passed()).isTrue();
    migrations.undo(migrations.planUndo(), false);
    assertThat(tables(Schema.ofDatabase(url, settings))).isEmpty();
  }

  @Test
  void keepsAUsersTableOfTheDefaultName_whenTheHistoryHasAnother() throws Exception {
    write("V1__a.sql", "CREATE TABLE flyway_schema_history (id INTEGER PRIMARY KEY, x TEXT);\n");
    write("U1__a.sql", "DROP TABLE flyway_schema_history;\n");
    Path desired =
        write(
            "desired/desired.sql",
            "CREATE TABLE flyway_schema_history (id INTEGER PRIMARY KEY, x TEXT, y TEXT);\n");
    FlywaySettings settings = here().table("other");
    assertThat(tables(Schema.ofMigrations(settings))).containsExactly("flyway_schema_history");
    SchemaDiff diff =
        SchemaDiff.between(Schema.ofMigrations(settings), Schema.ofDdl(desired, settings));
    assertThat(diff.migration()).contains("ADD COLUMN y");
    String url = "jdbc:sqlite:" + folder.resolve("live.db");
    Migrations.of(url, "", "", settings).migrate();
    assertThat(Drift.check(url, null, settings).isFound()).isFalse();
    assertThat(Migrations.of(url, "", "", settings).verify().passed()).isTrue();
  }

  @Test
  void readsScriptsInTheirEncoding() throws Exception {
    Files.write(
        folder.resolve("V1__a.sql"),
        "CREATE TABLE a (id INT, x TEXT DEFAULT 'é');\n".getBytes(StandardCharsets.ISO_8859_1));
    FlywaySettings settings = here().with(Map.of("encoding", "ISO-8859-1"));
    Schema schema = Schema.ofMigrations(settings);
    assertThat(schema.catalog().sql(schema.catalog().tables().iterator().next())).contains("'é'");
    assertThat(Lint.of(settings).without(Rule.NO_UNDO).run()).isEmpty();
  }

  @Test
  void findsTheUndoInAnotherFolder_underAnotherPrefix() throws Exception {
    write("up/deep/A1_1__a.sql", "CREATE TABLE a (id INTEGER PRIMARY KEY);\n");
    write("down, too/D1.1__other_words.sql", "DROP TABLE a;\n");
    FlywaySettings settings =
        FlywaySettings.of(
                Map.of("flyway.sqlMigrationPrefix", "A", "flyway.undoSqlMigrationPrefix", "D"))
            .locations(
                "filesystem:" + folder.resolve("up"), "filesystem:" + folder.resolve("down, too"));
    assertThat(Lint.of(settings).run()).isEmpty();
    String url = "jdbc:sqlite:" + folder.resolve("live.db");
    assertThat(Migrations.of(url, "", "", settings).verify().proofs())
        .singleElement()
        .satisfies(proof -> assertThat(proof.outcome()).isEqualTo(VerifyReport.Outcome.PROVED));
  }

  @Test
  void takesWildcards() throws Exception {
    write("db/one/sql/V1__a.sql", "CREATE TABLE a (id INT);\n");
    write("db/two/sql/V2__b.sql", "CREATE TABLE b (id INT);\n");
    assertThat(tables(Schema.ofMigrations("filesystem:" + folder + "/db/*/sql")))
        .containsExactly("a", "b");
  }

  @Test
  void neverTouchesTheProjectsDatabase_whateverTheFileSays() throws Exception {
    Path real = folder.resolve("real.db");
    write("V1__a.sql", "CREATE TABLE ${p} (id INT);\n");
    Path file =
        write(
            "flyway.conf",
            """
            flyway.url=jdbc:sqlite:%s
            flyway.user=me
            flyway.environment=prod
            flyway.skipExecutingMigrations=true
            flyway.cleanDisabled=false
            flyway.table=hist
            flyway.locations=filesystem:%s
            flyway.placeholders.p=a
            """
                .formatted(real, folder));
    FlywaySettings settings = FlywaySettings.read(file);
    assertThat(tables(Schema.ofMigrations(settings))).containsExactly("a");
    assertThat(settings.table()).isEqualTo("hist");
    assertThat(real).doesNotExist();
  }

  /** Through Flyway they would want Jackson, which need not be there. */
  @Test
  void leavesOutHowFarFlywaysOwnUndoGoes() throws Exception {
    write("V1__a.sql", "CREATE TABLE a (id INT);\n");
    Path file =
        write(
            "flyway.conf",
            """
            flyway.undoFailed=true
            flyway.undoToDate=2026-01-31
            flyway.undoLastRun=true
            flyway.locations=filesystem:%s
            """
                .formatted(folder));
    FlywaySettings settings = FlywaySettings.read(file);
    assertThat(tables(Schema.ofMigrations(settings))).containsExactly("a");
    UndoConfiguration undo =
        settings.configuration().getPluginRegister().getExact(UndoConfiguration.class);
    assertThat(undo.isUndoFailed()).isFalse();
    assertThat(undo.isUndoLastRun()).isFalse();
    assertThat(undo.getUndoToDate()).isNull();
  }

  @Test
  void takesFlywaysOwnConfiguration_withoutItsDatabase() throws Exception {
    Path real = folder.resolve("real.db");
    write("V1__a.sql", "CREATE TABLE ${p} (id INT);\n");
    FluentConfiguration own =
        Flyway.configure()
            .dataSource("jdbc:sqlite:" + real, null, null)
            .locations("filesystem:" + folder)
            .placeholders(Map.of("p", "a"));
    FlywaySettings settings = FlywaySettings.of(own);
    own.placeholders(Map.of("p", "changed"));
    assertThat(tables(Schema.ofMigrations(settings))).containsExactly("a");
    assertThat(tables(Schema.ofMigrations(settings.placeholder("p", "b")))).containsExactly("b");
    assertThat(real).doesNotExist();
  }

  @Test
  void refusesWhatFlywayDoesNotKnow() throws Exception {
    assertThatThrownBy(() -> FlywaySettings.of(Map.of("tabel", "x")))
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("tabel");
    assertThatThrownBy(() -> FlywaySettings.read(folder.resolve("none.conf")))
        .hasMessageContaining("none.conf");
    Path toml = write("flyway.toml", "[flyway]\n");
    assertThatThrownBy(() -> FlywaySettings.read(toml)).hasMessageContaining("flyway.conf");
  }

  @Test
  void runsNoCallbackOnTheLiveDatabase_whenItIsOnlyLookedAt() throws Exception {
    write("V1__a.sql", "CREATE TABLE a (id INT);\n");
    String url = "jdbc:sqlite:" + folder.resolve("live.db");
    Migrations.of(url, "", "", here()).migrate();
    write("beforeInfo.sql", "CREATE TABLE called (id INT);\n");
    Drift.check(url, null, here());
    Lint.of(here()).database(url).run();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT count(*) FROM sqlite_schema WHERE name = 'called'")) {
      assertThat(rows.getInt(1)).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "callbackLocations=calls",
        "resolvers=org.example.Resolver",
        "initSql=select 1",
        "group=true",
        "executeInTransaction=false"
      })
  void tellsWhetherAnythingButScriptsWorksOnTheDatabase(String setting) {
    FlywaySettings harmless =
        FlywaySettings.of(Map.of("placeholders.owner", "blog", "table", "history", "target", "3"));
    assertThat(harmless.runsScriptsAlone()).isTrue();
    String[] pair = setting.split("=");
    assertThat(harmless.with(Map.of(pair[0], pair[1])).runsScriptsAlone()).isFalse();
  }

  @Test
  void tellsOfCallbacksAndMigrationsInJava() {
    FluentConfiguration called = new FluentConfiguration().callbacks(new NoCallback());
    assertThat(FlywaySettings.of(called).runsScriptsAlone()).isFalse();
    FluentConfiguration migrated = new FluentConfiguration().javaMigrations(new V1__Nothing());
    assertThat(FlywaySettings.of(migrated).runsScriptsAlone()).isFalse();
    assertThat(FlywaySettings.of(new FluentConfiguration()).runsScriptsAlone()).isTrue();
  }

  private static final class V1__Nothing extends BaseJavaMigration {

    @Override
    public void migrate(org.flywaydb.core.api.migration.Context context) {}
  }

  private static final class NoCallback implements Callback {

    @Override
    public boolean supports(Event event, Context context) {
      return false;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
      return true;
    }

    @Override
    public void handle(Event event, Context context) {}

    @Override
    public String getCallbackName() {
      return "none";
    }
  }
}
