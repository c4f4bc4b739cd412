package io.kinrow.runtime.internal.write;

import io.kinrow.runtime.internal.connect.Failures;
import io.kinrow.runtime.internal.connect.OpenTransaction;
import io.kinrow.runtime.internal.connect.Session;
import io.kinrow.runtime.internal.connect.TransactionSettings;
import io.kinrow.runtime.internal.dialect.Restore;
import io.kinrow.runtime.internal.sql.BoundScope;
import io.kinrow.runtime.internal.sql.Scope;
import io.kinrow.runtime.internal.write.Transactions.Work;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Transactions that are begun and ended here, on a JDBC connection. */
final class JdbcTransactions {

  private JdbcTransactions() {}

  static <R, X extends Exception> R in(Scope parent, TransactionSettings settings, Work<R, X> work)
      throws X {
    BoundScope scope = BoundScope.in(parent);
    List<Runnable> after;
    R result;
    try {
      Begun begun = begin(scope, settings);
      boolean done = false;
      try {
        result = work.in(scope);
        commit(scope, begun.savepoint);
        done = true;
      } finally {
        after = finish(scope, begun, done);
      }
    } finally {
      scope.end();
    }
    AfterCommit.run(after);
    return result;
  }

  /**
   * What has begun.
   *
   * @param savepoint where it starts inside another transaction, or null
   * @param own the transaction, if it is not a part of another one
   * @param restore gives the connection its settings back
   * @param actions how many actions the transaction had before
   */
  private record Begun(
      @Nullable Savepoint savepoint, @Nullable OpenTransaction own, Restore restore, int actions) {}

  private static Begun begin(BoundScope scope, TransactionSettings settings) {
    Session session = scope.session();
    Connection connection = session.connection();
    try {
      if (connection.getAutoCommit()) {
        OpenTransaction own = new OpenTransaction(settings);
        Restore restore = scope.core().dialect().begin(connection, settings.kind(), own.left());
        session.transaction(own);
        scope.begin(null);
        return new Begun(null, own, restore, 0);
      }
      OpenTransaction outer = session.transaction();
      Transactions.refuseOthers(outer, settings);
      Savepoint savepoint = connection.setSavepoint();
      scope.begin(savepoint);
      return new Begun(savepoint, null, Restore.NOTHING, outer == null ? 0 : outer.actions());
    } catch (SQLException e) {
      throw Failures.of("cannot begin a transaction", e);
    }
  }

  private static void commit(BoundScope scope, @Nullable Savepoint savepoint) {
    SQLException before = scope.rolledBackBy();
    if (before != null) {
      throw Failures.of(
          "cannot commit: nothing was stored, because the database rolled the transaction back",
          before);
    }
    Session session = scope.session();
    try {
      if (savepoint == null) {
        OpenTransaction open = session.transaction();
        if (open != null) {
          open.refuseIfLate();
        }
        session.connection().commit();
      } else {
        session.connection().releaseSavepoint(savepoint);
      }
    } catch (SQLException e) {
      scope.core().sessions().failed(e);
      String what =
          savepoint == null && scope.core().dialect().isConnectionLost(e)
              ? "cannot commit: it is not known whether the transaction was stored"
              : "cannot commit: no part of the transaction was stored";
      throw scope.core().dialect().isConstraint(e)
          ? new IntegrityConstraintViolationException(what + ": " + e.getMessage(), e)
          : Failures.of(what, e);
    }
  }

  /** Returns what is to run now. */
  private static List<Runnable> finish(BoundScope scope, Begun begun, boolean done) {
    Session session = scope.session();
    scope.touch();
    OpenTransaction own = begun.own;
    OpenTransaction open = session.transaction();
    if (own != null) {
      session.transaction(null);
    } else if (open != null && !done) {
      open.keepActions(begun.actions);
    }
    try {
      if (!done) {
        rollback(scope, begun.savepoint);
      }
      if (own != null) {
        session.connection().setAutoCommit(true);
      }
    } catch (SQLException e) {
      scope
          .spoil(); // what made it roll back is the failure to report; what was committed is stored
    }
    restore(scope, begun.restore);
    return own == null ? List.of() : own.end();
  }

  private static void restore(BoundScope scope, Restore restore) {
    try {
      restore.run();
    } catch (SQLException e) {
      scope.spoil();
    }
  }

  private static void rollback(BoundScope scope, @Nullable Savepoint savepoint)
      throws SQLException {
    if (scope.rolledBackBy() != null) {
      if (savepoint == null) {
        scope.rollBackAgain();
      } // else the savepoint is gone: the outer transaction ends too
    } else if (savepoint == null) {
      scope.connection().rollback();
    } else {
      scope.connection().rollback(savepoint);
    }
  }
}
