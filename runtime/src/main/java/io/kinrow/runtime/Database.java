package io.kinrow.runtime;

import io.kinrow.runtime.internal.connect.TransactionSettings;
import io.kinrow.runtime.internal.sql.Core;
import io.kinrow.runtime.internal.sql.RootScope;
import io.kinrow.runtime.internal.sql.Scope;
import io.kinrow.runtime.internal.sql.ScopeConnections;
import io.kinrow.runtime.internal.sql.TransactionScope;
import io.kinrow.runtime.internal.sql.WritingContext;
import io.kinrow.runtime.internal.write.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jetbrains.annotations.ApiStatus;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.tools.jdbc.JDBCUtils;

/**
 * A database with its repositories and transactions. Generated code has a subclass, such as {@code
 * Blog}, with a method for each repository. Immutable and thread-safe.
 *
 * <pre>{@code
 * try (Blog blog = Blog.open("jdbc:sqlite:microblog.db")) {
 *   blog.transaction(tx -> {
 *     User susan = tx.users().insert(u -> u.nickname("susan").email("susan@example.com"));
 *     tx.posts().insert(p -> p.body("Hello").author(susan));
 *   });
 * }
 * }</pre>
 *
 * <p>{@code Blog.open(url)} opens connections, which are closed with the database. On SQLite they
 * enforce foreign keys, use a write-ahead log and wait up to 5 seconds for a lock; settings in the
 * URL take precedence. On any connection to SQLite, {@link #transaction} takes the write lock when
 * it begins.
 *
 * <p>{@code Blog.using(context)} takes the connections, dialect and settings of a jOOQ context,
 * which the caller continues to own. If its configuration has {@code ExecuteListener}s or execution
 * settings (query timeout, maximum number of rows, fetch size), jOOQ runs all statements; its
 * listeners hear of each statement and may change its text and translate its exceptions. Otherwise
 * statements run on JDBC directly, small ones in about 70% of the time. To get this speed despite
 * listeners, pass a configuration without them; a {@link StatementListener} hears of the statements
 * either way:
 *
 * <pre>{@code
 * Configuration quiet = context.configuration().derive(new ExecuteListenerProvider[0]);
 * Blog blog = Blog.using(DSL.using(quiet));
 * blog.listen(statement -> log.debug(statement.sql()));
 * }</pre>
 *
 * <p>If the configuration has a {@code TransactionProvider} other than jOOQ's own, it begins,
 * commits and rolls back the transactions of the database, so that they are those of a framework.
 * See {@link TransactionOwner}.
 *
 * <p>The configuration's listeners and settings are read once, by {@code using}; later changes have
 * no effect.
 *
 * @param <D> the subclass itself
 */
public abstract class Database<D extends Database<D>> implements AutoCloseable {

  private final Scope scope;

  /**
   * Called by generated databases.
   *
   * @hidden
   */
  @ApiStatus.Internal
  protected Database(Scope scope) {
    this.scope = scope;
  }

  /**
   * Returns a scope on connections that are opened here and closed with it.
   *
   * @throws org.jooq.exception.DataAccessException if the database cannot be opened
   * @hidden
   */
  @ApiStatus.Internal
  protected static Scope openScope(String url) {
    return new RootScope(
        Core.open(Given.present(url, "a database", "open", "the JDBC URL is null")));
  }

  /**
   * Returns a scope like {@link #openScope(String)}, with options.
   *
   * @param tables a table of each of jOOQ's catalogs that code was generated from
   * @throws IllegalArgumentException if an option is invalid; the message says why
   * @throws org.jooq.exception.DataAccessException if the database cannot be opened
   * @hidden
   */
  @ApiStatus.Internal
  protected static Scope openScope(
      String url,
      Consumer<? super DatabaseOptions.Builder> options,
      Supplier<? extends List<? extends Table<?>>> tables) {
    DatabaseOptions set =
        DatabaseOptions.of(
            Given.present(options, "a database", "open", "the options are null; leave them out"));
    return new RootScope(
        Core.open(
            Given.present(url, "a database", "open", "the JDBC URL is null"),
            set.connectionSettings(),
            set.schemas(),
            tables,
            set.writing(WritingContext.DEFAULT.clock())));
  }

