package io.kinrow.runtime.internal.dialect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteConnectionConfig;

/**
 * Begins transactions on SQLite. One that may write takes the write lock at once: of two that have
 * read, only one could still write, and the other would fail without waiting, however patient it
 * is.
 */
final class SqliteTransactions {

  private static final long MILLISECOND = 1_000_000;

  private SqliteTransactions() {}

  /** The driver's own connection, or null for that of another driver. */
  static @Nullable SQLiteConnection ours(Connection connection) throws SQLException {
    if (connection instanceof SQLiteConnection ours) {
      return ours;
    }
    return connection.isWrapperFor(SQLiteConnection.class)
        ? connection.unwrap(SQLiteConnection.class)
        : null;
  }

  /**
   * Begins a transaction.
   *
   * @param asked whether it is to be read-only; where the driver's {@code explicit_readonly} is
   *     set, one on a connection that is read-only is that too
   * @param most how long it waits for the lock if that is shorter than the connection's own
   *     patience, in nanoseconds
   */
  static Restore begin(Connection connection, SQLiteConnection ours, boolean asked, long most)
      throws SQLException {
    boolean explicit = ours.getDatabase().getConfig().isExplicitReadOnly();
    boolean readOnly = asked || (explicit && ours.isReadOnly());
    if (explicit && !readOnly && isQueryOnly(connection)) {
      queryOnly(connection, false); // as the driver does before it begins to write
    }
    SQLiteConnectionConfig config = ours.getConnectionConfig();
    TransactionMode before = config.getTransactionMode();
    boolean guarded = readOnly && !isQueryOnly(connection);
    config.setTransactionMode(mode(before, readOnly));
    try {
      begin(connection, ours, most);
      if (readOnly) {
        ours.setCurrentTransactionMode(null); // with explicit_readonly, the driver would upgrade it
      }
      if (guarded) {
        queryOnly(connection, true);
      }
    } catch (SQLException | RuntimeException | Error e) {
      config.setTransactionMode(before);
      config.setAutoCommit(true); // the driver takes it for begun
      throw e;
    }
    // the driver's commit() and rollback() begin another one, which must not wait for the lock
    config.setTransactionMode(TransactionMode.DEFERRED);
    return () -> {
      config.setTransactionMode(before);
      if (guarded) {
        queryOnly(connection, false);
      }
    };
  }

  private static TransactionMode mode(TransactionMode own, boolean readOnly) {
    if (readOnly) {
      return TransactionMode.DEFERRED;
    }
    return own == TransactionMode.EXCLUSIVE ? own : TransactionMode.IMMEDIATE;
  }

  private static void begin(Connection connection, SQLiteConnection ours, long most)
      throws SQLException {
    int patience = ours.getBusyTimeout();
    long millis = most / MILLISECOND + 1;
    if (millis >= patience) {
      connection.setAutoCommit(false);
      return;
    }
    ours.setBusyTimeout((int) millis);
    try {
      connection.setAutoCommit(false);
    } finally {
      ours.setBusyTimeout(patience);
    }
  }

  private static boolean isQueryOnly(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("pragma query_only")) {
      return result.next() && result.getBoolean(1);
    }
  }

  private static void queryOnly(Connection connection, boolean on) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("pragma query_only = " + on);
    }
  }
}
