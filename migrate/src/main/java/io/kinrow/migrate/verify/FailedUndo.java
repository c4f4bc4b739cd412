package io.kinrow.migrate.verify;

import io.kinrow.migrate.settings.ScratchFolder;
import io.kinrow.migrate.verify.FailedMigration.Evidence;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.FlywayExecutor;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.internal.database.base.Database;
import org.flywaydb.core.internal.database.base.Table;
import org.flywaydb.core.internal.jdbc.ExecutionTemplateFactory;
import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.Nullable;

/**
 * Undoes what a migration left that failed outside a transaction.
 *
 * @hidden
 */
@ApiStatus.Internal
public final class FailedUndo {
  private final Configuration configuration;

  /** Prepares work on the database of a configuration. */
  public FailedUndo(Configuration configuration) {
    this.configuration = configuration;
  }

  /**
   * Finds out what of it ran, and what undoes that; the database is only read.
   *
   * @return empty if no migration has failed
   * @throws FlywayException if the database or the scripts cannot be read
   */
  public Optional<FailedMigration> find() {
    MigrationInfo[] all = migrations();
    return Arrays.stream(all)
        .filter(info -> info.getInstalledRank() != null && info.getState().isFailed())
        .findFirst()
        .map(failed -> explain(failed, all));
  }

  private MigrationInfo[] migrations() {
    return new Flyway(configuration).info().all();
  }

  private FailedMigration explain(MigrationInfo failed, MigrationInfo[] all) {
    List<String> left = List.of();
    try (ScratchFolder folder = new ScratchFolder();
        ScratchSource databases = databases(folder, failed, all)) {
      FailedSearch search = new FailedSearch(configuration, failed, all, schema(), databases);
      left = search.left();
      return search.search();
    } catch (Unproved e) {
      String version = failed.getVersion() == null ? "" : failed.getVersion().getVersion();
      return FailedMigration.unproved(
          failed.getInstalledRank(), version, failed.getScript(), left, e.why());
    }
  }

  /** Reads the schema of the live database. */
  private Snapshot schema() {
    try (Scratch live =
        new Scratch(
            configuration,
            text(configuration.getUrl()),
            text(configuration.getUser()),
            text(configuration.getPassword()))) {
      return live.schema();
    }
  }

  private ScratchSource databases(ScratchFolder folder, MigrationInfo failed, MigrationInfo[] all) {
    LiveDatabase live =
        LiveDatabase.find(configuration)
            .filter(found -> !text(configuration.getUrl()).isEmpty())
            .orElseThrow(
                () ->
                    new Unproved(
                        "only SQLite files and PostgreSQL databases that are given by a URL are supported"));
    try {
      live.refuse(Scratch.appliedLatestFirst(all));
      live.refuseScripts(
          Stream.ofNullable(Scratch.undoScripts(all).get(failed.getVersion())).toList());
    } catch (FlywayException e) {
      throw new Unproved(String.valueOf(e.getMessage()));
    }
    return live.empties(folder);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  /**
   * Undoes it, and takes its row out of the history. Callbacks do not run.
   *
   * @param failed what {@link #find} has proved
   * @throws FlywayException if it is not proved, if the schema, the history or a script has changed
   *     since, or if a statement fails; the message says which ones ran where it is not rolled back
   */
  public void run(FailedMigration failed) {
    Evidence evidence = failed.evidence();
    if (evidence == null) {
      throw new FlywayException("Cannot undo: " + failed);
    }
    if (!evidence.isOf(FailedSearch.migrations(migrations()), schema())
        || !FailedSearch.worksOnRows(configuration, failed.undo(), evidence.start())) {
      throw new FlywayException(
          "The database or the scripts have changed since they were examined. Nothing was undone; examine them again.");
    }
    FlywayException failure =
        new FlywayExecutor(configuration)
            .execute(
                (resolver, history, database, schema, schemas, callbacks, interceptor) ->
                    history.lock(
                        () -> {
                          Table<?, ?> table = schema.getTable(configuration.getTable());
                          database.getMigrationConnection().changeCurrentSchemaTo(schema);
                          return undo(failed, database, table);
                        }),
                false,
                null);
    if (failure != null) {
      throw failure;
    }
  }

  /** A failure that must not roll back what was done outside a transaction is returned. */
  private static @Nullable FlywayException undo(
      FailedMigration failed, Database<?> database, Table<?, ?> table) throws SQLException {
    Connection connection = database.getMigrationConnection().getJdbcConnection();
    if (failed.transactional()) {
      ExecutionTemplateFactory.createExecutionTemplate(connection, database)
          .execute(
              () -> {
                database
                    .getDatabaseType()
                    .createExecutionStrategy(connection)
                    .execute(
                        () -> {
                          for (String sql : failed.undo()) {
                            execute(connection, sql);
                          }
                          return null;
                        });
                delete(failed, database, table);
                return null;
              });
      return null;
    }
    boolean autoCommit = connection.getAutoCommit();
    int done = 0;
    try {
      connection.setAutoCommit(true);
      for (String sql : failed.undo()) {
        execute(connection, sql);
        done++;
      }
      delete(failed, database, table);
      return null;
    } catch (SQLException e) {
      return new FlywayException(
          "Undo of %s failed after %d of %d statements, whose effects remain: %s"
              .formatted(failed.script(), done, failed.undo().size(), e.getMessage()),
          e);
    } finally {
      connection.setAutoCommit(autoCommit);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void delete(FailedMigration failed, Database<?> database, Table<?, ?> table)
      throws SQLException {
    database
        .getMigrationConnection()
        .getJdbcTemplate()
        .update(
            "DELETE FROM " + table + " WHERE " + database.quote("installed_rank") + " = ?",
            failed.rank());
  }
}
