package io.kinrow.runtime.sql;

import io.kinrow.runtime.connect.Failures;
import io.kinrow.runtime.connect.Session;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jooq.exception.DataAccessException;

/** Runs statements on a scope: prepares, binds, tells the listeners, reads. */
public final class Statements {

  private Statements() {}

  /** Binds a statement's values. */
  @FunctionalInterface
  public interface Binder {
    /** Binds all values, in order. */
    void bind(Binds binds) throws SQLException;

    /** For a statement without values. */
    Binder NONE = binds -> {};
  }

  /** Reads a statement's rows. */
  @FunctionalInterface
  public interface Reader<R> {
    /** Reads from the row before the first one. */
    R read(Row row) throws SQLException;
  }

  /**
   * Runs a query and reads its rows.
   *
   * @throws DataAccessException if it fails; the message has the SQL
   */
  public static <R> R query(Scope scope, String sql, Binder binder, Reader<R> reader) {
    try {
      return scope.query(session -> query(scope.core(), session, sql, binder, reader, false));
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  private static <R> R query(
      Core core, Session session, String sql, Binder binder, Reader<R> reader, boolean write)
      throws SQLException {
    try {
      return once(core, session, sql, binder, reader, write);
    } catch (SQLException e) {
      if (isRunAgain(session, e)) {
        return once(core, session, sql, binder, reader, write);
      }
      throw e;
    }
  }

  /** Whether a failed query is to be run once more. */
  static boolean isRunAgain(Session session, SQLException failure) throws SQLException {
    return isStalePlan(failure) && session.connection().getAutoCommit();
  }

  /** PostgreSQL refuses a kept statement once after the table's columns were altered. */
  private static boolean isStalePlan(SQLException e) {
    return "0A000".equals(e.getSQLState())
        && String.valueOf(e.getMessage()).contains("cached plan");
  }

  private static <R> R once(
      Core core, Session session, String sql, Binder binder, Reader<R> reader, boolean write)
      throws SQLException {
    ThroughJooq jooq = core.throughJooq();
    if (jooq != null) {
      return write
          ? jooq.returning(session, sql, binder, reader)
          : jooq.query(session, sql, binder, reader);
    }
    PreparedStatement statement = prepare(session, sql);
    R read;
    try {
      Binds binds = new Binds(statement, core.values(), core.listening());
      binder.bind(binds);
      try (ResultSet result = execute(core, session, sql, binds)) {
        read = reader.read(new Row(result, core.values()));
      }
    } catch (SQLException | RuntimeException | Error e) {
      session.discard(sql, statement);
      throw e;
    }
    session.done(sql, statement);
    return read;
  }

  private static PreparedStatement prepare(Session session, String sql) throws SQLException {
    try {
      return session.prepare(sql);
    } catch (SQLException e) {
      throw session.unanswered(e);
    }
  }

  private static ResultSet execute(Core core, Session session, String sql, Binds binds)
      throws SQLException {
    try {
      return execute(core, sql, binds);
    } catch (SQLException e) {
      throw session.unanswered(e);
    }
  }

  static ResultSet execute(Core core, String sql, Binds binds) throws SQLException {
    if (!binds.heard()) {
      return binds.statement().executeQuery();
    }
    long start = System.nanoTime();
    try {
      return binds.statement().executeQuery();
    } finally {
      core.executed(sql, binds, System.nanoTime() - start);
    }
  }

  /**
   * Runs an INSERT, UPDATE or DELETE that returns no rows.
   *
   * @return the number of rows it changed
   * @throws SQLException if it fails, for the caller to explain
   */
  public static int update(Scope scope, String sql, Binder binder) throws SQLException {
    return scope.run(
        session -> {
          ThroughJooq jooq = scope.core().throughJooq();
          if (jooq != null) {
            return jooq.update(session, sql, binder);
          }
          PreparedStatement statement = session.prepare(sql);
          int count;
          try {
            Binds binds = new Binds(statement, scope.core().values(), scope.core().listening());
            binder.bind(binds);
            count = executeUpdate(scope.core(), sql, binds);
          } catch (SQLException | RuntimeException | Error e) {
            session.discard(sql, statement);
            throw e;
          }
          session.done(sql, statement);
          return count;
        });
  }

  private static int executeUpdate(Core core, String sql, Binds binds) throws SQLException {
    if (!binds.heard()) {
      return binds.statement().executeUpdate();
    }
    long start = System.nanoTime();
    try {
      return binds.statement().executeUpdate();
    } finally {
      core.executed(sql, binds, System.nanoTime() - start);
    }
  }

  /**
   * Runs an INSERT, UPDATE or DELETE with a RETURNING clause.
   *
   * @throws SQLException if it fails, for the caller to explain
   */
  public static <R> R returning(Scope scope, String sql, Binder binder, Reader<R> reader)
      throws SQLException {
    return scope.run(session -> query(scope.core(), session, sql, binder, reader, true));
  }

  /**
   * Runs an INSERT and reads the keys that it generated, as the driver gives them.
   *
   * @throws SQLException if it fails, for the caller to explain
   */
  public static <R> R keys(Scope scope, String sql, Binder binder, Reader<R> reader)
      throws SQLException {
    Core core = scope.core();
    return scope.run(
        session -> {
          ThroughJooq jooq = core.throughJooq();
          if (jooq != null) {
            return jooq.keys(session, sql, binder, reader);
          }
          try (PreparedStatement statement =
              session.connection().prepareStatement(sql, PreparedStatement.RETURN_GENERATED_KEYS)) {
            Binds binds = new Binds(statement, core.values(), core.listening());
            binder.bind(binds);
            executeUpdate(core, sql, binds);
            try (ResultSet keys = statement.getGeneratedKeys()) {
              return reader.read(new Row(keys, core.values()));
            }
          }
        });
  }

  /** jOOQ's exception for a failed statement. */
  public static DataAccessException failed(String sql, SQLException cause) {
    return Failures.of("[" + Failures.shortened(sql) + "]", cause);
  }
}
