package io.kinrow.migrate.verify;

import io.kinrow.migrate.settings.Placeholders;
import io.kinrow.migrate.sqlite.RepeatableObjects;
import io.kinrow.migrate.undo.Undo;
import io.kinrow.migrate.undo.UndoTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** A database to try migrations on, with the scripts of the real one. */
final class Scratch {
  private final Configuration configuration;
  private final String repeatablePrefix;

  Scratch(Configuration real, String url, String user, String password) {
    this(
        new FluentConfiguration(real.getClassLoader())
            .configuration(real)
            .dataSource(url, user, password),
        real.getRepeatableSqlMigrationPrefix());
  }

  private Scratch(Configuration onScratch, String repeatablePrefix) {
    this.repeatablePrefix = repeatablePrefix;
    this.configuration =
        new FluentConfiguration(onScratch.getClassLoader())
            .configuration(onScratch)
            // they build on the newest schema, not on older ones
            .repeatableSqlMigrationPrefix(RepeatableObjects.hidden(repeatablePrefix))
            .validateMigrationNaming(false)
            .validateOnMigrate(false)
            .target(MigrationVersion.LATEST)
            .group(false)
            .cleanDisabled(true);
  }

  /** On an SQLite file, whose connections may lose it with the power. */
  static Scratch onFile(Configuration real, Path file) {
    return new Scratch(real, url(file), "", "");
  }

  /** Not with the real URL's parameters, which may say read-only. */
  private static String url(Path file) {
    return "jdbc:sqlite:" + file + "?synchronous=OFF";
  }

  /** A copy of an SQLite file, as it is now. */
  Scratch copy(Path from, Path to) {
    try {
      Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new FlywayException("Cannot copy the scratch database: " + e.getMessage(), e);
    }
    return new Scratch(
        new FluentConfiguration(configuration.getClassLoader())
            .configuration(configuration)
            .dataSource(url(to), "", ""),
        repeatablePrefix);
  }

  Connection connect() throws SQLException {
    return configuration.getDataSource().getConnection();
  }

  String historyTable() {
    return configuration.getTable();
  }

  Snapshot snapshot() {
    try (Connection connection = configuration.getDataSource().getConnection()) {
      return SnapshotReader.of(connection).read(connection, configuration.getTable());
    } catch (SQLException e) {
      throw new FlywayException("Cannot read the scratch database: " + e.getMessage(), e);
    }
  }

  void migrate(String version) {
    Configuration upTo =
        new FluentConfiguration(configuration.getClassLoader())
            .configuration(configuration)
            .outOfOrder(true)
            .target(version);
    Placeholders.explained(() -> new Flyway(upTo).migrate());
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
    new Undo(configuration, UndoTarget.steps(1)).run();
  }

  /** Pending versioned migrations, oldest first. */
  List<MigrationInfo> pending() {
    return Arrays.stream(info()).filter(m -> m.getState() == MigrationState.PENDING).toList();
  }

  /** Applied versioned migrations above a baseline, latest first. */
  List<MigrationInfo> appliedLatestFirst() {
    return Arrays.stream(info())
        .filter(m -> m.getInstalledRank() != null && m.getState().isApplied())
        .filter(m -> m.getState() != MigrationState.UNDONE)
        .filter(m -> m.getState() != MigrationState.DELETED)
        .filter(m -> !m.getType().isSynthetic() && !m.getType().isUndo())
        .sorted((a, b) -> b.getInstalledRank() - a.getInstalledRank())
        .takeWhile(m -> !m.getType().isBaseline())
        .toList();
  }

  boolean hasBaseline() {
    return Arrays.stream(info())
        .anyMatch(m -> m.getInstalledRank() != null && m.getType().isBaseline());
  }

  Map<String, String> undoScripts() {
    Map<String, String> scripts = new LinkedHashMap<>();
    for (MigrationInfo migration : new Flyway(configuration).info().all()) {
      if (migration.getType().isUndo() && migration.getState() == MigrationState.AVAILABLE) {
        scripts.put(migration.getVersion().getVersion(), migration.getScript());
      }
    }
    return scripts;
  }

  private MigrationInfo[] info() {
    return Arrays.stream(new Flyway(configuration).info().all())
        .filter(m -> m.getVersion() != null)
        .toArray(MigrationInfo[]::new);
  }
}
