package io.kinrow.runtime.internal.run;

import io.kinrow.runtime.internal.connect.Session;
import io.kinrow.runtime.internal.dialect.Dialect;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jooq.BatchBindStep;
import org.jooq.Configuration;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.ResultQuery;
import org.jooq.VisitListenerProvider;
import org.jooq.conf.InvocationOrder;
import org.jooq.conf.ParamType;
import org.jooq.conf.Settings;
import org.jooq.conf.SettingsTools;
import org.jooq.conf.StatementType;
import org.jooq.conf.ThrowExceptions;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConnectionProvider;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Runs a database's statements by jOOQ rather than on JDBC, for the user's {@link ExecuteListener}s
 * to hear of them. Texts, binds, rows and failures are those of {@link JdbcRunner}, unless a
 * listener changes them.
 */
final class JooqRunner extends Runner {

  /** No column is read through jOOQ; naming one spares it the look at the result's own names. */
  private static final Field<Object> UNREAD = DSL.field("unread");

  private final Configuration configuration;
  private final ExecuteListenerProvider[] providers;
  private final boolean reversed;

  JooqRunner(Dialect dialect, Listeners listeners, Configuration user) {
    super(dialect, listeners);
    Settings settings =
        SettingsTools.clone(user.settings())
            .withParamType(ParamType.INDEXED)
            .withStatementType(StatementType.PREPARED_STATEMENT)
            .withRenderPlainSQLTemplatesAsRaw(false)
            .withThrowExceptions(ThrowExceptions.THROW_ALL);
    // the texts are rendered already, and by the user's VisitListeners too
    this.configuration = user.derive(settings).derive(new VisitListenerProvider[0]);
    this.providers = user.executeListenerProviders();
    this.reversed = settings.getExecuteListenerStartInvocationOrder() == InvocationOrder.REVERSE;
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

  private DSLContext on(Session session, JooqExecution execution) {
    return DSL.using(
        configuration
            .derive(new DefaultConnectionProvider(session.connection()))
            .set(execution.among(providers, reversed)));
  }

  /** The statement as jOOQ's; {@code value} is what the binder binds. */
  private static Field<Object> text(
      String sql, JooqExecution execution, RowBinder<Object> binder, @Nullable Object value) {
    DataType<Object> type =
        SQLDataType.OTHER.asConvertedDataType(new StatementText(sql, execution, binder));
    return DSL.val(value, type);
  }

  private static RowBinder<Object> alone(Binder binder) {
    return (binds, nothing) -> binder.bind(binds);
  }

  @Override
  <R> R queryOnce(Session session, String sql, Binder binder, Reader<R> reader)
      throws SQLException {
    try (JooqRows rows = open(session, sql, binder, 0)) {
      return rows.read(reader);
    }
  }

  /** Listeners hear of its end when it is closed. */
  @Override
  public JooqRows open(Session session, String sql, Binder binder, int fetchSize)
      throws SQLException {
    JooqExecution execution = new JooqExecution(this);
    ResultQuery<?> query =
        on(session, execution).resultQuery("{0}", text(sql, execution, alone(binder), null));
    if (fetchSize > 0) {
      query.fetchSize(fetchSize);
    }
    try {
      return new JooqRows(query.coerce(UNREAD).fetchLazy(), execution);
    } catch (RuntimeException e) {
      throw failure(session, execution, e);
    }
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
      try {
        return reader.read(row);
      } catch (SQLException | RuntimeException e) {
        throw execution.failedLate(e);
      }
    }

    @Override
    public void close() {
      cursor.close();
    }
  }

  @Override
  public int update(Session session, String sql, Binder binder) throws SQLException {
    return execute(session, sql, binder, new JooqExecution(this));
  }

  @Override
  <R> R returningOnce(Session session, String sql, Binder binder, Reader<R> reader)
      throws SQLException {
    return fetch(session, sql, binder, reader, new JooqExecution(this), Statement::getResultSet);
  }

  @Override
  public <R> R keys(Session session, String sql, Binder binder, Reader<R> reader)
      throws SQLException {
    return fetch(
        session,
        sql,
        binder,
        reader,
        new JooqExecution(this).withKeys(),
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
    Query query = on(session, execution).query("{0}", text(sql, execution, alone(binder), null));
    try {
      return query.execute();
    } catch (RuntimeException e) {
      throw failure(session, execution, e);
    }
  }

  @Override
  public <T> int[] batch(Session session, String sql, List<T> rows, RowBinder<? super T> binder)
      throws SQLException {
    JooqExecution execution = new JooqExecution(this);
    DSLContext jooq = on(session, execution);
    RowBinder<Object> byPosition = (binds, at) -> binder.bind(binds, rows.get((Integer) at));
    BatchBindStep batch = jooq.batch(jooq.query("{0}", text(sql, execution, byPosition, 0)));
    for (int i = 0; i < rows.size(); i++) {
      batch = batch.bind(i);
    }
    try {
      return batch.execute();
    } catch (RuntimeException e) {
      throw failure(session, execution, e);
    }
  }
}
