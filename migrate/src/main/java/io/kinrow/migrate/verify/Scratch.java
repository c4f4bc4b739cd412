package io.kinrow.migrate.verify;

import io.kinrow.migrate.catalog.CatalogMemory;
import io.kinrow.migrate.postgres.ScriptProblems;
import io.kinrow.migrate.settings.Explained;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.settings.HiddenRepeatables;
import io.kinrow.migrate.settings.ScratchFolder;
import io.kinrow.migrate.settings.ScriptText;
import io.kinrow.migrate.settings.SilentFlyway;
import io.kinrow.migrate.settings.SomeScripts;
import io.kinrow.migrate.undo.Undo;
import io.kinrow.migrate.undo.UndoTarget;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.FlywayExecutor;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateResult;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.exception.FlywaySqlException;
import org.jspecify.annotations.Nullable;

/** A database to try migrations on, with the scripts of the real one. */
final class Scratch implements AutoCloseable {
  private final Configuration real;
  private final Configuration configuration;
  private final SomeScripts scripts;
  private final CatalogMemory memory;
  private @Nullable Connection reading;

  Scratch(Configuration real, String url, String user, String password) {
    this(real, url, user, password, new CatalogMemory());
  }

  /**
   * A database of the same project as others.
   *
   * @param memory what was read of those
   */
  Scratch(Configuration real, String url, String user, String password, CatalogMemory memory) {
    this.memory = memory;
    this.real = real;
    this.scripts =
        new SomeScripts(
            HiddenRepeatables.in(
                    SilentFlyway.in(
                            new FluentConfiguration(real.getClassLoader()).configuration(real))
                        .dataSource(url, user, password))
                .validateOnMigrate(false)
                .target(MigrationVersion.LATEST)
                .group(false)
                .cleanDisabled(true));
    this.configuration = scripts.all();
  }

  /** The settings of the real database, for this one. */
  FluentConfiguration asReal() {
    return SilentFlyway.in(new FluentConfiguration(real.getClassLoader()).configuration(real))
        .dataSource(configuration.getDataSource());
  }

  /** Lets Flyway make its history table and the schemas that it is told to make. */
  void prepare() {
    new Flyway(scripts.none().callbacks(new Callback[0]).skipDefaultCallbacks(true)).migrate();
  }

  /** Reads the schema and its rows. */
  Snapshot snapshot() {
    return snapshot(true);
  }

  /** Reads the schema without its rows, of which a real database may have many. */
  Snapshot schema() {
    return snapshot(false);
  }

  /** Uses one connection, whose caches are warm after the first time. */
  private Snapshot snapshot(boolean rows) {
    try {
      if (reading == null) {
        reading = configuration.getDataSource().getConnection();
      }
      SnapshotReader reader = SnapshotReader.of(reading, memory);
      return rows
          ? reader.read(reading, configuration.getTable())
          : new Snapshot(reader.schema(reading, configuration.getTable()));
    } catch (SQLException e) {
      throw new FlywayException("Cannot read the database: " + e.getMessage(), e);
    }
  }

  /** What can be done with a connection. */
  interface Statements<T> {
    T on(Connection connection) throws SQLException;
  }

  /**
   * Runs statements one by one, outside a transaction, on a connection of their own with the
   * schemas that Flyway sets for a script.
   */
  <T> T run(Statements<T> statements) {
    return Explained.of(
        () ->
            new FlywayExecutor(configuration)
                .execute(
                    (resolver, history, database, schema, schemas, callbacks, interceptor) -> {
                      database.getMigrationConnection().changeCurrentSchemaTo(schema);
                      Connection connection = database.getMigrationConnection().getJdbcConnection();
                      try {
                        connection.setAutoCommit(true);
                        return statements.on(connection);
                      } catch (SQLException e) {
                        throw new FlywaySqlException("Cannot use the scratch database", e);
                      }
                    },
                    false,
                    null));
  }

  /** What can be read from a connection. */
  interface Reading<T> {
    T from(Connection connection) throws SQLException;
  }

  /** Reads from or writes to the database, on a connection of its own. */
  <T> T connected(Reading<T> reading) {
    try (Connection connection = configuration.getDataSource().getConnection()) {
      return reading.from(connection);
    } catch (SQLException e) {
      throw new FlywayException("Cannot read the scratch database: " + e.getMessage(), e);
    }
  }

  /** Reads from or writes to a database of SQLite; nothing of another one. */
  <T> Optional<T> read(Reading<T> reading) {
    return connected(
        connection ->
            SnapshotReader.of(connection, memory) instanceof SqliteSnapshotReader
                ? Optional.ofNullable(reading.from(connection))
                : Optional.empty());
  }

  /** A copy that is deleted when it is closed. */
  record Copy(Scratch scratch, ScratchFolder folder) implements AutoCloseable {
    @Override
    public void close() {
      scratch.close();
      folder.close();
    }
  }

