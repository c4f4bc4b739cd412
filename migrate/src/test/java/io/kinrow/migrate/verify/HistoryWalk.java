package io.kinrow.migrate.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.catalog.CatalogMemory;
import io.kinrow.migrate.fixture.Engine;
import io.kinrow.migrate.undo.UndoTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A database that goes up and down the history, and is compared at every stop. */
final class HistoryWalk implements AutoCloseable {
  static final int VERSIONS = 46;
  static final String LOCATION = "filesystem:src/test/resources/history/sql";
  private static final Path DATA = Path.of("src/test/resources/history/data");

  /** What the schema was when a version was first reached, from below. */
  private static final Map<Integer, Snapshot> KNOWN = new ConcurrentHashMap<>();

  private final Path file;
  private final Engine engine;
  private final Migrations migrations;
  private int version;

  HistoryWalk() {
    try {
      file = Files.createTempFile("walk", ".db");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // as an application would: with foreign keys on, so that a rebuilt parent could do harm
    engine = Engine.sqliteUrl("jdbc:sqlite:" + file + "?foreign_keys=on&synchronous=OFF");
    migrations = Migrations.of(engine.url(), LOCATION);
  }

  String url() {
    return engine.url();
  }

  /** Goes there; upwards with a stop wherever rows come in as the years go by. */
  void to(int target) {
    while (version < target) {
      version++;
      while (version < target && !Files.exists(data())) {
        version++;
      }
      Snapshot before = snapshot();
      migrations.migrate(Integer.toString(version));
      requireRows(before, "V");
      insertRows();
      requireSchema();
    }
    if (version > target) {
      Snapshot before = snapshot();
      version = target;
      migrations.undo(migrations.planUndo(UndoTarget.downTo(Integer.toString(target))), false);
      requireRows(before, "U");
      requireSchema();
    }
  }

  List<String> tables() {
    return engine.query(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            + " AND name <> 'flyway_schema_history'");
  }

  private Path data() {
    return DATA.resolve("after_V" + version + ".sql");
  }

  private void insertRows() {
    if (Files.exists(data())) {
      try {
        for (String sql : Files.readString(data()).split(";\\s*\\n")) {
          engine.execute(sql);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void requireSchema() {
    Snapshot now = snapshot();
    Snapshot known = KNOWN.putIfAbsent(version, now);
    if (known != null) {
      assertThat(known.schemaDifferences(now)).as("schema of version " + version).isEmpty();
    }
    assertThat(engine.query("PRAGMA foreign_key_check")).isEmpty();
    assertThat(engine.query("PRAGMA integrity_check")).containsExactly("ok");
  }

  /** A table that is there before and after has kept its rows; categories are data themselves. */
  private void requireRows(Snapshot before, String step) {
    List<String> lost =
        before.rowDifferences(snapshot()).stream()
            .filter(d -> d.contains(" instead of "))
            .filter(d -> !d.contains("categories"))
            .toList();
    assertThat(lost).as(step + version).isEmpty();
  }

  private Snapshot snapshot() {
    try (Connection connection = engine.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA query_only = ON");
      return new SqliteSnapshotReader(new CatalogMemory())
          .read(connection, "flyway_schema_history");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
