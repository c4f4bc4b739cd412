package io.kinrow.runtime.sql;

import io.kinrow.runtime.connect.Failures;
import io.kinrow.runtime.connect.Session;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A query whose result stays open on the session of a bound scope, to be read bit by bit. */
public final class OpenRows implements AutoCloseable {

  private final BoundScope scope;
  private final String sql;
  private final Source source;
  private final boolean ownTransaction;
  private boolean closed;

  /** The open rows, on JDBC or by jOOQ. */
  interface Source extends AutoCloseable {
    <R> R read(Statements.Reader<R> reader) throws SQLException;

    @Override
    void close() throws SQLException;
  }

  private record JdbcRows(PreparedStatement statement, ResultSet result, Row row)
      implements Source {

    @Override
    public <R> R read(Statements.Reader<R> reader) throws SQLException {
      return reader.read(row);
    }

    @Override
    public void close() throws SQLException {
      result.close();
      statement.close();
    }
  }

  private OpenRows(BoundScope scope, String sql, Source source, boolean ownTransaction) {
    this.scope = scope;
    this.sql = sql;
    this.source = source;
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
            try {
              ThroughJooq jooq = scope.core().throughJooq();
              Source source =
                  jooq == null
                      ? open(scope.core(), session, sql, binder, fetchSize)
                      : jooq.open(session, sql, binder, fetchSize);
              return new OpenRows(scope, sql, source, transaction);
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

  private static Source open(
      Core core, Session session, String sql, Statements.Binder binder, int fetchSize)
      throws SQLException {
    PreparedStatement statement = session.connection().prepareStatement(sql);
    try {
      statement.setFetchSize(fetchSize);
      Binds binds = new Binds(statement, core.values(), core.listening());
      binder.bind(binds);
      ResultSet result = Statements.execute(core, sql, binds);
      return new JdbcRows(statement, result, new Row(result, core.values()));
    } catch (SQLException | RuntimeException | Error e) {
      statement.close();
      throw e;
    }
  }

  /** Reads some rows. */
  public <R> R read(Statements.Reader<R> reader) {
    try {
      return scope.run(session -> source.read(reader));
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
              source.close();
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