  /**
   * Returns a scope on the connections of a pool, which the caller continues to own.
   *
   * @throws org.jooq.exception.DataAccessException if it has no connection
   * @hidden
   */
  @ApiStatus.Internal
  protected static Scope openScope(DataSource source) {
    Given.present(source, "a database", "open", "the DataSource is null");
    try (Connection connection = source.getConnection()) {
      return scopeUsing(DSL.using(source, JDBCUtils.dialect(connection)));
    } catch (SQLException e) {
      throw new DataAccessException("the DataSource has no connection: " + e.getMessage(), e);
    }
  }

  /**
   * Returns a scope like {@link #openScope(DataSource)}, with a clock and a user.
   *
   * @throws IllegalArgumentException if another option is set
   * @throws org.jooq.exception.DataAccessException if it has no connection
   * @hidden
   */
  @ApiStatus.Internal
  protected static Scope openScope(
      DataSource source, Consumer<? super DatabaseOptions.Builder> options) {
    Given.present(source, "a database", "open", "the DataSource is null");
    try (Connection connection = source.getConnection()) {
      return scopeUsing(DSL.using(source, JDBCUtils.dialect(connection)), options);
    } catch (SQLException e) {
      throw new DataAccessException("the DataSource has no connection: " + e.getMessage(), e);
    }
  }

  /**
   * Returns a scope on the connections, dialect and settings of a jOOQ context.
   *
   * @hidden
   */
  @ApiStatus.Internal
  protected static Scope scopeUsing(DSLContext context) {
    return new RootScope(
        Core.using(Given.present(context, "a database", "using", "the jOOQ context is null")));
  }

  /**
   * Returns a scope like {@link #scopeUsing(DSLContext)}, with a clock and a user.
   *
   * @throws IllegalArgumentException if another option is set
   * @hidden
   */
  @ApiStatus.Internal
  protected static Scope scopeUsing(
      DSLContext context, Consumer<? super DatabaseOptions.Builder> options) {
    Given.present(context, "a database", "using", "the jOOQ context is null");
    DatabaseOptions set =
        DatabaseOptions.of(
            Given.present(options, "a database", "using", "the options are null; leave them out"));
    set.refuseOfConnections();
    return new RootScope(Core.using(context, set.writing(context.configuration().clock())));
  }

  /**
   * Returns where the repositories run their statements. Called by generated code.
   *
   * @hidden
   */
  @ApiStatus.Internal
  protected final Scope scope() {
    return scope;
  }

  /**
   * Returns the same database on a different scope.
   *
   * @hidden
   */
  @ApiStatus.Internal
  protected abstract D in(Scope other);

  /** Work that runs in a transaction. */
  @FunctionalInterface
  public interface Work<D, X extends Exception> {
    /** Works on the database of the transaction. */
    void on(D tx) throws X;
  }

  /** Work that runs in a transaction and has a result. */
  @FunctionalInterface
  public interface ResultWork<D, R, X extends Exception> {
    /** Works on the database of the transaction. */
    R on(D tx) throws X;
  }

  /**
   * Runs the work in a transaction: either all of its changes are stored or, if it throws, none of
   * them. Inside another transaction, it becomes a part of that transaction that can be rolled back
   * on its own, with a savepoint. Use the database that is passed to the work: the outer one works
   * outside the transaction.
   *
   * <p>On SQLite, the transaction takes the write lock when it begins ({@code BEGIN IMMEDIATE}),
   * also on the connections of a pool or jOOQ context, and waits for it as long as the connection's
   * {@code busy_timeout} says. So a transaction that reads first and then writes does not fail
   * because another one wrote in between. For work that only reads, see {@link
   * TransactionOptions#readOnly}.
   *
   * @throws X if the work does
   * @throws AfterCommitException if the transaction was committed, but an action after its commit
   *     failed
   * @throws org.jooq.exception.DataAccessException if the database refuses to begin or commit the
   *     transaction; the message says whether anything was stored
   */
  public final <X extends Exception> void transaction(Work<? super D, X> work) throws X {
    transaction(options -> options, work);
  }

