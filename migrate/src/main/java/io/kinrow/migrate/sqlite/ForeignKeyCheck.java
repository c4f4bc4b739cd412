package io.kinrow.migrate.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogFactory;
import org.flywaydb.core.internal.database.DatabaseExecutionStrategy;
import org.flywaydb.core.internal.util.SqlCallable;

/**
 * Runs a script without what repeatable scripts made, and refuses it, before it can commit, when it
 * leaves dangling foreign keys.
 */
final class ForeignKeyCheck implements DatabaseExecutionStrategy {
  private static final Log LOG = LogFactory.getLog(ForeignKeyCheck.class);

  private final Connection connection;

  ForeignKeyCheck(Connection connection) {
    this.connection = connection;
  }

  @Override
  public <T> T execute(SqlCallable<T> script) throws SQLException {
    ForeignKeyViolations before = ForeignKeyViolations.in(connection);
    ScriptRun run = ScriptRun.start(connection);
    try {
      T result = call(script, run);
      ForeignKeyViolations after = ForeignKeyViolations.in(connection);
      after.refuseThoseNotIn(before, run.script());
      after.warnings().forEach(LOG::warn);
      return result;
    } finally {
      run.end();
    }
  }

  private <T> T call(SqlCallable<T> script, ScriptRun run) throws SQLException {
    boolean done = false;
    try {
      T result = script.call();
      done = true;
      return result;
    } finally {
      // what is not in a transaction is not rolled back either
      if (done || connection.getAutoCommit()) {
        run.putBack();
      }
    }
  }
}
