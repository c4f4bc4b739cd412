package io.kinrow.migrate.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.fixture.Engine;
import io.kinrow.migrate.fixture.Scripts;
import io.kinrow.migrate.undo.UndoTarget;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that reads keeps SQLite from committing, unless the database is in WAL mode. */
final class BusyCommitTest {

  @TempDir Path folder;
  private Engine engine;
  private Scripts scripts;

  @BeforeEach
  void oneMigration() {
    engine = Engine.sqliteUrl("jdbc:sqlite:" + folder.resolve("busy.db") + "?busy_timeout=50");
    scripts =
        new Scripts(folder.resolve("sql"))
            .with("V1__one.sql", "CREATE TABLE one (id INTEGER PRIMARY KEY);")
            .with("U1__one.sql", "DROP TABLE one;");
    migrations(10).migrate();
    engine.execute("CREATE TABLE big AS SELECT value FROM json_each('[1,2,3]')");
  }

  private Migrations migrations(int retries) {
    return Migrations.of(engine.configuration(scripts).lockRetryCount(retries));
  }

  /** Reads on, with rows still to come, until its connection is closed. */
  private Connection reader() throws SQLException {
    Connection connection = engine.connect();
    connection.setAutoCommit(false);
    Statement statement = connection.createStatement();
    assertThat(statement.executeQuery("SELECT value FROM big").next()).isTrue();
    return connection;
  }

  @Test
  void commitWaits_untilTheReaderIsDone() throws Exception {
    Migrations migrations = migrations(30);
    for (boolean undo : new boolean[] {true, false}) {
      Connection reader = reader();
      CompletableFuture<Void> done =
          CompletableFuture.runAsync(
              () -> {
                if (undo) {
                  migrations.undo(migrations.planUndo(), false);
                } else {
                  migrations.migrate();
                }
              });
      assertThatThrownBy(() -> done.get(700, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      reader.close();
      done.get(30, TimeUnit.SECONDS);
      assertThat(engine.hasTable("one")).isEqualTo(!undo);
    }
    assertThat(engine.history()).hasSize(3);
  }

  @Test
  void whatCannotBeCommitted_isSaid_andLeavesNothingBehind() throws Exception {
    try (Connection reader = reader()) {
      assertThat(reader.isClosed()).isFalse();
      Migrations migrations = migrations(1);
      assertThatThrownBy(() -> migrations.undo(UndoTarget.steps(1)))
          .isInstanceOf(FlywayException.class)
          .hasMessageContaining("another program kept reading the database")
          .hasMessageContaining("lockRetryCount");
      assertThat(engine.hasTable("one")).isTrue();
      assertThat(engine.history()).hasSize(1);

      scripts
          .with("V2__two.sql", "CREATE TABLE two (id INTEGER PRIMARY KEY);")
          .with("U2__two.sql", "DROP TABLE two;");
      assertThatThrownBy(migrations::migrate)
          .hasStackTraceContaining("another program kept reading the database");
      assertThat(engine.hasTable("two")).isFalse();
      assertThat(engine.history()).hasSize(1);
    }
    migrations(1).migrate();
    migrations(1).undo(migrations(1).planUndo(UndoTarget.steps(1)), false);
  }
}
