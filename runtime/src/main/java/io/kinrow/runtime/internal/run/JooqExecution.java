package io.kinrow.runtime.internal.run;

import io.kinrow.runtime.internal.connect.Session;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jspecify.annotations.Nullable;

/**
 * One statement while jOOQ runs it, between the user's listeners: as the first of them it sees
 * jOOQ's exceptions before they are translated, as the last one it has the text that they left.
 */
final class JooqExecution implements ExecuteListener {

  private static final long serialVersionUID = 1;

  private final transient Runner runner;
  private final transient Session session;
  private final transient List<ExecuteListener> others = new ArrayList<>();
  private transient @Nullable ExecuteContext context;
  private transient @Nullable RuntimeException untranslated;
  private transient @Nullable Binds binds;
  private transient @Nullable CountedRow rows;
  private transient @Nullable Fetch fetch;
  private transient boolean keys;
  private transient @Nullable RuntimeException refusal;
  private transient boolean last;
  private transient boolean working;
  private transient long started;

  /** What reads from a statement while it is still open. */
  @FunctionalInterface
  interface Fetch {
    void from(PreparedStatement statement) throws SQLException;
  }

  JooqExecution(Runner runner, Session session) {
    this.runner = runner;
    this.session = session;
  }

  /** Asks for the keys that the statement generates. */
  JooqExecution withKeys() {
    keys = true;
    return this;
  }

  JooqExecution thenFetch(Fetch reading) {
    fetch = reading;
    return this;
  }

  /**
   * Notes a listener of the user's, so that it hears of what happens when jOOQ has done its part.
   */
  ExecuteListener noted(ExecuteListener listener, boolean reversed) {
    others.add(reversed ? 0 : others.size(), listener);
    return listener;
  }

  /** Notes why a value was not bound, of which jOOQ makes a failure of JDBC. */
  RuntimeException refused(RuntimeException why) {
    refusal = why;
    return why;
  }

  Binds binds(PreparedStatement statement) {
    Binds known = binds;
    if (known == null || known.statement() != statement) {
      known = new Binds(statement, runner.dialect().values(), runner.listeners().any());
      binds = known;
    }
    known.restart();
    return known;
  }

  CountedRow read(java.sql.ResultSet result) {
    CountedRow row = new CountedRow(result, runner.dialect().values());
    rows = row;
    return row;
  }

  @Override
  public void start(ExecuteContext started) {
    context = started;
  }

  @Override
  public void prepareStart(ExecuteContext preparing) {
    if (keys && last) {
      attempt(
          preparing,
          () ->
              preparing.statement(
                  preparing
                      .connection()
                      .prepareStatement(preparing.sql(), PreparedStatement.RETURN_GENERATED_KEYS)));
    }
    last = true;
  }

  @Override
  public void executeStart(ExecuteContext executing) {
    if (!working) {
      attempt(executing, () -> session.start(executing.statement()));
      working = true;
    }
    started = System.nanoTime();
  }

  @Override
  public void executeEnd(ExecuteContext executed) {
    executed();
    Fetch reading = fetch;
    if (reading != null) {
      fetch = null;
      attempt(executed, () -> reading.from(executed.statement()));
      countRows(executed);
    }
  }

  @Override
  public void end(ExecuteContext ended) {
    pause();
  }

  /** Says that rows are going to be read. */
  void resume() throws SQLException {
    session.start(null);
    working = true;
  }

  /** Says that nothing is read for the moment. */
  void pause() {
    if (working) {
      working = false;
      session.stop();
    }
  }

  /** A failure of the session's statement. */
  SQLException explained(SQLException failure) {
    return session.explained(failure);
  }

  @Override
  public void fetchEnd(ExecuteContext fetched) {
    countRows(fetched);
  }

  private void countRows(ExecuteContext fetched) {
    if (rows != null) {
      fetched.rows(rows.count());
    }
  }

  @Override
  public void exception(ExecuteContext failed) {
    executed();
    if (untranslated == null) {
      untranslated = failed.exception();
    }
  }

  /** Tells the session and the database's own listeners, once. */
  private void executed() {
    if (started != 0 && context != null && context.statement() != null) {
      session.executed(context.statement());
    }
    if (started != 0 && context != null && binds != null && binds.heard()) {
      runner.listeners().executed(context.sql(), binds.seen(), System.nanoTime() - started);
    }
    started = 0;
  }

  private interface Attempt {
    void run() throws SQLException;
  }

  private static void attempt(ExecuteContext context, Attempt work) {
    try {
      work.run();
    } catch (SQLException e) {
      context.sqlException(e);
      throw context.exception();
    }
  }

  /** Tells the user's listeners of something that happens when jOOQ has done its part. */
  void tell(Consumer<ExecuteListener> event) {
    others.forEach(event);
  }

  /** Tells the user's listeners of a failure to read the rows. */
  RuntimeException failedLate(Exception failure) throws SQLException {
    ExecuteContext failed = context;
    if (failed == null) {
      throw new IllegalStateException(failure);
    }
    if (failure instanceof SQLException sql) {
      failed.sqlException(sql);
    } else if (failure instanceof RuntimeException runtime) {
      failed.exception(runtime);
    }
    untranslated = failed.exception();
    tell(listener -> listener.exception(failed));
    return unlessSql(failed.exception());
  }

  ExecuteContext context() {
    if (context == null) {
      throw new IllegalStateException("the statement has not been started");
    }
    return context;
  }

  /** The statement's failure as JDBC reported it. */
  @Nullable SQLException sqlException() {
    return context == null ? null : context.sqlException();
  }

  /**
   * What a listener made of a failure.
   *
   * @throws SQLException the failure itself, if no listener put anything in its place
   */
  RuntimeException unlessSql(RuntimeException thrown) throws SQLException {
    RuntimeException refused = refusal;
    if (refused != null) {
      return refused;
    }
    SQLException failure = sqlException();
    if (failure != null && thrown == untranslated) {
      throw failure;
    }
    return thrown;
  }
}