  /**
   * Runs the work like {@link #transaction(Work)}, with options.
   *
   * <pre>{@code
   * blog.transaction(options -> options.isolation(Isolation.SERIALIZABLE), tx -> book(tx, seat));
   * }</pre>
   *
   * @throws X if the work does
   * @throws IllegalStateException inside a transaction that does not have the same options, or one
   *     that the owner of the connection began
   * @throws UnsupportedOperationException if the engine cannot do what the options ask for
   */
  public final <X extends Exception> void transaction(
      UnaryOperator<TransactionOptions> options, Work<? super D, X> work) throws X {
    Given.present(work, "a database", "transaction", "the work is null");
    Transactions.<Boolean, X>in(
        scope,
        settings(options, "transaction"),
        inside -> {
          work.on(in(new TransactionScope(inside)));
          return Boolean.TRUE;
        });
  }

  /**
   * Runs the work like {@link #transaction(Work)}, and returns its result.
   *
   * @throws X if the work does
   */
  public final <R, X extends Exception> R transactionResult(ResultWork<? super D, R, X> work)
      throws X {
    return transactionResult(options -> options, work);
  }

  /**
   * Runs the work like {@link #transaction(UnaryOperator, Work)}, and returns its result.
   *
   * @throws X if the work does
   */
  public final <R, X extends Exception> R transactionResult(
      UnaryOperator<TransactionOptions> options, ResultWork<? super D, R, X> work) throws X {
    Given.present(work, "a database", "transactionResult", "the work is null");
    return Transactions.<R, X>in(
        scope,
        settings(options, "transactionResult"),
        inside -> work.on(in(new TransactionScope(inside))));
  }

  private static TransactionSettings settings(
      UnaryOperator<TransactionOptions> options, String method) {
    TransactionOptions set =
        Given.present(options, "a database", method, "the options are null; leave them out")
            .apply(TransactionOptions.NONE);
    return Given.present(
            set, "a database", method, "the function that sets the options returned null")
        .settings();
  }

  /**
   * Runs an action once the transaction is committed, such as one that sends a message about what
   * was stored. Call it on the database of a transaction:
   *
   * <pre>{@code
   * blog.transaction(tx -> {
   *   Post post = tx.posts().insert(p -> p.body("Hello").author(susan));
   *   tx.afterCommit(() -> mail.announce(post));
   * });
   * }</pre>
   *
   * <p>The actions of a transaction and of the transactions inside it run after the commit of the
   * outermost one, in the order in which they were given, on the thread that runs the transaction.
   * Its connection has been given back by then, so an action can use the database that the
   * transaction was started on. Actions of a transaction that is rolled back, on its own or with
   * the outer one, do not run; neither do they if it is not known whether the commit was
   * successful.
   *
   * <p>If an action throws, the others run nevertheless. Then the transaction, which is stored,
   * throws an {@link AfterCommitException}.
   *
   * @throws IllegalStateException outside a transaction, and in one that the owner of the
   *     connection began, such as a framework, which would commit it without notice, unless it is a
   *     {@link TransactionOwner}
   */
  public final void afterCommit(Runnable action) {
    Transactions.afterCommit(
        scope, Given.present(action, "a database", "afterCommit", "the action is null"));
  }

  /**
   * Returns the declared queries of an interface, on this database or transaction.
   *
   * <pre>{@code
   * List<PostLine> lines = blog.queries(BlogQueries.class).lines(List.of(1L, 2L));
   * }</pre>
   *
   * @param type an interface with {@link io.kinrow.annotation.Queries} that was compiled together
   *     with this database
   * @throws IllegalArgumentException if it is none
   */
  public <Q> Q queries(Class<Q> type) {
    throw new IllegalArgumentException(
        Given.present(type, "a database", "queries", "the interface is null").getName()
            + " is no interface with @Queries that was compiled together with "
            + getClass().getName());
  }

  /**
   * Returns jOOQ itself, on the connections of this database or transaction, for everything that
   * repositories do not offer.
   */
  public final DSLContext dsl() {
    return ScopeConnections.context(scope);
  }

  /**
   * Tells a listener of every statement until the registration is closed: of this database's own
   * statements and of those run through {@link #dsl()}. A listener costs little and cannot
   * influence the statement; jOOQ's {@code ExecuteListener}s can do more, see {@link Database}.
   */
  public final StatementListener.Registration listen(StatementListener listener) {
    return scope
        .core()
        .listeners()
        .add(Given.present(listener, "a database", "listen", "the listener is null"));
  }

  /** Closes the connections that were opened here; those of a jOOQ context stay open. */
  @Override
  public final void close() {
    if (scope instanceof RootScope) {
      scope.core().close();
    }
  }
}
