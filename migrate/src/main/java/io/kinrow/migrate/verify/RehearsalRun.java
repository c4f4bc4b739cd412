package io.kinrow.migrate.verify;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.CatalogReader;
import io.kinrow.migrate.diff.Schema;
import io.kinrow.migrate.settings.Explained;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.settings.HiddenRepeatables;
import io.kinrow.migrate.settings.ProjectScripts;
import io.kinrow.migrate.settings.RefusedException;
import io.kinrow.migrate.settings.ScratchFolder;
import io.kinrow.migrate.settings.SomeScripts;
import io.kinrow.migrate.sqlite.SqliteBackup;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jetbrains.annotations.ApiStatus;

/**
 * Applies the pending migrations to a copy of an SQLite file, one by one.
 *
 * @hidden
 */
@ApiStatus.Internal
public final class RehearsalRun {
  private final Configuration configuration;

  /** For the database of a configuration, which is only read. */
  public RehearsalRun(Configuration configuration) {
    this.configuration = configuration;
  }

  /**
   * Runs them.
   *
   * @throws FlywayException if the database is not an SQLite file, which alone can be copied; if
   *     there are no migrations, or some are misnamed
   */
  public Rehearsal run() {
    new ProjectScripts(configuration).refuseNone();
    try (ScratchFolder folder = new ScratchFolder()) {
      new SqliteBackup(configuration).create(folder.file("rehearsal.db"));
      return run(folder.url("rehearsal.db"));
    }
  }

  private Rehearsal run(String url) {
    List<String> passed = new ArrayList<>();
    SomeScripts scripts = new SomeScripts(on(url));
    FluentConfiguration all = scripts.all();
    for (MigrationInfo pending : new Flyway(all).info().pending()) {
      if (pending.getVersion() == null) {
        continue;
      }
      String version = pending.getVersion().getVersion();
      try {
        // without repeatables, which Flyway runs when all versions are there
        migrate(HiddenRepeatables.in(scripts.all().target(version)));
        passed.add(pending.getScript());
      } catch (FlywayException e) {
        return new Rehearsal(
            passed, pending.getScript(), message(e), rows(url, pending.getVersion().getVersion()));
      }
    }
    List<String> repeatables =
        Arrays.stream(new Flyway(all).info().pending()).map(MigrationInfo::getScript).toList();
    try {
      migrate(all);
    } catch (FlywayException e) {
      return new Rehearsal(passed, String.join(", ", repeatables), message(e), List.of());
    }
    passed.addAll(repeatables);
    return new Rehearsal(passed, null, "", List.of());
  }

  private FluentConfiguration on(String url) {
    return new FluentConfiguration(configuration.getClassLoader())
        .configuration(configuration)
        .dataSource(url, "", "");
  }

  private static void migrate(Configuration configuration) {
    Explained.of(() -> new Flyway(configuration).migrate());
  }

  /** What the database says, without Flyway's account of the place in the copy. */
  private static String message(FlywayException e) {
    Throwable cause = e;
    while (cause != null && !(cause instanceof SQLException)) {
      cause = cause.getCause();
    }
    return cause instanceof SQLException said
        ? Explained.of(said)
        : String.valueOf(e.getMessage()).strip();
  }

  /** Where the script fails without rows too, there is nothing to count. */
  private List<String> rows(String url, String version) {
    FlywaySettings settings = FlywaySettings.of(configuration);
    try (Connection connection = DriverManager.getConnection(url)) {
      Catalog before = CatalogReader.read(connection, settings.leftOut());
      Catalog after = Schema.ofMigrationsUpTo(version, settings).catalog();
      return new RowFaults(connection, before, after).list();
    } catch (FlywayException | RefusedException e) {
      return List.of();
    } catch (SQLException e) {
      throw new FlywayException("Cannot read the copy: " + e.getMessage(), e);
    }
  }
}
