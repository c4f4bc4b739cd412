package io.kinrow.migrate.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.fixture.Engine;
import io.kinrow.migrate.fixture.Scripts;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StatisticsTest {
  @TempDir Path folder;

  @Test
  void whatAnalyzeFound_staysWithTablesThatAreMadeAnew() {
    String again =
        "CREATE TABLE anew (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO anew SELECT * FROM users;"
            + " DROP TABLE users; ALTER TABLE anew RENAME TO users;";
    Scripts scripts =
        new Scripts(folder.resolve("sql"))
            .with(
                "V1__users.sql",
                "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT); CREATE INDEX n ON users"
                    + " (name); CREATE INDEX gone ON users (name, id); CREATE TABLE other (x);")
            .with("V2__anew.sql", again + " CREATE INDEX n ON users (name); DROP TABLE other;")
            .with("U2__anew.sql", again);
    Engine engine = Engine.sqlite(folder);
    Migrations migrations = Migrations.of(engine.url(), scripts.location());
    migrations.migrate("1");
    engine.execute(
        "INSERT INTO users VALUES (1, 'a'), (2, 'b')", "INSERT INTO other VALUES (1)", "ANALYZE");

    migrations.migrate();
    assertThat(
            engine.query(
                "SELECT tbl || ' ' || idx || ' ' || stat FROM sqlite_stat1 WHERE tbl <> 'flyway_schema_history'"))
        .containsExactly("users n 2 1");

    migrations.undo(migrations.planUndo(), false);
    assertThat(engine.query("SELECT count(*) FROM sqlite_stat1 WHERE tbl = 'users'"))
        .containsExactly("0");
  }
}
