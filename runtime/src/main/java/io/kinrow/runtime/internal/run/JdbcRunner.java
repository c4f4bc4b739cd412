package io.kinrow.runtime.internal.run;

import io.kinrow.runtime.internal.connect.Session;
import io.kinrow.runtime.internal.dialect.Dialect;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Runs statements on JDBC, with the statements that a session keeps. */
final class JdbcRunner extends Runner {

  JdbcRunner(Dialect dialect, Listeners listeners) {
    super(dialect, listeners);
  }

  private Binds binds(PreparedStatement statement) {
    return new Binds(statement, dialect().values(), listeners().any());
  }

  private Row row(ResultSet result) {
    return new Row(result, dialect().values());
  }

  @Override
  <R> R queryOnce(Session session, String sql, Binder binder, Reader<R> reader)
      throws SQLException {
    return prepared(
        session,
        sql,
        binds -> {
          binder.bind(binds);
          try (ResultSet result = executeQuery(session, sql, binds)) {
            return reader.read(row(result));
          }
        });
  }

  @Override
  <R> R returningOnce(Session session, String sql, Binder binder, Reader<R> reader)
      throws SQLException {
    return queryOnce(session, sql, binder, reader);
  }

  private ResultSet executeQuery(Session session, String sql, Binds binds) throws SQLException {
    try {
      return timed(session, sql, binds, PreparedStatement::executeQuery);
    } catch (SQLException e) {
      throw session.unanswered(e);
    }
  }

  @Override
  int updateOnce(Session session, String sql, Binder binder) throws SQLException {
    return prepared(
        session,
        sql,
        binds -> {
          binder.bind(binds);
          return timed(session, sql, binds, PreparedStatement::executeUpdate);
        });
  }

  @Override
  <R> R keysOnce(Session session, String sql, Binder binder, Reader<R> reader) throws SQLException {
    try (PreparedStatement statement =
        session.connection().prepareStatement(sql, PreparedStatement.RETURN_GENERATED_KEYS)) {
      session.start(statement);
      try {
        Binds binds = binds(statement);
        binder.bind(binds);
        timed(session, sql, binds, PreparedStatement::executeUpdate);
        try (ResultSet keys = statement.getGeneratedKeys()) {
          return reader.read(row(keys));
        }
      } finally {
        session.stop();
      }
    }
  }

  @Override
  <T> int[] batchOnce(Session session, String sql, List<T> rows, RowBinder<? super T> binder)
      throws SQLException {
    return prepared(
        session,
        sql,
        binds -> {
          for (T row : rows) {
            binds.restart();
            binder.bind(binds, row);
            binds.statement().addBatch();
          }
          return timed(session, sql, binds, PreparedStatement::executeBatch);
        });
  }

  @Override
  OpenResult openOnce(Session session, String sql, Binder binder, int fetchSize)
      throws SQLException {
    PreparedStatement statement = session.connection().prepareStatement(sql);
    try {
      session.start(statement);
      try {
        statement.setFetchSize(fetchSize);
        Binds binds = binds(statement);
        binder.bind(binds);
        ResultSet result = timed(session, sql, binds, PreparedStatement::executeQuery);
        return new OpenRows(session, statement, result, row(result));
      } finally {
        session.stop();
      }
    } catch (SQLException | RuntimeException | Error e) {
      statement.close();
      throw e;
    }
  }

  private record OpenRows(Session session, PreparedStatement statement, ResultSet result, Row row)
      implements OpenResult {

    @Override
    public <R> R read(Reader<R> reader) throws SQLException {
      session.start(null);
      try {
        return reader.read(row);
      } catch (SQLException e) {
        throw session.explained(e);
      } finally {
        session.stop();
      }
    }

    @Override
    public void close() throws SQLException {
      result.close();
      statement.close();
    }
  }

  private interface Use<R> {
    R of(Binds binds) throws SQLException;
  }

  /** Uses a statement that the session keeps; one that fails is dropped. */
  private <R> R prepared(Session session, String sql, Use<R> use) throws SQLException {
    PreparedStatement statement = prepare(session, sql);
    R result;
    try {
      session.start(statement);
      try {
        result = use.of(binds(statement));
      } finally {
        session.stop();
      }
    } catch (SQLException | RuntimeException | Error e) {
      session.discard(sql, statement);
      throw e;
    }
    session.done(sql, statement);
    return result;
  }

  private static PreparedStatement prepare(Session session, String sql) throws SQLException {
    try {
      return session.prepare(sql);
    } catch (SQLException e) {
      throw session.unanswered(e);
    }
  }

  private interface Execution<R> {
    R of(PreparedStatement statement) throws SQLException;
  }

  /** Executes a statement whose values are bound, and tells the listeners. */
  private <R> R timed(Session session, String sql, Binds binds, Execution<R> execution)
      throws SQLException {
    if (!binds.heard()) {
      try {
        return execution.of(binds.statement());
      } finally {
        session.executed(binds.statement());
      }
    }
    long start = System.nanoTime();
    try {
      return execution.of(binds.statement());
    } finally {
      session.executed(binds.statement());
      listeners().executed(sql, binds.seen(), System.nanoTime() - start);
    }
  }
}
