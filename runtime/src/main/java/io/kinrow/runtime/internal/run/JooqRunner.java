package io.kinrow.runtime.internal.run;

import io.kinrow.runtime.internal.connect.Session;
import io.kinrow.runtime.internal.dialect.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jooq.BatchBindStep;
import org.jooq.Configuration;
import org.jooq.ConnectionProvider;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.ResultQuery;
import org.jooq.VisitListenerProvider;
import org.jooq.conf.InvocationOrder;
import org.jooq.conf.Settings;
import org.jooq.conf.ThrowExceptions;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Runs a database's statements by jOOQ rather than on JDBC, for the user's {@link ExecuteListener}s
 * to hear of them. Texts, binds, rows and failures are those of {@link JdbcRunner}, unless a
 * listener changes them.
 */
final class JooqRunner extends Runner {

  /** No column is read through jOOQ; naming one spares it the look at the result's own names. */
  private static final Field<Object> UNREAD = DSL.field("unread");

  private final DSLContext jooq;

  /** What each thread runs at the moment: the context, made once, asks for it. */
  @SuppressWarnings("ThreadLocalUsage") // each database has its own: a listener may use another
  private final ThreadLocal<Running> running = new ThreadLocal<>();

  private record Running(Session session, JooqExecution execution) {}

  private JooqRunner(Dialect dialect, Listeners listeners, Configuration user) {
    super(dialect, listeners);
    Settings settings =
        RenderedTexts.settings(user.settings()).withThrowExceptions(ThrowExceptions.THROW_ALL);
    boolean reversed = settings.getExecuteListenerStartInvocationOrder() == InvocationOrder.REVERSE;
    this.jooq =
        DSL.using(
            user.derive(settings)
                .derive(new VisitListenerProvider[0]) // the texts are rendered by them already
                .derive(new Connections())
                .derive(among(user.executeListenerProviders(), reversed)));
  }

  /** By its base class, so that a program that has no such configuration does not load it. */
  static Runner hearing(Dialect dialect, Listeners listeners, Configuration user) {
    return new JooqRunner(dialect, listeners, user);
  }

  /** The user's listeners, with the execution itself at both ends. */
  private ExecuteListenerProvider[] among(ExecuteListenerProvider[] users, boolean reversed) {
    ExecuteListenerProvider[] all = new ExecuteListenerProvider[users.length + 2];
    all[0] = () -> running.get().execution;
    for (int i = 0; i < users.length; i++) {
      ExecuteListenerProvider provider = users[i];
      all[i + 1] = () -> running.get().execution.noted(provider.provide(), reversed);
    }
    all[all.length - 1] = all[0];
    return all;
  }

  /** The connection of the session that a thread's statement runs on, which keeps it. */
  private final class Connections implements ConnectionProvider {
    @Override
    public Connection acquire() {
      return running.get().session.connection();
    }

    @Override
    public void release(Connection connection) {
      // whoever took the session gives it back
    }
  }

  private interface Work<R> {
    R run() throws SQLException;
  }

  /** Runs a statement; a listener may run another one meanwhile. */
  private <R> R run(Session session, JooqExecution execution, Work<R> work) throws SQLException {
    Running outer = running.get();
    running.set(new Running(session, execution));
    try {
      return work.run();
    } catch (RuntimeException e) {
      throw failure(session, execution, e);
    } finally {
      running.set(outer);
    }
  }

  /** Whether a configuration has listeners, or settings that jOOQ obeys when it runs statements. */
  static boolean isNeeded(Configuration user) {
    return user.executeListenerProviders().length > 0 || executes(user.settings());
  }

  private static boolean executes(Settings settings) {
    return isSet(settings.getQueryTimeout())
        || isSet(settings.getMaxRows())
        || isSet(settings.getFetchSize());
  }

  private static boolean isSet(@Nullable Integer limit) {
    return limit != null && limit != 0;
  }

  @Override
  <R> R queryOnce(Session session, String sql, Binder binder, Reader<R> reader)
      throws SQLException {
    try (JooqRows rows = openOnce(session, sql, binder, 0)) {
      return rows.read(reader);
    }
  }

