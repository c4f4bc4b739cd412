package io.kinrow.migrate.sqlite;

import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.flywaydb.core.internal.database.base.Connection;
import org.flywaydb.core.internal.database.base.Schema;
import org.flywaydb.core.internal.database.base.Table;
import org.flywaydb.core.internal.exception.FlywaySqlException;

/** A connection whose lock also switches foreign keys off, and back on afterwards. */
final class SafeSqliteConnection extends Connection<SafeSqliteDatabase> {
  SafeSqliteConnection(SafeSqliteDatabase database, java.sql.Connection connection) {
    super(database, connection);
  }

  @Override
  public Schema<?, ?> getSchema(String name) {
    return new SafeSqliteSchema(getJdbcTemplate(), database, name);
  }

  @Override
  protected String getCurrentSchemaNameOrSearchPath() {
    return "main";
  }

  /** Every migration and every undo runs inside this. */
  @Override
  @SuppressWarnings("rawtypes") // as in the method overridden
  public <T> T lock(Table table, Callable<T> work) {
    try {
      // inside a transaction the pragma does nothing; then an outer lock has set it
      if (!getJdbcConnection().getAutoCommit() || !foreignKeysOn()) {
        return super.lock(table, work);
      }
      getJdbcTemplate().execute("PRAGMA foreign_keys = OFF");
      try {
        return super.lock(table, work);
      } finally {
        getJdbcTemplate().execute("PRAGMA foreign_keys = ON");
      }
    } catch (SQLException e) {
      throw new FlywaySqlException("Unable to switch foreign keys", e);
    }
  }

  private boolean foreignKeysOn() throws SQLException {
    return getJdbcTemplate().queryForBoolean("PRAGMA foreign_keys");
  }
}
