package io.kinrow.benchmarks.peer;

import java.sql.Connection;
import java.sql.SQLException;

/** Hand-written JDBC without its checked exceptions. */
final class Jdbc {

  private Jdbc() {}

  interface Call<R> {
    R run() throws SQLException;
  }

  interface Work {
    void run() throws SQLException;
  }

  static <R> R call(Call<R> call) {
    try {
      return call.run();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static void run(Work work) {
    try {
      work.run();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static <R> R inTransaction(Connection connection, Call<R> call) {
    return call(
        () -> {
          connection.setAutoCommit(false);
          try {
            R result = call.run();
            connection.commit();
            return result;
          } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
          } finally {
            connection.setAutoCommit(true);
          }
        });
  }
}
