package io.kinrow.migrate.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.fixture.Engine;
import io.kinrow.migrate.fixture.Scripts;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.settings.RefusedException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flyway itself, open source, runs what was squashed. */
final class SquashTest {
  @TempDir Path folder;
  private Scripts scripts;
  private FlywaySettings settings;

  @BeforeEach
  void migrations() {
    scripts =
        new Scripts(folder.resolve("sql"))
            .with(
                "V1__a.sql",
                "CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT, t TEXT, n INT AS (id + 1));"
                    + "INSERT INTO a (t) VALUES ('it''s ${x};'), (NULL), (x'00ff'), ('gone');"
                    + "DELETE FROM a WHERE t = 'gone';")
            .with("V1__a.sql.conf", "placeholderReplacement=false")
            .with(
                "V2__b.sql",
                "CREATE TABLE log (id INTEGER); CREATE VIEW v AS SELECT t FROM a;"
                    + "CREATE TRIGGER tr AFTER INSERT ON a BEGIN INSERT INTO log VALUES (new.id); END;"
                    + "INSERT INTO a (id, t) VALUES (9, 'logged');")
            .with("R__w.sql", "DROP VIEW IF EXISTS w; CREATE VIEW w AS SELECT t FROM v;")
            .with("V3__c.sql", "ALTER TABLE log ADD COLUMN more TEXT;");
    settings = FlywaySettings.defaults().locations(scripts.location());
  }

  private static List<String> everything(Engine engine) {
    List<String> all =
        new java.util.ArrayList<>(
            engine.query(
                "SELECT type, name FROM sqlite_schema WHERE tbl_name NOT LIKE 'flyway%' ORDER BY 2"));
    all.addAll(engine.query("SELECT id, quote(t), n FROM a"));
    all.addAll(engine.query("SELECT id, more FROM log"));
    all.addAll(engine.query("SELECT name, seq FROM sqlite_sequence"));
    all.addAll(engine.query("SELECT quote(t) FROM w"));
    return all;
  }

  @Test
  void newDatabasesBeginWithIt_andOldOnesDoNotSeeIt() {
    Engine old = Engine.sqlite(folder);
    Migrations.of(old.url(), "", "", settings).migrate("2");
    Engine step = Engine.sqlite(folder);
    Migrations.of(step.url(), "", "", settings).migrate();

    Squash squash = Squash.of(settings, "2");
    assertThat(squash.version()).isEqualTo("2");
    assertThat(squash.rows()).isEqualTo(Map.of("a", 4L, "log", 1L));
    assertThat(squash.write(scripts.folder())).hasFileName("B2__baseline.sql");
    assertThatThrownBy(() -> squash.write(scripts.folder())).isInstanceOf(RefusedException.class);

    Engine fresh = Engine.sqlite(folder);
    Migrations migrations = Migrations.of(fresh.url(), "", "", settings);
    migrations.migrate();
    assertThat(fresh.history().stream().map(row -> row.substring(row.lastIndexOf('|') + 1)))
        .containsExactly("B2__baseline.sql", "V3__c.sql", "R__w.sql");
    assertThat(everything(fresh)).isEqualTo(everything(step));
    assertThat(migrations.validate().problems()).isEmpty();

    Migrations was = Migrations.of(old.url(), "", "", settings);
    assertThat(was.validate().problems()).isEmpty();
    was.migrate();
    assertThat(everything(old)).isEqualTo(everything(step));
    assertThat(old.history()).noneMatch(row -> row.contains("B2__"));
  }

  @Test
  void isRefused_whenAVirtualTableHasRows_orThereIsNothing() {
    scripts.with("V4__f.sql", "CREATE VIRTUAL TABLE f USING fts5 (t); INSERT INTO f VALUES ('x');");
    assertThatThrownBy(() -> Squash.of(settings, "latest"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("f has rows");
    FlywaySettings none =
        FlywaySettings.defaults().locations(new Scripts(folder.resolve("none")).location());
    assertThatThrownBy(() -> Squash.of(none, "latest"))
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("There are no migrations in");
  }

  @Test
  void takesTablesOfSixHundredColumns() {
    String columns =
        IntStream.rangeClosed(1, 600).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
    String values =
        IntStream.rangeClosed(1, 600).mapToObj(String::valueOf).collect(Collectors.joining(", "));
    scripts.with(
        "V4__wide.sql",
        "CREATE TABLE wide (%s); INSERT INTO wide VALUES (%s);".formatted(columns, values));
    Squash squash = Squash.of(settings, "latest");
    assertThat(squash.rows()).containsEntry("wide", 1L);
    assertThat(squash.script()).contains("VALUES (" + values + ")");
  }

  @Test
  void namesAndEncodesItAsTheProjectDoes() throws Exception {
    Path latin = folder.resolve("latin");
    Scripts own = new Scripts(latin);
    Files.writeString(
        latin.resolve("M1-a.ddl"),
        "CREATE TABLE a (t TEXT); INSERT INTO a VALUES ('é <<x>>');",
        StandardCharsets.ISO_8859_1);
    FlywaySettings settings =
        FlywaySettings.of(
                Map.of(
                    "encoding", "ISO-8859-1",
                    "sqlMigrationPrefix", "M",
                    "sqlMigrationSeparator", "-",
                    "sqlMigrationSuffixes", ".ddl",
                    "placeholderPrefix", "<<",
                    "placeholderSuffix", ">>"))
            .placeholder("x", "<<y>>")
            .locations(own.location());
    Files.writeString(latin.resolve("M1-a.ddl.conf"), "placeholderReplacement=false");
    Path file = Squash.of(settings, "1").write(latin);
    assertThat(file).hasFileName("B1-baseline.ddl");
    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).contains("'é <<x>>'");
    Engine fresh = Engine.sqlite(folder);
    Migrations.of(fresh.url(), settings).migrate();
    assertThat(fresh.query("SELECT t FROM a")).containsExactly("é <<x>>");
    assertThat(fresh.history()).singleElement().asString().contains("B1-baseline.ddl");
  }
}
