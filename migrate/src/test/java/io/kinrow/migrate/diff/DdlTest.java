package io.kinrow.migrate.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.fixture.Engine;
import io.kinrow.migrate.fixture.Scripts;
import io.kinrow.migrate.settings.FlywaySettings;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DdlTest {
  @TempDir Path folder;

  private static final String AWKWARD =
      """
      CREATE TABLE a_child (id INTEGER PRIMARY KEY, p INTEGER REFERENCES z_parent (id)); -- c
      CREATE TABLE z_parent (id INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT, a INTEGER REFERENCES a_child);
      CREATE INDEX i ON z_parent (body) WHERE body IS NOT NULL;
      CREATE VIEW a_view AS SELECT * FROM b_view;
      CREATE VIEW b_view AS SELECT id FROM z_parent;
      CREATE TRIGGER t INSTEAD OF INSERT ON a_view BEGIN SELECT CASE WHEN 1 THEN 2 END; END;
      CREATE VIRTUAL TABLE a_search USING fts5 (body, content='z_parent', content_rowid='id');
      """;

  @Test
  void writesALiveDatabase_inTheOrderOfItsNeeds() throws Exception {
    Engine engine = Engine.sqlite(folder);
    Scripts scripts =
        new Scripts(folder.resolve("sql"))
            .with("V1__all.sql", AWKWARD)
            .with("V2__more.sql", "ALTER TABLE a_child ADD COLUMN note TEXT DEFAULT ';';");
    Migrations.of(engine.url(), scripts.location()).migrate();
    engine.execute("CREATE TABLE kinrow_parked_x (id INTEGER)");

    String ddl = Schema.ofDatabase(engine.url()).ddl();

    assertThat(ddl)
        .containsSubsequence(
            "CREATE TABLE z_parent", "CREATE INDEX i", "a_search", "b_view", "a_view", "TRIGGER t")
        .contains("note TEXT DEFAULT ';'")
        .doesNotContain("a_search_", "flyway_schema_history", "kinrow_parked", "sqlite_sequence");
    Path desired = java.nio.file.Files.writeString(folder.resolve("desired.sql"), ddl);
    assertThat(
            SchemaDiff.between(
                    Schema.ofMigrations(scripts.location()),
                    Schema.ofDdl(desired),
                    DiffOptions.defaults())
                .isEmpty())
        .isTrue();
    assertThat(Schema.ofDdl(desired).ddl()).isEqualTo(ddl);
  }

  @Test
  void leavesOut_whatPatternsMatch() {
    Engine engine = Engine.sqlite(folder);
    engine.execute(
        "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT)",
        "CREATE INDEX dba_users_name ON users (name)",
        "CREATE INDEX users_name ON users (name)",
        "CREATE TABLE Legacy_1 (id INTEGER)",
        "CREATE INDEX of_legacy ON legacy_1 (id)",
        "CREATE VIEW legacy_view AS SELECT 1",
        "CREATE TABLE legacyX (id INTEGER)");

    FlywaySettings settings = FlywaySettings.defaults().leavingOut("legacy_*", "dba_users_nam?");

    assertThat(Schema.ofDatabase(engine.url(), settings).ddl())
        .isEqualTo(
            """
            CREATE TABLE legacyX (id INTEGER);

            CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT);

            CREATE INDEX users_name ON users (name);
            """);
  }
}
