package io.kinrow.migrate.drift;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.diff.Schema;
import io.kinrow.migrate.settings.Explained;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.settings.ScratchFile;
import io.kinrow.migrate.settings.SomeScripts;
import io.kinrow.migrate.sql.Names;
import io.kinrow.migrate.undo.Undo;
import io.kinrow.migrate.undo.UndoTarget;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;

/** A scratch database to which chosen migrations are applied. For one thread. */
final class AppliedRun implements AutoCloseable {

  private final FlywaySettings settings;
  private final Set<String> allScripts;
  private final ScratchFile file = new ScratchFile();
  private final SomeScripts scripts;

  AppliedRun(FlywaySettings settings, List<MigrationInfo> all) {
    this.settings = settings;
    this.allScripts = all.stream().map(MigrationInfo::getScript).collect(Collectors.toSet());
    this.scripts = new SomeScripts(settings.onScratch(url()));
  }

  /**
   * A database with the schema and the history of a real one, undone down to its baseline.
   *
   * @throws FlywayException if it cannot be undone
   */
  static AppliedRun undoneToBaseline(String url, FlywaySettings settings, List<MigrationInfo> all) {
    AppliedRun run = new AppliedRun(settings, all);
    try {
      run.copySchema(url);
      FluentConfiguration configuration =
          settings.onScratch(run.url()).callbacks(new Callback[0]).skipDefaultCallbacks(true);
      new Undo(configuration, UndoTarget.downTo("0")).run();
      return run;
    } catch (SQLException e) {
      run.close();
      throw new FlywayException(e.getMessage(), e);
    } catch (FlywayException e) {
      run.close();
      throw e;
    }
  }

  Catalog catalog() {
    return Schema.ofDatabase(url(), settings).catalog();
  }

  /** Applies the migrations in their order, those that are not applied here yet. */
  Catalog migrated(List<MigrationInfo> migrations) {
    Set<String> shown = new HashSet<>();
    for (List<MigrationInfo> part : ascending(migrations)) {
      part.forEach(migration -> shown.add(migration.getScript()));
      Set<String> hidden = new HashSet<>(allScripts);
      hidden.removeAll(shown);
      Explained.of(
          () ->
              scripts
                  .without(hidden::contains)
                  .target(MigrationVersion.LATEST)
                  .outOfOrder(true)
                  .ignoreMigrationPatterns("*:missing")
                  .load()
                  .migrate());
    }
    return catalog();
  }

  /** Flyway runs versions in their order, so that one out of order needs a run of its own. */
  private static List<List<MigrationInfo>> ascending(List<MigrationInfo> migrations) {
    List<List<MigrationInfo>> parts = new ArrayList<>();
    List<MigrationInfo> repeatable = new ArrayList<>();
    @Nullable MigrationVersion last = null;
    for (MigrationInfo migration : migrations) {
      MigrationVersion version = migration.getVersion();
      if (version == null) {
        repeatable.add(migration);
        continue;
      }
      if (last == null || version.compareTo(last) < 0) {
        parts.add(new ArrayList<>());
      }
      parts.get(parts.size() - 1).add(migration);
      last = version;
    }
    if (!repeatable.isEmpty()) {
      parts.add(repeatable);
    }
    return parts;
  }

  private void copySchema(String from) throws SQLException {
    try (Connection source = DriverManager.getConnection(from);
        Connection target = DriverManager.getConnection(url());
        Statement read = source.createStatement();
        Statement write = target.createStatement()) {
      try (ResultSet objects =
          read.executeQuery(
              "SELECT sql FROM main.sqlite_schema WHERE sql IS NOT NULL"
                  + " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
                  + " AND name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow')"
                  + " ORDER BY type = 'table' DESC, rowid")) {
        while (objects.next()) {
          write.executeUpdate(objects.getString(1));
        }
      }
      String history = Names.quoted(settings.table());
      try (ResultSet rows = read.executeQuery("SELECT * FROM " + history)) {
        int width = rows.getMetaData().getColumnCount();
        String marks = "?" + ", ?".repeat(width - 1);
        try (var insert =
            target.prepareStatement("INSERT INTO " + history + " VALUES (" + marks + ")")) {
          while (rows.next()) {
            for (int i = 1; i <= width; i++) {
              insert.setObject(i, rows.getObject(i));
            }
            insert.executeUpdate();
          }
        }
      }
    }
  }

  private String url() {
    return file.url();
  }

  @Override
  public void close() {
    file.close();
  }
}
