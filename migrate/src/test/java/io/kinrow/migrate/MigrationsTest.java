package io.kinrow.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.migrate.HistoryEntry.Action;
import io.kinrow.migrate.fixture.Engine;
import io.kinrow.migrate.fixture.Scripts;
import io.kinrow.migrate.undo.UndoPlan;
import io.kinrow.migrate.undo.UndoTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MigrationsTest {
  @TempDir Path folder;
  private Scripts scripts;
  private Engine engine;
  private Migrations migrations;

  @BeforeEach
  void twoMigrations() {
    scripts =
        new Scripts(folder.resolve("sql"))
            .with("V1__one.sql", "CREATE TABLE one (id INTEGER); INSERT INTO one VALUES (1);")
            .with("U1__one.sql", "DROP TABLE one;")
            .with("V2__two.sql", "CREATE TABLE two (id INTEGER);")
            .with("U2__two.sql", "DROP TABLE two;");
    engine = Engine.sqliteUrl("jdbc:sqlite:" + folder.resolve("blog.db"));
    migrations = Migrations.of(engine.url(), scripts.location());
  }

  @Test
  void planMigrateShowsWhatMigrateThenDoes() {
    MigratePlan plan = migrations.planMigrate();

    assertThat(plan.currentVersion()).isNull();
    assertThat(plan.versionAfter()).isEqualTo("2");
    assertThat(plan.steps()).extracting(MigratePlan.Step::version).containsExactly("1", "2");
    assertThat(plan.steps()).allMatch(MigratePlan.Step::undoable);
    assertThat(engine.hasTable("one")).isFalse();

    MigrateReport report = migrations.migrate();
    assertThat(report.initialVersion()).isNull();
    assertThat(report.version()).isEqualTo("2");
    assertThat(report.applied())
        .extracting(MigrateReport.Applied::version)
        .containsExactly("1", "2");
    assertThat(migrations.planMigrate().isEmpty()).isTrue();
    assertThat(migrations.migrate().version()).isEqualTo("2");
  }

  @Test
  void migrateStopsAtAVersion_andRefusesOneThatIsUnknownOrPast() {
    assertThat(migrations.migrate("1").version()).isEqualTo("1");
    assertThat(engine.hasTable("two")).isFalse();
    migrations.migrate();

    assertThatThrownBy(() -> migrations.migrate("1"))
        .hasMessageContaining("is at 2 already")
        .hasMessageContaining("undo");
    assertThatThrownBy(() -> migrations.migrate("7"))
        .hasMessageContaining("The known versions are: 1, 2");
  }

  @Test
  void planMigrateWarns_whenAnUndoScriptIsMissing() {
    scripts.without("U2__two.sql");

    MigratePlan plan = migrations.planMigrate();

    assertThat(plan.warnings())
        .containsExactly("V2__two.sql has no undo script: it cannot be undone.");
    assertThat(plan.steps().get(1).undoable()).isFalse();
  }

  @Test
  void planMigrateIsRefused_whenAnAppliedScriptWasEdited() {
    migrations.migrate("1");
    scripts.with("V1__one.sql", "CREATE TABLE one (id TEXT);");

    assertThatThrownBy(migrations::planMigrate).hasMessageContaining("checksum");
  }

  @Test
  void lateMigrationIsRefusedWithTheWayOut_andWarnedOfWhereItMayRun() {
    scripts.with("V3__three.sql", "CREATE TABLE three (id INTEGER);").without("V2__two.sql");
    scripts.without("U2__two.sql");
    migrations.migrate();
    scripts.with("V2__merged_later.sql", "CREATE TABLE late (id INTEGER);");

    String problem = "V2__merged_later.sql slips under version 3, which is applied";
    assertThat(migrations.validate().problems()).singleElement().asString().contains(problem);
    assertThatThrownBy(migrations::planMigrate)
        .hasMessageContainingAll(problem, "a version above 3");

    MigratePlan plan = Migrations.of(engine.configuration(scripts).outOfOrder(true)).planMigrate();
    assertThat(plan.warnings()).anyMatch(warning -> warning.startsWith(problem));
    assertThat(plan.versionAfter()).isEqualTo("3");
  }

  @Test
  void undoRunsThePlan_afterABackup() {
    migrations.migrate();
    UndoPlan plan = migrations.planUndo(UndoTarget.downTo("1"));

    UndoReport report = migrations.undo(plan);

    assertThat(report.initialVersion()).isEqualTo("2");
    assertThat(report.version()).isEqualTo("1");
    assertThat(report.undone()).extracting(UndoReport.Undone::version).containsExactly("2");
    assertThat(report.backup()).isNotNull().exists();
    assertThat(report.backup().getFileName().toString())
        .matches("blog\\.v2\\.\\d{8}-\\d{6}\\.backup\\.db");
  }

  @Test
  void undoWithoutBackup_leavesNoFile() throws IOException {
    migrations.migrate();

    assertThat(migrations.undo(migrations.planUndo(), false).backup()).isNull();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(Path::getFileName).map(Path::toString))
          .containsExactlyInAnyOrder("blog.db", "sql");
    }
  }

  @Test
  void undoIsRefused_whenTheDatabaseIsNotAsPlanned() {
    migrations.migrate();
    UndoPlan plan = migrations.planUndo();
    migrations.undo(plan, false);

    assertThatThrownBy(() -> migrations.undo(plan, false)).hasMessageContaining("plan again");
    assertThat(engine.hasTable("one")).isTrue();
  }

  @Test
  void restorePutsTheRowsBack() {
    migrations.migrate();
    UndoReport report = migrations.undo(UndoTarget.downTo("0"));
    assertThat(engine.hasTable("one")).isFalse();

    migrations.restore(report.backup());

    assertThat(engine.query("SELECT id FROM one")).containsExactly("1");
    assertThat(migrations.planUndo().currentVersion()).isEqualTo("2");
  }

  @Test
  void restoreWorksUnderAnOpenConnection_inWalMode() throws Exception {
    migrations.migrate();
    engine.query("PRAGMA journal_mode = WAL");
    Path backup = migrations.backup();
    engine.execute("INSERT INTO one VALUES (2)");
    try (java.sql.Connection open = engine.connect();
        java.sql.Statement statement = open.createStatement()) {
      try (java.sql.ResultSet rs = statement.executeQuery("SELECT count(*) FROM one")) {
        assertThat(rs.getInt(1)).isEqualTo(2);
      }
      migrations.restore(backup);
      try (java.sql.ResultSet rs = statement.executeQuery("SELECT count(*) FROM one")) {
        assertThat(rs.getInt(1)).isEqualTo(1);
      }
    }
  }

  @Test
  void restoreRefusesWhatIsNoDatabase_andChangesNothing() throws IOException {
    migrations.migrate();
    Path text = Files.writeString(folder.resolve("notes.txt"), "not a database, but long enough");

    assertThatThrownBy(() -> migrations.restore(text))
        .hasMessageContaining(text + ": it is not an SQLite database");
    assertThatThrownBy(() -> migrations.restore(folder.resolve("gone.db")))
        .hasMessageContaining("there is no file");
    assertThat(engine.query("SELECT id FROM one")).containsExactly("1");
  }

  @Test
  void restoreRefusesAnEmptyFileAndAnotherProgramsDatabase() throws IOException {
    migrations.migrate();
    Path empty = Files.createFile(folder.resolve("empty.db"));
    Path other = folder.resolve("other.db");
    Engine.sqliteUrl("jdbc:sqlite:" + other).execute("CREATE TABLE bookmarks (url TEXT)");

    assertThatThrownBy(() -> migrations.restore(empty))
        .hasMessageContaining(empty + ": the file is empty");
    assertThatThrownBy(() -> migrations.restore(other))
        .hasMessageContaining(other + ": it has no table flyway_schema_history");
    assertThat(engine.query("SELECT id FROM one")).containsExactly("1");
  }

  @Test
  void restoreKeepsACopyOfWhatItReplaces() {
    migrations.migrate();
    Path backup = migrations.backup();
    engine.execute("INSERT INTO one VALUES (2)");

    Path kept = migrations.restore(backup);

    assertThat(engine.query("SELECT id FROM one")).containsExactly("1");
    assertThat(kept.getFileName().toString()).startsWith("blog.v2.");
    assertThat(kept).isNotEqualTo(backup);
    assertThat(Engine.sqliteUrl("jdbc:sqlite:" + kept).query("SELECT id FROM one"))
        .containsExactly("1", "2");
  }

  @Test
  void restoreKeepsNothing_whereThereWasNoDatabase() {
    migrations.migrate();
    Path backup = migrations.backup();
    Path fresh = folder.resolve("fresh.db");

    Path kept = Migrations.of("jdbc:sqlite:" + fresh, scripts.location()).restore(backup);

    assertThat(kept).isNull();
    assertThat(Engine.sqliteUrl("jdbc:sqlite:" + fresh).query("SELECT id FROM one"))
        .containsExactly("1");
  }

  @Test
  void restoreMovesADamagedDatabaseAside() throws IOException {
    migrations.migrate();
    Path backup = migrations.backup();
    Path live = Path.of(engine.url().substring("jdbc:sqlite:".length()));
    String garbage = "no database any more, but long enough to look at ".repeat(40);
    Files.writeString(live, garbage);

    Path kept = migrations.restore(backup);

    assertThat(kept.getFileName().toString()).matches("blog\\.corrupt-\\d{8}-\\d{6}\\.db");
    assertThat(kept).hasContent(garbage);
    assertThat(engine.query("SELECT id FROM one")).containsExactly("1");
    assertThat(migrations.validate().valid()).isTrue();
  }

  @Test
  void restoreMovesADatabaseWithABrokenPageAside() throws IOException {
    migrations.migrate();
    Path backup = migrations.backup();
    Path live = Path.of(engine.url().substring("jdbc:sqlite:".length()));
    byte[] bytes = Files.readAllBytes(live);
    java.util.Arrays.fill(bytes, 4096, bytes.length, (byte) 7);
    Files.write(live, bytes);

    Path kept = migrations.restore(backup);

    assertThat(kept.getFileName().toString()).contains(".corrupt-");
    assertThat(kept).hasBinaryContent(bytes);
    assertThat(engine.query("SELECT id FROM one")).containsExactly("1");
  }

  @Test
  void backupToAFile_refusesToOverwrite() {
    migrations.migrate();
    Path copy = migrations.backup(folder.resolve("copy.db"));

    assertThat(Engine.sqliteUrl("jdbc:sqlite:" + copy).query("SELECT id FROM one"))
        .containsExactly("1");
    assertThatThrownBy(() -> migrations.backup(copy)).hasMessageContaining("already exists");
  }

  @Test
  void backupIsRefused_whereThereIsNoFile() {
    assertThatThrownBy(Migrations.of("jdbc:sqlite::memory:")::backup)
        .hasMessageContaining("in memory");
    Engine h2 = Engine.h2();
    assertThatThrownBy(Migrations.of(h2.configuration(scripts))::backup)
        .hasMessageContaining("Only SQLite files");
  }

  @Test
  void undoOnAnotherEngine_makesNoBackup() {
    Migrations onH2 = Migrations.of(Engine.h2().configuration(scripts));
    onH2.migrate();

    assertThat(onH2.undo(UndoTarget.steps(1)).backup()).isNull();
  }

  @Test
  void redoUndoesTheLatestAndAppliesItAgain() {
    migrations.migrate();
    scripts.with("V2__two.sql", "CREATE TABLE two (id INTEGER, name TEXT);");

    RedoReport report = migrations.redo();

    assertThat(report.undo().undone()).extracting(UndoReport.Undone::version).containsExactly("2");
    assertThat(report.migrate().version()).isEqualTo("2");
    engine.execute("INSERT INTO two VALUES (1, 'edited')");
  }

  @Test
  void redoIsRefused_whenNothingIsApplied() {
    assertThatThrownBy(migrations::redo)
        .hasMessageContaining("Cannot undo 1 migration: nothing is applied.");
  }

  @Test
  void infoListsAppliedUndoneAndPending() {
    migrations.migrate();
    migrations.undo(migrations.planUndo(), false);
    scripts.with("V3__three.sql", "CREATE TABLE three (id INTEGER);");

    List<MigrationStatus> info = migrations.info();

    assertThat(info)
        .extracting(m -> m.version() + " " + m.state() + " " + m.undoScript())
        .containsExactlyInAnyOrder(
            "1 Success U1__one.sql",
            "2 Undone U2__two.sql",
            "2 Pending U2__two.sql",
            "3 Pending null");
    assertThat(info.get(0).installedOn()).isNotNull();
  }

  @Test
  void historyTellsMigrationsFromUndos() {
    migrations.migrate();
    migrations.undo(migrations.planUndo(), false);

    List<HistoryEntry> history = migrations.history();

    assertThat(history)
        .extracting(HistoryEntry::action)
        .containsExactly(Action.MIGRATE, Action.MIGRATE, Action.UNDO);
    assertThat(history.get(2).version()).isEqualTo("2");
    assertThat(history.get(2).description()).isEqualTo("two");
    assertThat(history.get(2).script()).isEqualTo("U2__two.sql");
  }

  @Test
  void validateReportsEditedScriptsAndUndoScripts() {
    assertThat(migrations.validate().valid()).isTrue();
    migrations.migrate();
    scripts
        .with("V1__one.sql", "CREATE TABLE one (id TEXT);")
        .with("U8__orphan.sql", "DROP TABLE nothing;")
        .with("U2_two.sql", "DROP TABLE two;")
        .with("U1__one.sql", "DROP TABLE ${what};");

    assertThat(migrations.validate().problems())
        .hasSize(4)
        .anyMatch(p -> p.contains("checksum"))
        .anyMatch(p -> p.contains("U8__orphan.sql"))
        .anyMatch(p -> p.contains("U2_two.sql"))
        .anyMatch(p -> p.contains("U1__one.sql") && p.contains("what"));
  }

  @Test
  void repairTakesOverChecksums() {
    migrations.migrate();
    scripts.with("V1__one.sql", "CREATE TABLE one (id TEXT);");

    assertThat(migrations.repair().aligned()).anyMatch(s -> s.contains("V1__one.sql"));
    assertThat(migrations.validate().valid()).isTrue();
  }

  @Test
  void oldBackups_arePruned_andNoOtherFile() throws IOException {
    Path file = Path.of(engine.url().substring("jdbc:sqlite:".length()));
    String stem = String.valueOf(file.getFileName()).replace(".db", "");
    List<String> own =
        List.of(
            ".v3.20260131-120000.backup-2.db",
            ".v3.20260131-120000.backup.db",
            ".v1.2.20260101-000000.backup.db",
            ".v0.20251231-235959.backup.db");
    List<String> others =
        List.of(
            ".v2.v3.20250101-000000.backup.db",
            ".v3.20250101-000000.backup.sqlite",
            ".v3.20250101-000000.backup.db.part",
            ".corrupt-20250101-000000.db",
            "x.v3.20250101-000000.backup.db");
    for (String name : own) {
      Files.createFile(file.resolveSibling(stem + name));
    }
    for (String name : others) {
      Files.createFile(file.resolveSibling(stem + name));
    }
    migrations.migrate();
    assertThat(migrations.backups())
        .extracting(path -> String.valueOf(path.getFileName()).substring(stem.length()))
        .containsExactlyElementsOf(own);
    assertThatThrownBy(() -> migrations.pruneBackups(0)).hasMessageContaining("at least 1");
    Path newest = migrations.backup();
    assertThat(migrations.pruneBackups(2))
        .extracting(path -> String.valueOf(path.getFileName()).substring(stem.length()))
        .containsExactlyElementsOf(own.subList(1, 4));
    assertThat(migrations.backups())
        .containsExactly(newest, file.resolveSibling(stem + own.get(0)));
    assertThat(others).allMatch(name -> Files.exists(file.resolveSibling(stem + name)));
  }

  @Test
  void dataSourceIsUsed_whenOneIsGiven() {
    org.sqlite.SQLiteDataSource source = new org.sqlite.SQLiteDataSource();
    source.setUrl(engine.url());
    Migrations viaSource = Migrations.of(source, scripts.location());

    viaSource.migrate();
    assertThat(viaSource.verify().passed()).isTrue();
    assertThat(viaSource.undo(UndoTarget.steps(1)).backup()).exists();
  }
}
