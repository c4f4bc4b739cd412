package io.kinrow.migrate.verify;

import io.kinrow.migrate.settings.Explained;
import io.kinrow.migrate.settings.HiddenRepeatables;
import io.kinrow.migrate.settings.ProjectScripts;
import io.kinrow.migrate.settings.ScratchFolder;
import io.kinrow.migrate.settings.SomeScripts;
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
 * Applies the pending migrations to a copy of the database, one by one.
 *
 * @hidden
 */
@ApiStatus.Internal
public final class RehearsalRun {
  private final Configuration configuration;

  /** Prepares work for the database of a configuration, which is only read. */
  public RehearsalRun(Configuration configuration) {
    this.configuration = configuration;
  }

  /**
   * Runs them.
   *
   * @throws FlywayException if the database cannot be copied; if a pending script would change more
   *     than the copy; if there are no migrations, or some are misnamed
   */
  public Rehearsal run() {
    new ProjectScripts(configuration).refuseNone();
    LiveDatabase live = LiveDatabase.of(configuration);
    live.refuse(live.pending());
    try (ScratchFolder folder = new ScratchFolder();
        ScratchSource copies = live.copies(folder);
        Scratch copy = copies.next()) {
      return run(live, copy);
    }
  }

  private static Rehearsal run(LiveDatabase live, Scratch copy) {
    List<String> passed = new ArrayList<>();
    SomeScripts scripts = new SomeScripts(copy.asReal());
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
        return new Rehearsal(passed, pending.getScript(), message(e), faults(live, copy, pending));
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
  private static List<String> faults(LiveDatabase live, Scratch copy, MigrationInfo failed) {
    try (ScratchFolder folder = new ScratchFolder();
        ScratchSource empties = live.empties(folder)) {
      live.refuse(live.upTo(failed.getVersion()));
      try (Scratch migrated = empties.next()) {
        migrated.migrateUpTo(failed.getVersion().getVersion());
        return live.faults(copy, migrated);
      }
    } catch (FlywayException e) {
      return List.of();
    }
  }
}
