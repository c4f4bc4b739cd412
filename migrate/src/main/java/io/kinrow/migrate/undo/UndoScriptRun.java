package io.kinrow.migrate.undo;

import io.kinrow.migrate.settings.Explained;
import java.sql.SQLException;
import org.flywaydb.core.api.CoreMigrationType;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.executor.Context;
import org.flywaydb.core.internal.callback.CallbackExecutor;
import org.flywaydb.core.internal.database.base.Connection;
import org.flywaydb.core.internal.database.base.Database;
import org.flywaydb.core.internal.database.base.Schema;
import org.flywaydb.core.internal.database.base.Table;
import org.flywaydb.core.internal.jdbc.JdbcTemplate;
import org.flywaydb.core.internal.schemahistory.SchemaHistory;
import org.flywaydb.core.internal.util.AbbreviationUtils;

/** Runs single undo scripts on Flyway's migration connection and records them. */
final class UndoScriptRun {
  private final Configuration configuration;
  private final SchemaHistory history;
  private final Database<?> database;
  private final Schema<?, ?> schema;
  private final CallbackExecutor<Event> callbacks;

  UndoScriptRun(
      Configuration configuration,
      SchemaHistory history,
      Database<?> database,
      Schema<?, ?> schema,
      CallbackExecutor<Event> callbacks) {
    this.configuration = configuration;
    this.history = history;
    this.database = database;
    this.schema = schema;
    this.callbacks = callbacks;
  }

  void run(PlannedUndo.Step step, boolean transactional) {
    Connection<?> connection = database.getMigrationConnection();
    connection.restoreOriginalState();
    connection.changeCurrentSchemaTo(schema);
    callbacks.setMigrationInfo(step.applied());
    try {
      callbacks.onEachMigrateOrUndoEvent(Event.BEFORE_EACH_UNDO);
      try {
        execute(step, connection.getJdbcConnection(), transactional);
      } catch (FlywayException | SQLException e) {
        callbacks.onEachMigrateOrUndoEvent(Event.AFTER_EACH_UNDO_ERROR);
        throw new UndoFailedException(step, failure(step, transactional, e), e);
      }
      callbacks.onEachMigrateOrUndoEvent(Event.AFTER_EACH_UNDO);
    } finally {
      callbacks.setMigrationInfo(null);
    }
  }

  private void execute(PlannedUndo.Step step, java.sql.Connection connection, boolean transactional)
      throws SQLException {
    boolean autoCommit = connection.getAutoCommit();
    // one connection for all: the lock's transaction is open on it
    boolean leaveTransaction = database.useSingleConnection() && !transactional;
    if (leaveTransaction) {
      connection.setAutoCommit(true);
    }
    try {
      step.script().getExecutor().execute(new ScriptContext(configuration, connection));
    } finally {
      if (leaveTransaction) {
        connection.setAutoCommit(autoCommit);
      }
    }
  }

  private String failure(PlannedUndo.Step step, boolean transactional, Exception cause) {
    boolean rolledBack = transactional && database.supportsDdlTransactions();
    return "Undo of version "
        + step.version()
        + " failed"
        + (rolledBack
            ? "; its changes were rolled back.\n"
            : ", and part of it may have remained. Repair by hand what the script changed, run repair, then undo again.\n")
        + said(cause);
  }

  private static String said(Exception cause) {
    return cause instanceof FlywayException flyway
        ? String.valueOf(Explained.of(flyway).getMessage())
        : Explained.of((SQLException) cause);
  }

  void recordUndone(PlannedUndo.Step step, boolean transactional, int milliseconds)
      throws SQLException {
    String description = UndoMarker.marked(step.applied().getDescription());
    if (transactional && locksWithoutTheTable()) {
      insertOnMigrationConnection(step, description, milliseconds);
    } else {
      history.addAppliedMigration(
          step.applied().getVersion(),
          description,
          CoreMigrationType.DELETE,
          step.script().getScript(),
          step.script().getChecksum(),
          milliseconds,
          true);
    }
  }

  /**
   * PostgreSQL's lock is an advisory one, so the row can go through the script's own connection and
   * so into its transaction. Where the lock is on the table, that would wait for itself.
   */
  private boolean locksWithoutTheTable() {
    return "PostgreSQL".equals(database.getDatabaseType().getName());
  }

  private void insertOnMigrationConnection(
      PlannedUndo.Step step, String description, int milliseconds) throws SQLException {
    JdbcTemplate jdbc = database.getMigrationConnection().getJdbcTemplate();
    Table<?, ?> table = schema.getTable(configuration.getTable());
    // read here, since the history's own connection does not see the rows of a group before commit
    int last =
        jdbc.queryForInt("SELECT MAX(" + database.quote("installed_rank") + ") FROM " + table);
    jdbc.update(
        database.getInsertStatement(table),
        last + 1,
        step.version(),
        AbbreviationUtils.abbreviateDescription(description),
        CoreMigrationType.DELETE.name(),
        AbbreviationUtils.abbreviateScript(step.script().getScript()),
        step.script().getChecksum(),
        database.getInstalledBy(),
        milliseconds,
        true);
  }

  /** A failed row as Flyway writes it, so that also plain Flyway refuses until a repair. */
  void recordFailure(PlannedUndo.Step step) {
    history.addAppliedMigration(
        step.applied().getVersion(),
        step.applied().getDescription(),
        CoreMigrationType.SQL,
        step.script().getScript(),
        step.script().getChecksum(),
        0,
        false);
  }

  private record ScriptContext(Configuration configuration, java.sql.Connection connection)
      implements Context {
    @Override
    public Configuration getConfiguration() {
      return configuration;
    }

    @Override
    public java.sql.Connection getConnection() {
      return connection;
    }
  }
}
