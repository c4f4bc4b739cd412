package io.kinrow.migrate.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogFactory;
import org.flywaydb.core.internal.database.DatabaseExecutionStrategy;
import org.flywaydb.core.internal.util.SqlCallable;

/**
 * Runs a script without what repeatable scripts made, and refuses it, before it can commit, when it
 * leaves dangling foreign keys; what ANALYZE found out about tables that it makes anew stays.
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
    Statistics statistics = Statistics.in(connection);
    MissingParents missing = MissingParents.in(connection);
    ScriptRun run = ScriptRun.start(connection);
    try {
      T result = call(script, run);
      statistics.restore(connection);
      ForeignKeyViolations after = ForeignKeyViolations.in(connection);
      after.refuseThoseNotIn(before, run.script());
      MissingParents.in(connection).refuseThoseNotIn(missing, run.script()).forEach(LOG::warn);
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
