package io.kinrow.runtime.internal.run;

import io.kinrow.runtime.internal.connect.Session;
import io.kinrow.runtime.internal.dialect.Dialect;
import java.sql.SQLException;
import java.util.List;
import org.jooq.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements on a session: prepares, binds, tells the listeners, reads. Whether JDBC or jOOQ
 * does that is nobody else's business. All methods throw the driver's own exception. Thread-safe.
 */
public abstract class Runner {

  private final Dialect dialect;
  private final Listeners listeners;

  Runner(Dialect dialect, Listeners listeners) {
    this.dialect = dialect;
    this.listeners = listeners;
  }

  /**
   * The runner of a database.
   *
   * @param user the configuration of the user's jOOQ context, if there is one
   */
  public static Runner of(Dialect dialect, Listeners listeners, @Nullable Configuration user) {
    return user != null && JooqRunner.isNeeded(user)
        ? JooqRunner.hearing(dialect, listeners, user)
        : new JdbcRunner(dialect, listeners);
  }

  final Dialect dialect() {
    return dialect;
  }

  final Listeners listeners() {
    return listeners;
  }

  /** Runs a query and reads its rows. */
  public final <R> R query(Session session, String sql, Binder binder, Reader<R> reader)
      throws SQLException {
    return again(session, () -> queryOnce(session, sql, binder, reader));
  }

  /** Runs an INSERT, UPDATE or DELETE and reads the rows that it returns. */
  public final <R> R returning(Session session, String sql, Binder binder, Reader<R> reader)
      throws SQLException {
    return again(session, () -> returningOnce(session, sql, binder, reader));
  }

  abstract <R> R queryOnce(Session session, String sql, Binder binder, Reader<R> reader)
      throws SQLException;

  abstract <R> R returningOnce(Session session, String sql, Binder binder, Reader<R> reader)
      throws SQLException;

  /** Runs an INSERT, UPDATE or DELETE that returns no rows; returns how many rows it changed. */
  public final int update(Session session, String sql, Binder binder) throws SQLException {
    return again(session, () -> updateOnce(session, sql, binder));
  }

  abstract int updateOnce(Session session, String sql, Binder binder) throws SQLException;

  /** Runs an INSERT and reads the keys that it generated, as the driver gives them. */
  public final <R> R keys(Session session, String sql, Binder binder, Reader<R> reader)
      throws SQLException {
    try {
      return keysOnce(session, sql, binder, reader);
    } catch (SQLException e) {
      throw session.explained(e);
    }
  }

  abstract <R> R keysOnce(Session session, String sql, Binder binder, Reader<R> reader)
      throws SQLException;

  /** Runs a statement for each row, in one JDBC batch; returns the driver's counts. */
  public final <T> int[] batch(
      Session session, String sql, List<T> rows, RowBinder<? super T> binder) throws SQLException {
    return again(session, () -> batchOnce(session, sql, rows, binder));
  }

  abstract <T> int[] batchOnce(
      Session session, String sql, List<T> rows, RowBinder<? super T> binder) throws SQLException;

  /**
   * Runs a query whose rows are read bit by bit.
   *
   * @param fetchSize rows that the driver fetches at a time, or 0 for its own choice
   */
  public final OpenResult open(Session session, String sql, Binder binder, int fetchSize)
      throws SQLException {
    return again(session, () -> openOnce(session, sql, binder, fetchSize));
  }

  abstract OpenResult openOnce(Session session, String sql, Binder binder, int fetchSize)
      throws SQLException;

  private <R> R again(Session session, Session.Work<R> attempt) throws SQLException {
    try {
      return attempt.run();
    } catch (SQLException e) {
      if (!isRunAgain(session, e)) {
        throw session.explained(e);
      }
      session.restart();
      return attempt.run();
    } finally {
      session.touch();
    }
  }

  /** Whether a failed statement is to be run once more: the first of a transaction, or without. */
  final boolean isRunAgain(Session session, SQLException failure) {
    return dialect.isStalePlan(failure) && session.isUntouched();
  }
}
