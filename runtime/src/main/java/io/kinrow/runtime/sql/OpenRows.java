package io.kinrow.runtime.sql;

import io.kinrow.runtime.connect.Failures;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A query whose result stays open on the session of a bound scope, to be read bit by bit. */
public final class OpenRows implements AutoCloseable {

  private final BoundScope scope;
  private final String sql;
  private final PreparedStatement statement;
  private final ResultSet result;
  private final Row row;
  private final boolean ownTransaction;
  private boolean closed;

  private OpenRows(
      BoundScope scope,
      String sql,
      PreparedStatement statement,
      ResultSet result,
      boolean ownTransaction) {
    this.scope = scope;
    this.sql = sql;
    this.statement = statement;
    this.result = result;
    this.row = new Row(result, scope.core().engine());
    this.ownTransaction = ownTransaction;
  }

  /**
   * Runs a query.
   *
   * @param fetchSize rows that the driver fetches at a time, in a transaction, or 0 where it reads
   *     one by one anyway
   */
  public static OpenRows of(BoundScope scope, String sql, Statements.Binder binder, int fetchSize) {
    try {
      return scope.run(
          session -> {
            Connection connection = session.connection();
            boolean transaction = fetchSize > 0 && connection.getAutoCommit();
            if (transaction) {
              connection.setAutoCommit(false);
            }
            PreparedStatement statement = connection.prepareStatement(sql);
            try {
              statement.setFetchSize(fetchSize);
              Binds binds = new Binds(statement, scope.core().engine(), scope.core().listening());
              binder.bind(binds);
              ResultSet result = Statements.execute(scope.core(), sql, binds);
              return new OpenRows(scope, sql, statement, result, transaction);
            } catch (SQLException | RuntimeException | Error e) {
              statement.close();
              if (transaction) {
                connection.rollback();
                connection.setAutoCommit(true);
              }
              throw e;
            }
          });
    } catch (SQLException e) {
      throw Statements.failed(sql, e);
    }
  }

  /** Reads some rows. */
  public <R> R read(Statements.Reader<R> reader) {
    try {
      return scope.run(session -> reader.read(row));
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
            result.close();
            statement.close();
            if (ownTransaction) {
              session.connection().rollback();
              session.connection().setAutoCommit(true);
            }
            return Boolean.TRUE;
          });
    } catch (SQLException e) {
      throw Failures.of("cannot close the result of [" + sql + "]", e);
    }
  }
}
