package io.kinrow.migrate.sqlite;

import java.sql.SQLException;
import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogFactory;
import org.flywaydb.core.internal.database.base.Table;
import org.flywaydb.core.internal.exception.FlywaySqlException;
import org.flywaydb.core.internal.jdbc.JdbcTemplate;
import org.flywaydb.core.internal.strategy.RetryStrategy;

/** A table; the one of Flyway's history can be locked, which Flyway's own class cannot do. */
final class SafeSqliteTable extends Table<SafeSqliteDatabase, SafeSqliteSchema> {
  static final String SEQUENCE = "sqlite_sequence";
  private static final int BUSY = 5;
  private static final int LOCKED = 6;
  private static final Log LOG = LogFactory.getLog(SafeSqliteTable.class);

  private boolean waiting;

  SafeSqliteTable(
      JdbcTemplate jdbc, SafeSqliteDatabase database, SafeSqliteSchema schema, String name) {
    super(jdbc, database, schema, name);
  }

  @Override
  protected void doDrop() throws SQLException {
    // a virtual table, dropped before, takes its shadow tables with it; SQLite owns the others
    if (!name.startsWith("sqlite_")) {
      jdbcTemplate.execute("DROP TABLE IF EXISTS " + this);
    }
  }

  @Override
  protected boolean doExists() throws SQLException {
    return jdbcTemplate.queryForInt(
            "SELECT count(tbl_name) FROM "
                + database.quote(schema.getName())
                + ".sqlite_master WHERE type = 'table' AND tbl_name = ?",
            name)
        > 0;
  }

  /**
   * Takes SQLite's write lock until the transaction ends, with an update of no row. It must be the
   * first statement of its transaction: after a read, SQLite would refuse instead of waiting. It
   * waits as long as {@code lockRetryCount} says, on top of the connection's own busy timeout.
   */
  @Override
  public void lock() {
    try {
      new RetryStrategy()
          .doWithRetries(
              this::tryLock,
              "Interrupted while waiting for the lock on " + this,
              "Another process kept the database locked. To wait longer, increase lockRetryCount.");
    } catch (SQLException e) {
      if (!isMissing(e)) {
        throw new FlywaySqlException("Unable to lock table " + this, e);
      }
    }
  }

  private boolean tryLock() throws SQLException {
    try {
      doLock();
      return true;
    } catch (SQLException e) {
      if (isBusy(e)) {
        if (!waiting) {
          LOG.warn("Waiting for another program that is writing to the database");
          waiting = true;
        }
        return false;
      }
      throw e;
    }
  }

  @Override
  protected void doLock() throws SQLException {
    jdbcTemplate.execute(
        "UPDATE " + this + " SET \"success\" = \"success\" WHERE \"installed_rank\" = -1");
  }

  private static boolean isMissing(SQLException e) {
    return e.getMessage() != null && e.getMessage().contains("no such table");
  }

  /** Whether another connection is in the way, for now. */
  static boolean isBusy(SQLException e) {
    return primaryCode(e) == BUSY || primaryCode(e) == LOCKED;
  }

  /** SQLite's extended codes have the primary one in their low byte. */
  private static int primaryCode(SQLException e) {
    return e.getErrorCode() & 0xff;
  }
}
