package io.kinrow.migrate.sqlite;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.internal.strategy.RetryStrategy;

/**
 * A connection whose commit waits for readers. Without WAL, SQLite cannot commit while another
 * connection reads; the transaction stays open then, and no new reader gets in.
 */
final class PatientCommit {

  private PatientCommit() {}

  static Connection of(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            PatientCommit.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("commit")) {
                commit(connection);
                return null;
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /** Waits as long as {@code lockRetryCount} says; what cannot be committed is rolled back. */
  private static void commit(Connection connection) throws SQLException {
    new RetryStrategy()
        .doWithRetries(
            () -> {
              try {
                connection.commit();
                return true;
              } catch (SQLException e) {
                if (SafeSqliteTable.isBusy(e)) {
                  return false;
                }
                throw e;
              }
            },
            "Interrupted while waiting to commit",
            "Nothing was changed: another program kept reading the database, so that SQLite could not commit, and everything was rolled back. Stop that program, or let Flyway wait longer (lockRetryCount).");
  }
}
