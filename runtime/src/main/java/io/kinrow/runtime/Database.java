package io.kinrow.runtime;

import io.kinrow.runtime.internal.sql.Core;
import io.kinrow.runtime.internal.sql.RootScope;
import io.kinrow.runtime.internal.sql.Scope;
import io.kinrow.runtime.internal.sql.ScopeConnections;
import io.kinrow.runtime.internal.sql.TransactionScope;
import io.kinrow.runtime.internal.write.Transactions;
import org.jooq.DSLContext;

/**
 * A database: its repositories, its transactions. Generated code has a subclass, such as {@code
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
 * @param <D> the subclass itself
 */
public abstract class Database<D extends Database<D>> implements AutoCloseable {

  private final Scope scope;

  protected Database(Scope scope) {
    this.scope = scope;
  }

  /**
   * A scope on connections that are opened here and closed with it. On SQLite they enforce foreign
   * keys, use a write-ahead log, wait 5 seconds for a lock and take the write lock when a
   * transaction begins; settings in the URL win over these.
   *
   * @throws org.jooq.exception.DataAccessException if the database cannot be opened
   */
  protected static Scope openScope(String url) {
    return new RootScope(
        Core.open(Given.present(url, "a database", "open", "the JDBC URL is null")));
  }

  /**
   * A scope on the connections, dialect and settings of a jOOQ context, which stays the user's.
   *
   * <p>If its configuration has {@code ExecuteListener}s, or settings for the execution (query
   * timeout, most rows, fetch size), jOOQ runs all statements, and its listeners hear of each, may
   * change its text and translate its exceptions. Otherwise they run on JDBC directly, small ones
   * in about 70% of the time. Whoever has listeners and wants that hands over a configuration
   * without them; a {@link StatementListener} hears of the statements either way:
   *
   * <pre>{@code
   * Configuration quiet = context.configuration().derive(new ExecuteListenerProvider[0]);
   * Blog blog = Blog.using(DSL.using(quiet));
   * blog.listen(statement -> log.debug(statement.sql()));
   * }</pre>
   *
   * <p>The configuration's listeners and settings are looked at now; later changes do not count.
   */
  protected static Scope scopeUsing(DSLContext context) {
    return new RootScope(
        Core.using(Given.present(context, "a database", "using", "the jOOQ context is null")));
  }

  /** Where the repositories run their statements. Called by generated code. */
  protected final Scope scope() {
    return scope;
  }

  /** The same database on another scope. */
  protected abstract D in(Scope other);

  /** What runs in a transaction. */
  @FunctionalInterface
  public interface Work<D, X extends Exception> {
    /** Works on the database of the transaction. */
    void on(D tx) throws X;
  }

  /** What runs in a transaction and has a result. */
  @FunctionalInterface
  public interface ResultWork<D, R, X extends Exception> {
    /** Works on the database of the transaction. */
    R on(D tx) throws X;
  }

  /**
   * Runs the work in a transaction: all of it is stored, or nothing if it throws. Inside a
   * transaction it is a part of it that can be rolled back by itself, by a savepoint. Use the
   * database that is passed in: the outer one works outside of the transaction.
   *
   * @throws X as the work does
   */
  public final <X extends Exception> void transaction(Work<? super D, X> work) throws X {
    Given.present(work, "a database", "transaction", "the work is null");
    Transactions.<Boolean, X>in(
        scope,
        inside -> {
          work.on(in(new TransactionScope(inside)));
          return Boolean.TRUE;
        });
  }

  /**
   * As {@link #transaction}, with a result.
   *
   * @throws X as the work does
   */
  public final <R, X extends Exception> R transactionResult(ResultWork<? super D, R, X> work)
      throws X {
    Given.present(work, "a database", "transactionResult", "the work is null");
    return Transactions.<R, X>in(scope, inside -> work.on(in(new TransactionScope(inside))));
  }

  /**
   * jOOQ itself, on the connections of this database or transaction, for whatever repositories do
   * not offer.
   */
  public final DSLContext dsl() {
    return ScopeConnections.context(scope);
  }

  /**
   * Tells a listener of every statement until the registration is closed: of this database's own
   * and of those run through {@link #dsl()}. It costs little and takes no part in the statement;
   * jOOQ's {@code ExecuteListener}s can do more, see {@link #scopeUsing}.
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
