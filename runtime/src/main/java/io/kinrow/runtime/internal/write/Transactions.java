package io.kinrow.runtime.internal.write;

import io.kinrow.runtime.internal.connect.OpenTransaction;
import io.kinrow.runtime.internal.connect.TransactionSettings;
import io.kinrow.runtime.internal.sql.BoundScope;
import io.kinrow.runtime.internal.sql.Scope;
import io.kinrow.runtime.internal.sql.TransactionScope;
import org.jooq.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * All or nothing: a transaction of its own, or a savepoint inside one that is under way. It is
 * begun and ended here, or by the owner of the connections if the owner's jOOQ configuration says
 * how.
 */
public final class Transactions {

  private Transactions() {}

  /** What runs in a transaction. */
  @FunctionalInterface
  public interface Work<R, X extends Exception> {
    R in(BoundScope scope) throws X;
  }

  /**
   * Runs the work and commits; rolls back if it throws.
   *
   * @throws X as the work does
   */
  public static <R, X extends Exception> R in(Scope parent, Work<R, X> work) throws X {
    return in(parent, TransactionSettings.NONE, work);
  }

  /**
   * The same with settings, and then runs what is to run after the commit.
   *
   * @throws X as the work does
   * @throws IllegalStateException if it is a part of a transaction with other settings
   * @throws UnsupportedOperationException if the engine cannot do what the settings ask for
   * @throws io.kinrow.runtime.AfterCommitException if it was committed, and what is to run then
   *     failed
   */
  public static <R, X extends Exception> R in(
      Scope parent, TransactionSettings settings, Work<R, X> work) throws X {
    Configuration owner = BoundScope.owner(parent);
    return owner == null
        ? JdbcTransactions.in(parent, settings, work)
        : ProviderTransactions.in(owner, parent, settings, work);
  }

  /**
   * Has an action run after the commit of the transaction of a scope.
   *
   * @throws IllegalStateException if there is none, or somebody else's
   */
  public static void afterCommit(Scope scope, Runnable action) {
    if (!(scope instanceof TransactionScope transaction)) {
      throw new IllegalStateException(
          "afterCommit(…): there is no transaction; call it on tx inside transaction(tx -> …)");
    }
    OpenTransaction open = transaction.open().session().transaction();
    if (open == null) {
      throw new IllegalStateException(
          "afterCommit(…): the transaction was begun by the owner of the connection, so its commit"
              + " is not known here; register the action with the owner");
    }
    if (!open.afterCommit(action)) {
      throw new IllegalStateException("afterCommit(…): the transaction has ended");
    }
  }

  /** Refuses a part of a transaction that asks for what the whole does not have. */
  static void refuseOthers(@Nullable OpenTransaction outer, TransactionSettings settings) {
    if (outer == null ? settings.equals(TransactionSettings.NONE) : outer.includes(settings)) {
      return;
    }
    throw new IllegalStateException(
        "a transaction inside another one cannot have options that the other one does not have: "
            + settings
            + " inside a transaction with "
            + (outer == null ? "options that are not known here" : outer.settings())
            + "; set them where the outer one begins");
  }
}
