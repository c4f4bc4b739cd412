package io.kinrow.migrate.lint;

import io.kinrow.migrate.settings.EachMigration;
import io.kinrow.migrate.settings.Explained;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.settings.ScratchFile;
import io.kinrow.migrate.settings.ScriptText;
import io.kinrow.migrate.sql.Statement;
import io.kinrow.migrate.sqlite.MissingParents;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Reads the migrations of a project, and runs them all on a scratch database to see what each does.
 */
final class MigrationReader {

  private final FlywaySettings settings;

  MigrationReader(FlywaySettings settings) {
    this.settings = settings;
  }

  /**
   * The migrations in the order of their versions.
   *
   * @throws FlywayException when one of them fails; not when one of them has transaction statements
   *     of its own: then none is run, and only their texts are known
   */
  List<Migration> all() {
    try (ScratchFile scratch = new ScratchFile()) {
      MigrationInfo[] all = Explained.of(() -> flyway(scratch.url(), settings).info()).all();
      List<Migration> read = texts(all);
      boolean runnable =
          read.stream()
              .flatMap(m -> m.script().statements().stream())
              .noneMatch(Statement::isTransactional);
      return runnable ? withTables(read, run(scratch.url(), isOneGroup(all))) : read;
    }
  }

  private List<Migration> texts(MigrationInfo[] all) {
    ScriptText texts = new ScriptText(settings);
    Map<MigrationVersion, LintedScript> undos = new HashMap<>();
    for (MigrationInfo info : all) {
      if (info.getType().isUndo()) {
        undos.put(info.getVersion(), script(info, texts));
      }
    }
    List<Migration> read = new ArrayList<>();
    for (MigrationInfo info : all) {
      if (info.getVersion() != null
          && info.getPhysicalLocation() != null
          && !info.getType().isUndo()
          && !info.getType().isBaseline()
          && info.getType().name().startsWith("SQL")) {
        LintedScript script = script(info, texts);
        read.add(
            new Migration(
                info.getVersion(),
                script,
                texts.undoOf(script.name()),
                undos.get(info.getVersion()),
                KnownTables.NONE,
                KnownTables.NONE));
      }
    }
    return read;
  }

  private static LintedScript script(MigrationInfo info, ScriptText texts) {
    return LintedScript.of(
        info.getScript(), info.getPhysicalLocation(), texts.of(info.getScript()));
  }

  private static List<Migration> withTables(List<Migration> read, Map<MigrationVersion, Step> run) {
    return read.stream()
        .map(
            m -> {
              Step step =
                  run.getOrDefault(m.version(), new Step(KnownTables.NONE, KnownTables.NONE));
              return new Migration(
                  m.version(), m.script(), m.undoName(), m.undo(), step.before(), step.after());
            })
        .toList();
  }

  private record Step(KnownTables before, KnownTables after) {}

  /**
   * Whether all of them can run as one group. Between groups, Flyway compares all scripts with the
   * whole history, so that the time for one group each would grow with the square of their number.
   */
  private boolean isOneGroup(MigrationInfo[] all) {
    ScriptText texts = new ScriptText(settings);
    return Arrays.stream(all)
        .filter(info -> !info.getType().isUndo())
        .allMatch(
            info ->
                info.getType().name().startsWith("SQL") && texts.isInTransaction(info.getScript()));
  }

  private Map<MigrationVersion, Step> run(String url, boolean group) {
    Watch watch = new Watch(new KnownTablesReader(settings.leftOut()));
    FluentConfiguration configuration =
        settings.onScratch(url).target(MigrationVersion.LATEST).group(group);
    EachMigration.watch(configuration, watch);
    Explained.of(() -> MissingParents.allowed(() -> configuration.load().migrate()));
    return watch.steps;
  }

  /** Looks at the tables after each migration. */
  private static final class Watch implements EachMigration.Look {
    private final KnownTablesReader reader;
    private final Map<MigrationVersion, Step> steps = new HashMap<>();
    private KnownTables before = KnownTables.NONE;

    Watch(KnownTablesReader reader) {
      this.reader = reader;
    }

    @Override
    public void at(MigrationInfo migration, Connection connection) throws SQLException {
      KnownTables after = reader.read(connection);
      steps.put(migration.getVersion(), new Step(before, after));
      before = after;
    }
  }

  /** To look at a database only: no callback runs on it. */
  static Flyway flyway(String url, FlywaySettings settings) {
    return settings
        .on(url, null, null)
        .callbacks(new Callback[0])
        .skipDefaultCallbacks(true)
        .load();
  }
}
