package io.kinrow.runtime.internal.write;

import io.kinrow.runtime.internal.connect.Failures;
import io.kinrow.runtime.internal.sql.BoundScope;
import io.kinrow.runtime.internal.sql.Scope;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** All or nothing: a transaction of its own, or a savepoint inside one that is under way. */
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
    BoundScope scope = BoundScope.in(parent);
    try {
      Connection connection = scope.connection();
      @Nullable Savepoint savepoint = begin(scope);
      boolean done = false;
      try {
        R result = work.in(scope);
        commit(scope, connection, savepoint);
        done = true;
        return result;
      } finally {
        finish(scope, savepoint, done);
      }
    } finally {
      scope.end();
    }
  }

  private static @Nullable Savepoint begin(BoundScope scope) {
    Connection connection = scope.connection();
    try {
      @Nullable Savepoint savepoint = null;
      if (connection.getAutoCommit()) {
        connection.setAutoCommit(false);
      } else {
        savepoint = connection.setSavepoint();
      }
      scope.begin(savepoint);
      return savepoint;
    } catch (SQLException e) {
      throw Failures.of("cannot begin a transaction", e);
    }
  }

  private static void commit(
      BoundScope scope, Connection connection, @Nullable Savepoint savepoint) {
    SQLException before = scope.rolledBackBy();
    if (before != null) {
      throw Failures.of(
          "cannot commit: nothing was stored, because the database rolled the transaction back",
          before);
    }
    try {
      if (savepoint == null) {
        connection.commit();
      } else {
        connection.releaseSavepoint(savepoint);
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

  private static void finish(BoundScope scope, @Nullable Savepoint savepoint, boolean done) {
    Connection connection = scope.connection();
    scope.touch();
    try {
      if (!done) {
        rollback(scope, savepoint);
      }
      if (savepoint == null) {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      scope.spoil();
      if (done) {
        throw Failures.of("cannot end the transaction", e);
      }
      // what made it roll back is the failure to report
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