  /** A copy of a database of SQLite. */
  Copy copy() {
    ScratchFolder folder = new ScratchFolder();
    read(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, folder.file("copy.db").toString());
            return statement.execute();
          }
        });
    String url = folder.url("copy.db") + "&journal_mode=MEMORY";
    return new Copy(new Scratch(scripts.all(), url, "", "", memory), folder);
  }

  /** Sets back what gives numbers to rows; says what it was, as a real undo does not. */
  List<String> restoreCounters(Snapshot wanted, Snapshot found) {
    List<String> restored = new ArrayList<>();
    List<String> statements = new ArrayList<>();
    wanted
        .counters()
        .forEach(
            (name, counter) -> {
              Snapshot.Counter other = found.counters().get(name);
              if (other != null && !other.equals(counter)) {
                restored.add(
                    name + " would continue " + other.shown() + " instead of " + counter.shown());
                statements.add(counter.restore());
              }
            });
    if (!statements.isEmpty()) {
      try (Connection connection = configuration.getDataSource().getConnection();
          Statement statement = connection.createStatement()) {
        for (String sql : statements) {
          statement.execute(sql);
        }
      } catch (SQLException e) {
        throw new FlywayException("Cannot reset the scratch database: " + e.getMessage(), e);
      }
    }
    return restored;
  }

  /** Applies one version; those below it are applied. */
  void migrate(String version) {
    FluentConfiguration one = scripts.only(version);
    refuseProblems(one);
    migrate(one.outOfOrder(true).target(version));
  }

  private static void refuseProblems(Configuration one) {
    ScriptProblems problems = new ScriptProblems(one);
    if (!problems.isPossible()) {
      return;
    }
    ScriptText texts = new ScriptText(FlywaySettings.of(one));
    for (LoadableResource script :
        one.getResourceProvider()
            .getResources(one.getSqlMigrationPrefix(), one.getSqlMigrationSuffixes())) {
      String name = script.getRelativePath();
      problems
          .in(name, texts.of(name), 1, texts.isInTransaction(name))
          .ifPresent(
              problem -> {
                throw new FlywayException(problem);
              });
    }
  }

  /** Applies all pending versions up to this one. */
  void migrateUpTo(String version) {
    migrate(scripts.all().outOfOrder(true).target(version));
  }

  private static MigrateResult migrate(Configuration upTo) {
    return Explained.of(() -> new Flyway(upTo).migrate());
  }

  /** Records a version as applied, without running it. */
  void skip(String version) {
    migrate(scripts.all().outOfOrder(true).skipExecutingMigrations(true).target(version));
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
    return repeat(scripts.all()) > 0;
  }

  /** Runs the repeatable migrations even though later versions are pending. */
  void repeatBetween() {
    repeat(scripts.repeatables());
  }

  private int repeat(FluentConfiguration some) {
    return migrate(
            some.outOfOrder(true)
                .repeatableSqlMigrationPrefix(HiddenRepeatables.prefix(configuration)))
        .migrationsExecuted;
  }

  /** Undoes the version that was applied last. */
  void undo(String version) {
    new Undo(scripts.only(version), UndoTarget.steps(1)).run();
  }

  @Override
  public void close() {
    try {
      if (reading != null) {
        reading.close();
        reading = null;
      }
    } catch (SQLException e) {
      throw new FlywayException("Cannot close the scratch database: " + e.getMessage(), e);
    }
  }

  /** Pending versioned migrations, oldest first. */
  List<MigrationInfo> pending() {
    return versioned(info()).filter(m -> m.getState() == MigrationState.PENDING).toList();
  }

  /** Applied versioned migrations above a baseline, latest first. */
  List<MigrationInfo> appliedLatestFirst() {
    return appliedLatestFirst(info());
  }

  /** The same of what was read before. */
  static List<MigrationInfo> appliedLatestFirst(MigrationInfo[] all) {
    return versioned(all)
        .filter(m -> m.getInstalledRank() != null && m.getState().isApplied())
        .filter(m -> m.getState() != MigrationState.UNDONE)
        .filter(m -> m.getState() != MigrationState.DELETED)
        .filter(m -> !m.getType().isSynthetic() && !m.getType().isUndo())
        .sorted((a, b) -> b.getInstalledRank() - a.getInstalledRank())
        .takeWhile(m -> !m.getType().isBaseline())
        .toList();
  }

  /** Whether Flyway refuses to run anything more, because a script failed and left its row. */
  boolean hasFailed() {
    return Arrays.stream(info()).anyMatch(m -> m.getState().isFailed());
  }

  boolean hasBaseline() {
    return hasBaseline(info());
  }

  /** The same of what was read before. */
  static boolean hasBaseline(MigrationInfo[] all) {
    return versioned(all).anyMatch(m -> m.getInstalledRank() != null && m.getType().isBaseline());
  }

  Map<MigrationVersion, String> undoScripts() {
    return undoScripts(info());
  }

  /** The same of what was read before. */
  static Map<MigrationVersion, String> undoScripts(MigrationInfo[] all) {
    Map<MigrationVersion, String> scripts = new LinkedHashMap<>();
    for (MigrationInfo migration : all) {
      if (migration.getType().isUndo() && migration.getState() == MigrationState.AVAILABLE) {
        scripts.put(migration.getVersion(), migration.getScript());
      }
    }
    return scripts;
  }

  private MigrationInfo[] info() {
    return new Flyway(configuration).info().all();
  }

  private static Stream<MigrationInfo> versioned(MigrationInfo[] all) {
    return Arrays.stream(all).filter(m -> m.getVersion() != null);
  }
}
