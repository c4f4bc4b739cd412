package io.kinrow.runtime.internal.write;

import io.kinrow.runtime.TransactionOptions;
import io.kinrow.runtime.TransactionOwner;
import io.kinrow.runtime.internal.connect.Failures;
import io.kinrow.runtime.internal.connect.OpenTransaction;
import io.kinrow.runtime.internal.connect.Session;
import io.kinrow.runtime.internal.connect.TransactionSettings;
import io.kinrow.runtime.internal.sql.BoundScope;
import io.kinrow.runtime.internal.sql.Scope;
import io.kinrow.runtime.internal.write.Transactions.Work;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jooq.Configuration;
import org.jooq.ConnectionProvider;
import org.jooq.TransactionContext;
import org.jooq.TransactionProvider;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Transactions that the owner of the connections begins and ends, through the {@link
 * TransactionProvider} of its jOOQ configuration. One object is one transaction, or a part of one.
 */
final class ProviderTransactions<R, X extends Exception> {

  private final Configuration owner;
  private final TransactionProvider provider;
  private final Scope parent;
  private final TransactionSettings settings;
  private final Work<R, X> work;

  private @Nullable Throwable failure;
  private List<Runnable> after = List.of();

  private ProviderTransactions(
      Configuration owner, Scope parent, TransactionSettings settings, Work<R, X> work) {
    this.owner = owner;
    this.provider = owner.transactionProvider();
    this.parent = parent;
    this.settings = settings;
    this.work = work;
  }

  static <R, X extends Exception> R in(
      Configuration owner, Scope parent, TransactionSettings settings, Work<R, X> work) throws X {
    ProviderTransactions<R, X> transaction =
        new ProviderTransactions<>(owner, parent, settings, work);
    return BoundScope.isOwned(parent) ? transaction.inside() : transaction.outermost();
  }

  /** A part of a transaction that was begun through this database. */
  private R inside() throws X {
    return run(
        scope -> {
          OpenTransaction open = scope.session().transaction();
          Transactions.refuseOthers(open, settings);
          int before = open == null ? 0 : open.actions();
          boolean done = false;
          try {
            R result = work.in(scope);
            done = true;
            return result;
          } finally {
            if (!done && open != null) {
              open.keepActions(before);
            }
          }
        },
        owner);
  }

  /** A transaction, or a part of one that others have begun. */
  private R outermost() throws X {
    boolean part = isPart();
    OpenTransaction open = null;
    if (provider instanceof TransactionOwner || !part) {
      refuseUnknown();
      open = new OpenTransaction(settings);
    } else {
      Transactions.refuseOthers(null, settings);
    }
    R result = runAs(open);
    if (provider instanceof TransactionOwner known && part) {
      List<Runnable> actions = after;
      if (!actions.isEmpty()) {
        known.afterCommit(() -> AfterCommit.run(actions));
      }
    } else {
      AfterCommit.run(after);
    }
    return result;
  }

  private R runAs(@Nullable OpenTransaction open) throws X {
    return run(
        scope -> {
          Session session = scope.session();
          session.transaction(open);
          try {
            R result = work.in(scope);
            refuseLate(open);
            return result;
          } finally {
            session.transaction(null);
            after = open == null ? List.of() : open.end();
          }
        },
        settings.equals(TransactionSettings.NONE) || !(provider instanceof TransactionOwner known)
            ? owner
            : owner.derive(new WithOptions(known, TransactionOptions.of(settings))));
  }

  private void refuseUnknown() {
    if (!(provider instanceof TransactionOwner) && !settings.kind().isPlain()) {
      throw new UnsupportedOperationException(
          "%s: transactions are begun by %s, which does not know these options; set them where it"
                  .formatted(settings, provider.getClass().getName())
              + " begins transactions, or let it implement "
              + TransactionOwner.class.getName());
    }
  }

  private static void refuseLate(@Nullable OpenTransaction open) {
    try {
      if (open != null) {
        open.refuseIfLate();
      }
    } catch (SQLException e) {
      throw Failures.of("cannot commit: no part of the transaction was stored", e);
    }
  }

  private boolean isPart() {
    if (provider instanceof TransactionOwner known) {
      return known.inTransaction();
    }
    ConnectionProvider connections = owner.connectionProvider();
    Connection connection = connections.acquire();
    if (connection == null) {
      return false; // the provider gives it one when it begins
    }
    try {
      return !connection.getAutoCommit();
    } catch (SQLException e) {
      throw Failures.of("cannot begin a transaction", e);
    } finally {
      connections.release(connection);
    }
  }

  /** Has jOOQ begin and end it, so that its listeners hear of it too. */
  private R run(Work<R, X> inside, Configuration begins) throws X {
    try {
      return DSL.using(begins)
          .transactionResult(begun -> on(begins == owner ? begun : begun.derive(provider), inside));
    } catch (RuntimeException | Error e) {
      if (failure == null || failure == e) {
        throw e;
      }
      throw thrown(failure);
    }
  }

  private R on(Configuration begun, Work<R, X> inside) throws Exception {
    BoundScope scope = BoundScope.in(parent, begun);
    try {
      R result = inside.in(scope);
      refuseRolledBack(scope);
      return result;
    } catch (Exception | Error e) {
      failure = e;
      throw e;
    } finally {
      forget(scope);
      scope.end();
    }
  }

  private static void refuseRolledBack(BoundScope scope) {
    SQLException before = scope.rolledBackBy();
    if (before != null) {
      throw Failures.of(
          "cannot commit: nothing was stored, because the database rolled the transaction back",
          before);
    }
  }

  /** The driver takes the transaction for open, and so will its owner, who rolls it back. */
  private void forget(BoundScope scope) {
    if (scope.rolledBackBy() != null && !BoundScope.isOwned(parent)) {
      try {
        scope.rollBackAgain();
      } catch (SQLException e) {
        scope.spoil();
      }
    }
  }

  /** What the work threw, which is an X if it is checked. */
  @SuppressWarnings("unchecked")
  private X thrown(Throwable thrown) {
    if (thrown instanceof RuntimeException unchecked) {
      throw unchecked;
    } else if (thrown instanceof Error error) {
      throw error;
    }
    return (X) thrown;
  }

  /** Begins with options what jOOQ begins without. */
  private record WithOptions(TransactionOwner owner, TransactionOptions options)
      implements TransactionProvider {

    @Override
    public void begin(TransactionContext context) throws DataAccessException {
      owner.begin(context, options);
    }

    @Override
    public void commit(TransactionContext context) throws DataAccessException {
      owner.commit(context);
    }

    @Override
    public void rollback(TransactionContext context) throws DataAccessException {
      owner.rollback(context);
    }
  }
}
