package io.kinrow.migrate.verify;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.CatalogReader;
import io.kinrow.migrate.catalog.LeftOut;
import io.kinrow.migrate.settings.Placeholders;
import io.kinrow.migrate.settings.SomeScripts;
import io.kinrow.migrate.sqlite.RepeatableObjects;
import io.kinrow.migrate.undo.Undo;
import io.kinrow.migrate.undo.UndoTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;

/** A database to try migrations on, with the scripts of the real one. */
final class Scratch {
  private final Configuration configuration;
  private final SomeScripts scripts;
  private final Map<String, MigrationVersion> versions = new HashMap<>();
  private final String repeatablePrefix;

  Scratch(Configuration real, String url, String user, String password) {
    this.repeatablePrefix = real.getRepeatableSqlMigrationPrefix();
    this.configuration =
        new FluentConfiguration(real.getClassLoader())
            .configuration(real)
            .dataSource(url, user, password)
            // they build on the newest schema, not on older ones
            .repeatableSqlMigrationPrefix(RepeatableObjects.hidden(repeatablePrefix))
            .validateMigrationNaming(false)
            .validateOnMigrate(false)
            .target(MigrationVersion.LATEST)
            .group(false)
            .cleanDisabled(true);
    this.scripts = new SomeScripts(configuration);
  }

  Snapshot snapshot() {
    try (Connection connection = configuration.getDataSource().getConnection()) {
      return SnapshotReader.of(connection).read(connection, configuration.getTable());
    } catch (SQLException e) {
      throw new FlywayException("Cannot read the scratch database: " + e.getMessage(), e);
    }
  }

  /** The catalogue of a database of SQLite. */
  Optional<Catalog> catalog() {
    return read(
        connection -> CatalogReader.read(connection, LeftOut.table(configuration.getTable())));
  }

  /** What can be read from a connection. */
  interface Reading<T> {
    T from(Connection connection) throws SQLException;
  }

  /** Reads from or writes to a database of SQLite; nothing of another one. */
  <T> Optional<T> read(Reading<T> reading) {
    try (Connection connection = configuration.getDataSource().getConnection()) {
      return SnapshotReader.of(connection) instanceof SqliteSnapshotReader
          ? Optional.ofNullable(reading.from(connection))
          : Optional.empty();
    } catch (SQLException e) {
      throw new FlywayException("Cannot read the scratch database: " + e.getMessage(), e);
    }
  }

  /** A copy that is deleted when it is closed. */
  record Copy(Scratch scratch, Path file) implements AutoCloseable {
    @Override
    public void close() {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new FlywayException("Cannot delete the scratch database " + file, e);
      }
    }
  }

  /** A copy of a database of SQLite. */
  Copy copy() {
    try {
      Path file = Files.createTempFile("kinrow-verify", ".db");
      Files.delete(file);
      read(
          connection -> {
            try (PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
              statement.setString(1, file.toString());
              return statement.execute();
            }
          });
      String url = "jdbc:sqlite:" + file + "?synchronous=OFF&journal_mode=MEMORY";
      return new Copy(new Scratch(configuration, url, "", ""), file);
    } catch (IOException e) {
      throw new FlywayException("Cannot create a scratch database: " + e.getMessage(), e);
    }
  }

  void migrate(String version) {
    MigrationVersion target = MigrationVersion.fromVersion(version);
    Configuration upTo =
        scripts.without(script -> isOfAnother(script, target)).outOfOrder(true).target(target);
    Placeholders.explained(() -> new Flyway(upTo).migrate());
  }

  /** Records a version as applied, without running it. */
  void skip(String version) {
    Configuration upTo =
        new FluentConfiguration(configuration.getClassLoader())
            .configuration(configuration)
            .outOfOrder(true)
            .skipExecutingMigrations(true)
            .target(version);
    Placeholders.explained(() -> new Flyway(upTo).migrate());
  }

  void undo(UndoTarget target) {
    new Undo(configuration, target).run();
  }

  /**
   * Runs the repeatable migrations, as Flyway does after all versioned ones.
   *
   * @return whether there are any
   */
  boolean repeat() {
    Configuration withRepeatables =
        new FluentConfiguration(configuration.getClassLoader())
            .configuration(configuration)
            .outOfOrder(true)
            .repeatableSqlMigrationPrefix(repeatablePrefix);
    return Placeholders.explained(() -> new Flyway(withRepeatables).migrate()).migrationsExecuted
        > 0;
  }

  void undoLatest() {
    Configuration history = scripts.without(script -> isOfAnother(script, null));
    MigrationVersion version = latestFirst(info(history)).get(0).getVersion();
    new Undo(scripts.without(script -> isOfAnother(script, version)), UndoTarget.steps(1)).run();
  }

  /** Flyway reads all scripts that it sees, at each call: it is shown those that it needs. */
  private boolean isOfAnother(String script, @Nullable MigrationVersion version) {
    if (versions.isEmpty()) {
      for (MigrationInfo migration : new Flyway(configuration).info().all()) {
        if (migration.getVersion() != null) {
          versions.put(migration.getScript(), migration.getVersion());
        }
      }
    }
    MigrationVersion of = versions.get(script);
    return of != null && !of.equals(version);
  }

  /** Pending versioned migrations, oldest first. */
  List<MigrationInfo> pending() {
    return Arrays.stream(info(configuration))
        .filter(m -> m.getState() == MigrationState.PENDING)
        .toList();
  }

  /** Applied versioned migrations above a baseline, latest first. */
  List<MigrationInfo> appliedLatestFirst() {
    return latestFirst(info(configuration));
  }

  private static List<MigrationInfo> latestFirst(MigrationInfo[] all) {
    return Arrays.stream(all)
        .filter(m -> m.getInstalledRank() != null && m.getState().isApplied())
        .filter(m -> m.getState() != MigrationState.UNDONE)
        .filter(m -> m.getState() != MigrationState.DELETED)
        .filter(m -> !m.getType().isSynthetic() && !m.getType().isUndo())
        .sorted((a, b) -> b.getInstalledRank() - a.getInstalledRank())
        .takeWhile(m -> !m.getType().isBaseline())
        .toList();
  }

  boolean hasBaseline() {
    return Arrays.stream(info(configuration))
        .anyMatch(m -> m.getInstalledRank() != null && m.getType().isBaseline());
  }

  Map<MigrationVersion, String> undoScripts() {
    Map<MigrationVersion, String> scripts = new LinkedHashMap<>();
    for (MigrationInfo migration : new Flyway(configuration).info().all()) {
      if (migration.getType().isUndo() && migration.getState() == MigrationState.AVAILABLE) {
        scripts.put(migration.getVersion(), migration.getScript());
      }
    }
    return scripts;
  }

  private static MigrationInfo[] info(Configuration configuration) {
    return Arrays.stream(new Flyway(configuration).info().all())
        .filter(m -> m.getVersion() != null)
        .toArray(MigrationInfo[]::new);
  }
}
