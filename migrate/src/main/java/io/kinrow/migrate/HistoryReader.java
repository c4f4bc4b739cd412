package io.kinrow.migrate;

import io.kinrow.migrate.undo.UndoMarker;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.FlywayExecutor;
import org.flywaydb.core.api.CoreMigrationType;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.extensibility.AppliedMigration;
import org.jspecify.annotations.Nullable;

/** Reads what was applied and what is pending. */
final class HistoryReader {
  private final Configuration configuration;

  HistoryReader(Configuration configuration) {
    this.configuration = configuration;
  }

  @Nullable String currentVersion() {
    MigrationInfo current = new Flyway(configuration).info().current();
    return current == null || current.getVersion() == null
        ? null
        : current.getVersion().getVersion();
  }

  List<MigrationStatus> info() {
    MigrationInfoService info = new Flyway(configuration).info();
    Map<MigrationVersion, String> undoScripts = new HashMap<>();
    for (MigrationInfo migration : info.all()) {
      if (migration.getType().isUndo() && migration.getState() == MigrationState.AVAILABLE) {
        undoScripts.put(migration.getVersion(), migration.getScript());
      }
    }
    List<MigrationStatus> lines = new ArrayList<>();
    for (MigrationInfo migration : info.all()) {
      if (migration.getState() != MigrationState.AVAILABLE) {
        lines.add(status(migration, undoScripts));
      }
    }
    return List.copyOf(lines);
  }

  private static MigrationStatus status(
      MigrationInfo migration, Map<MigrationVersion, String> undoScripts) {
    String version = migration.getVersion() == null ? null : migration.getVersion().getVersion();
    return new MigrationStatus(
        version,
        migration.getDescription(),
        migration.getType().name(),
        migration.getState().getDisplayName(),
        migration.getScript(),
        version == null ? null : undoScripts.get(migration.getVersion()),
        time(migration.getInstalledOn()),
        migration.getInstalledBy());
  }

  List<HistoryEntry> history() {
    return new FlywayExecutor(configuration)
        .execute(
            (resolver, history, database, schema, schemas, callbacks, interceptor) ->
                history.allAppliedMigrations().stream().map(HistoryReader::entry).toList(),
            true,
            null);
  }

  private static HistoryEntry entry(AppliedMigration row) {
    HistoryEntry.Action action = action(row);
    String description = row.getDescription() == null ? "" : row.getDescription();
    return new HistoryEntry(
        row.getInstalledRank(),
        action,
        row.getVersion() == null ? null : row.getVersion().getVersion(),
        UndoMarker.withoutMark(description),
        row.getScript(),
        row.getChecksum(),
        time(row.getInstalledOn()),
        row.getInstalledBy(),
        row.getExecutionTime(),
        row.isSuccess());
  }

  private static HistoryEntry.Action action(AppliedMigration row) {
    if (row.getType().isUndo() || row instanceof UndoMarker) {
      return HistoryEntry.Action.UNDO;
    }
    if (row.getType() == CoreMigrationType.DELETE) {
      return HistoryEntry.Action.DELETE;
    }
    if (row.getType() == CoreMigrationType.SCHEMA) {
      return HistoryEntry.Action.SCHEMA;
    }
    return row.getType().isBaseline() ? HistoryEntry.Action.BASELINE : HistoryEntry.Action.MIGRATE;
  }

  private static @Nullable LocalDateTime time(@Nullable Date date) {
    return date == null ? null : LocalDateTime.ofInstant(date.toInstant(), ZoneId.systemDefault());
  }
}
