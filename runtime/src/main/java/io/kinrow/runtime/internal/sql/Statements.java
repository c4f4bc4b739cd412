package io.kinrow.runtime.internal.sql;

import io.kinrow.runtime.internal.connect.Failures;
import io.kinrow.runtime.internal.run.Binder;
import io.kinrow.runtime.internal.run.Reader;
import io.kinrow.runtime.internal.run.RowBinder;
import java.sql.SQLException;
import java.util.List;
import org.jooq.exception.DataAccessException;

/** Runs statements on a scope. */
public final class Statements {

  private Statements() {}

  /**
   * Runs a query and reads its rows.
   *
   * @throws DataAccessException if it fails; the message has the SQL
   */
  public static <R> R query(Scope scope, String sql, Binder binder, Reader<R> reader) {
    try {
      return scope.query(session -> scope.core().runner().query(session, sql, binder, reader));
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /**
   * Runs a query on its terms, and reads its rows.
   *
   * @throws DataAccessException if it fails; the message has the SQL
   * @throws IllegalStateException if it locks rows outside a transaction
   */
  public static <R> R query(Scope scope, String sql, Binder binder, Reader<R> reader, Terms terms) {
    try {
      return scope.query(
          session -> {
            terms.check(session);
            return session.within(
                terms.timeout(), () -> scope.core().runner().query(session, sql, binder, reader));
          });
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /**
   * Runs an INSERT, UPDATE or DELETE that returns no rows.
   *
   * @return the number of rows it changed
   * @throws SQLException if it fails, for the caller to explain
   */
  public static int update(Scope scope, String sql, Binder binder) throws SQLException {
    return scope.run(session -> scope.core().runner().update(session, sql, binder));
  }

  /**
   * Runs an INSERT, UPDATE or DELETE with a RETURNING clause.
   *
   * @throws SQLException if it fails, for the caller to explain
   */
  public static <R> R returning(Scope scope, String sql, Binder binder, Reader<R> reader)
      throws SQLException {
    return scope.run(session -> scope.core().runner().returning(session, sql, binder, reader));
  }

  /**
   * Runs an INSERT and reads the keys that it generated, as the driver gives them.
   *
   * @throws SQLException if it fails, for the caller to explain
   */
  public static <R> R keys(Scope scope, String sql, Binder binder, Reader<R> reader)
      throws SQLException {
    return scope.run(session -> scope.core().runner().keys(session, sql, binder, reader));
  }

  /**
   * Runs an INSERT, UPDATE or DELETE for each row, in one JDBC batch.
   *
   * @return the driver's counts
   * @throws SQLException if it fails, for the caller to explain
   */
  public static <T> int[] batch(Scope scope, String sql, List<T> rows, RowBinder<? super T> binder)
      throws SQLException {
    return scope.run(session -> scope.core().runner().batch(session, sql, rows, binder));
  }

  /** jOOQ's exception for a failed statement. */
  public static DataAccessException failed(String sql, SQLException cause) {
    return Failures.of("[" + Failures.shortened(sql) + "]", cause);
  }
}
