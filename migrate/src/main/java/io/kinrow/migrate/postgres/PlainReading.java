package io.kinrow.migrate.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Reads a database at one moment, independently of settings that change how names and values are
 * written: every name with its schema, every value so that it can be read again.
 */
public final class PlainReading {
  private static final String SETTINGS =
      "SET LOCAL search_path = ''; SET LOCAL datestyle = 'ISO'; SET LOCAL intervalstyle ="
          + " 'postgres'; SET LOCAL timezone = 'UTC'; SET LOCAL extra_float_digits = 3;"
          + " SET LOCAL bytea_output = 'hex'; SET LOCAL lc_monetary = 'C'; SET LOCAL xmloption ="
          + " 'content'; SET LOCAL row_security = off; SET LOCAL quote_all_identifiers = off";

  private PlainReading() {}

  /** What is read. */
  public interface Reading<T> {
    /** Reads it; every row of a table or, where policies would hide some, nothing. */
    T with(Statement statement) throws SQLException;
  }

  /** Reads in a transaction of its own, which is rolled back. */
  public static <T> T of(Connection connection, Reading<T> reading) throws SQLException {
    connection.setAutoCommit(false);
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    try (Statement statement = connection.createStatement()) {
      statement.execute(SETTINGS);
      return reading.with(statement);
    } finally {
      connection.rollback();
    }
  }
}
