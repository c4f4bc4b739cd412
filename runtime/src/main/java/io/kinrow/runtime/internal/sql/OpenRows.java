package io.kinrow.runtime.internal.sql;

import io.kinrow.runtime.internal.connect.Failures;
import io.kinrow.runtime.internal.connect.Session;
import io.kinrow.runtime.internal.run.Binder;
import io.kinrow.runtime.internal.run.OpenResult;
import io.kinrow.runtime.internal.run.Reader;
import java.sql.Connection;
import java.sql.SQLException;

/** A query whose result stays open on the session of a bound scope, to be read bit by bit. */
public final class OpenRows implements AutoCloseable {

  private final BoundScope scope;
  private final String sql;
  private final OpenResult result;
  private final boolean ownTransaction;
  private boolean closed;

  private OpenRows(BoundScope scope, String sql, OpenResult result, boolean ownTransaction) {
    this.scope = scope;
    this.sql = sql;
    this.result = result;
    this.ownTransaction = ownTransaction;
  }

  /**
   * Runs a query.
   *
   * @param fetchSize rows that the driver fetches at a time, in a transaction, or 0 where it reads
   *     one by one anyway
   */
  public static OpenRows of(BoundScope scope, String sql, Binder binder, int fetchSize) {
    return of(scope, new WindowedRows.Statement(sql, binder), fetchSize);
  }

  /** The same on the statement's terms: its time is that until the first rows are there. */
  static OpenRows of(BoundScope scope, WindowedRows.Statement statement, int fetchSize) {
    String sql = statement.sql();
    try {
      return scope.run(
          session -> {
            statement.terms().check(session);
            Connection connection = session.connection();
            boolean transaction = fetchSize > 0 && connection.getAutoCommit();
            if (transaction) {
              connection.setAutoCommit(false);
              session.begin(null);
            }
            try {
              OpenResult result =
                  session.within(
                      statement.terms().timeout(),
                      () ->
                          scope.core().runner().open(session, sql, statement.binder(), fetchSize));
              return new OpenRows(scope, sql, result, transaction);
            } catch (SQLException | RuntimeException | Error e) {
              if (transaction) {
                try {
                  endTransaction(session);
                } catch (SQLException again) {
                  e.addSuppressed(again);
                }
              }
              throw e;
            }
          });
    } catch (SQLException e) {
      throw Statements.failed(sql, e);
    }
  }

  private static void endTransaction(Session session) throws SQLException {
    try {
      session.connection().rollback();
      session.connection().setAutoCommit(true);
    } catch (SQLException e) {
      session.spoil();
      throw e;
    }
  }

  /** Reads some rows. */
  public <R> R read(Reader<R> reader) {
    try {
      return scope.run(session -> result.read(reader));
    } catch (SQLException e) {
      throw Statements.failed(sql, e);
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      scope.run(
          session -> {
            try {
              result.close();
            } finally {
              if (ownTransaction) {
                endTransaction(session);
              }
            }
            return Boolean.TRUE;
          });
    } catch (SQLException e) {
      throw Failures.of("cannot close the result of [" + Failures.shortened(sql) + "]", e);
    }
  }
}
