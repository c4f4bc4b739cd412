package io.kinrow.migrate.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogFactory;
import org.flywaydb.core.internal.database.DatabaseExecutionStrategy;
import org.flywaydb.core.internal.util.SqlCallable;

/** Runs a script and refuses it, before it can commit, when it leaves dangling foreign keys. */
final class ForeignKeyCheck implements DatabaseExecutionStrategy {
  private static final Log LOG = LogFactory.getLog(ForeignKeyCheck.class);

  private final Connection connection;

  ForeignKeyCheck(Connection connection) {
    this.connection = connection;
  }

  @Override
  public <T> T execute(SqlCallable<T> script) throws SQLException {
    ForeignKeyViolations before = ForeignKeyViolations.in(connection);
    MissingParents missing = MissingParents.in(connection);
    GuardedSqlScript.forgetLastRun();
    T result = script.call();
    String name = GuardedSqlScript.lastRun().orElse("The Java migration");
    ForeignKeyViolations after = ForeignKeyViolations.in(connection);
    after.refuseThoseNotIn(before, name);
    MissingParents.in(connection).refuseThoseNotIn(missing, name);
    after.warnings().forEach(LOG::warn);
    return result;
  }
}
