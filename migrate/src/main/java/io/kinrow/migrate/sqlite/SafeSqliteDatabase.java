package io.kinrow.migrate.sqlite;

import java.sql.Connection;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.internal.database.base.Database;
import org.flywaydb.core.internal.database.base.Table;
import org.flywaydb.core.internal.jdbc.JdbcConnectionFactory;
import org.flywaydb.core.internal.jdbc.StatementInterceptor;

/**
 * SQLite as Flyway sees it. Flyway's own class cannot be extended down to its connection and its
 * tables, where the lock is; so this one stands beside it and answers the same.
 */
final class SafeSqliteDatabase extends Database<SafeSqliteConnection> {
  SafeSqliteDatabase(
      Configuration configuration,
      JdbcConnectionFactory connections,
      StatementInterceptor interceptor) {
    super(configuration, connections, interceptor);
  }

  @Override
  protected SafeSqliteConnection doGetConnection(Connection connection) {
    return new SafeSqliteConnection(this, PatientCommit.of(connection));
  }

  @Override
  public void ensureSupported(Configuration configuration) {
    // every version of SQLite that the driver brings is
  }

  @Override
  @SuppressWarnings("rawtypes") // as in the method overridden
  public String getRawCreateScript(Table table, boolean baseline) {
    return """
        CREATE TABLE %1$s (
            "installed_rank" INT NOT NULL PRIMARY KEY,
            "version" VARCHAR(50),
            "description" VARCHAR(200) NOT NULL,
            "type" VARCHAR(20) NOT NULL,
            "script" VARCHAR(1000) NOT NULL,
            "checksum" INT,
            "installed_by" VARCHAR(100) NOT NULL,
            "installed_on" TEXT NOT NULL DEFAULT (strftime('%%Y-%%m-%%d %%H:%%M:%%f','now')),
            "execution_time" INT NOT NULL,
            "success" BOOLEAN NOT NULL
        );
        %2$sCREATE INDEX "%3$s"."%4$s_s_idx" ON "%4$s" ("success");
        """
        .formatted(
            table,
            baseline ? getBaselineStatement(table) + ";\n" : "",
            table.getSchema().getName(),
            table.getName());
  }

  @Override
  protected String doGetCurrentUser() {
    return "";
  }

  @Override
  public boolean supportsDdlTransactions() {
    return true;
  }

  @Override
  public String getBooleanTrue() {
    return "1";
  }

  @Override
  public String getBooleanFalse() {
    return "0";
  }

  @Override
  public boolean catalogIsSchema() {
    return true;
  }

  @Override
  public boolean useSingleConnection() {
    return true;
  }
}
