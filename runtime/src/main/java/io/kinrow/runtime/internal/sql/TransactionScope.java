package io.kinrow.runtime.internal.sql;

import java.sql.SQLException;

/**
 * A transaction as the database that is passed to it sees it: when it has ended, using it is an
 * error. Entities read in it keep the scope behind it, and so outlive it.
 */
public final class TransactionScope extends Scope {

  private final BoundScope transaction;

  public TransactionScope(BoundScope transaction) {
    super(transaction.core());
    this.transaction = transaction;
  }

  /** The transaction, unless it has ended. */
  public BoundScope open() {
    if (transaction.ended()) {
      throw new IllegalStateException(
          "the transaction has ended: use the database that it was started on");
    }
    return transaction;
  }

  @Override
  public Scope ofEntities() {
    return transaction;
  }

  @Override
  public <R> R run(Work<R> work) throws SQLException {
    return open().run(work);
  }
}
