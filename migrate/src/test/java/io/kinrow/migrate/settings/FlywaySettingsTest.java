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
import org.flywaydb.core.api.configuration.FluentConfiguration;
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
}