  /** Listeners hear of its end when it is closed. */
  @Override
  JooqRows openOnce(Session session, String sql, Binder binder, int fetchSize) throws SQLException {
    JooqExecution execution = new JooqExecution(this, session);
    ResultQuery<?> query =
        jooq.resultQuery("{0}", StatementText.of(sql, execution, binder)).coerce(UNREAD);
    if (fetchSize > 0) {
      query.fetchSize(fetchSize);
    }
    return run(session, execution, () -> new JooqRows(query.fetchLazy(), execution));
  }

  /**
   * A PostgreSQL plan that is to be run again has not failed yet, whatever listeners made of it.
   */
  private RuntimeException failure(
      Session session, JooqExecution execution, RuntimeException thrown) throws SQLException {
    SQLException failure = execution.sqlException();
    if (failure != null && isRunAgain(session, failure)) {
      throw failure;
    }
    return execution.unlessSql(thrown);
  }

  /** The rows of a query, as long as they are open. */
  static final class JooqRows implements OpenResult {

    private final Cursor<?> cursor;
    private final JooqExecution execution;
    private final Row row;

    private JooqRows(Cursor<?> cursor, JooqExecution execution) {
      this.cursor = cursor;
      this.execution = execution;
      this.row = execution.read(result(cursor));
      execution.pause();
      execution.tell(listener -> listener.fetchStart(execution.context()));
    }

    private static ResultSet result(Cursor<?> cursor) {
      ResultSet result = cursor.resultSet();
      if (result == null) {
        throw new IllegalStateException("jOOQ has closed the result already");
      }
      return result;
    }

    @Override
    public <R> R read(Reader<R> reader) throws SQLException {
      execution.resume();
      try {
        return reader.read(row);
      } catch (SQLException e) {
        throw execution.failedLate(execution.explained(e));
      } catch (RuntimeException e) {
        throw execution.failedLate(e);
      } finally {
        execution.pause();
      }
    }

    @Override
    public void close() {
      cursor.close();
    }
  }

  @Override
  int updateOnce(Session session, String sql, Binder binder) throws SQLException {
    return execute(session, sql, binder, new JooqExecution(this, session));
  }

  @Override
  <R> R returningOnce(Session session, String sql, Binder binder, Reader<R> reader)
      throws SQLException {
    return fetch(
        session, sql, binder, reader, new JooqExecution(this, session), Statement::getResultSet);
  }

  @Override
  <R> R keysOnce(Session session, String sql, Binder binder, Reader<R> reader) throws SQLException {
    return fetch(
        session,
        sql,
        binder,
        reader,
        new JooqExecution(this, session).withKeys(),
        Statement::getGeneratedKeys);
  }

  private interface Results {
    ResultSet of(PreparedStatement statement) throws SQLException;
  }

  private <R> R fetch(
      Session session,
      String sql,
      Binder binder,
      Reader<R> reader,
      JooqExecution execution,
      Results results)
      throws SQLException {
    List<R> read = new ArrayList<>(1);
    execution.thenFetch(
        statement -> {
          try (ResultSet result = results.of(statement)) {
            read.add(reader.read(execution.read(result)));
          }
        });
    execute(session, sql, binder, execution);
    return read.get(0);
  }

  private int execute(Session session, String sql, Binder binder, JooqExecution execution)
      throws SQLException {
    Query query = jooq.query("{0}", StatementText.of(sql, execution, binder));
    return run(session, execution, query::execute);
  }

  @Override
  <T> int[] batchOnce(Session session, String sql, List<T> rows, RowBinder<? super T> binder)
      throws SQLException {
    JooqExecution execution = new JooqExecution(this, session);
    BatchBindStep batch =
        jooq.batch(jooq.query("{0}", StatementText.of(sql, execution, Binder.NONE)));
    for (T row : rows) {
      batch = batch.bind(StatementText.value(sql, execution, binds -> binder.bind(binds, row)));
    }
    return run(session, execution, batch::execute);
  }
}
