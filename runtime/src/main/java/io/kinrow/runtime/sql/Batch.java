package io.kinrow.runtime.sql;

import java.sql.BatchUpdateException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** One statement run for many rows, in JDBC batches of {@value #ROWS}. */
public final class Batch {

  /** Most rows of one batch. */
  public static final int ROWS = 1_000;

  private final Scope scope;
  private final String sql;

  public Batch(Scope scope, String sql) {
    this.scope = scope;
    this.sql = sql;
  }

  /** Binds the values of one row. */
  @FunctionalInterface
  public interface RowBinder<T> {
    void bind(Binds binds, T row) throws SQLException;
  }

  /**
   * Runs the statement for each row.
   *
   * @throws SQLException if it fails for one of them
   */
  public <T> void run(List<T> rows, RowBinder<? super T> binder) throws SQLException {
    scope.run(
        session -> {
          Core core = scope.core();
          ThroughJooq jooq = core.throughJooq();
          if (jooq != null) {
            jooq.batch(session, sql, rows, binder);
            return Boolean.TRUE;
          }
          PreparedStatement statement = session.prepare(sql);
          try {
            Binds binds = new Binds(statement, core.values(), core.listening());
            for (T row : rows) {
              binds.restart();
              binder.bind(binds, row);
              statement.addBatch();
            }
            long start = binds.heard() ? System.nanoTime() : 0;
            try {
              statement.executeBatch();
            } finally {
              if (binds.heard()) {
                core.executed(sql, binds, System.nanoTime() - start);
              }
            }
          } catch (SQLException | RuntimeException | Error e) {
            session.discard(sql, statement);
            throw e;
          }
          session.done(sql, statement);
          return Boolean.TRUE;
        });
  }

  /** Which row a failed batch failed at, or -1 where the driver does not tell. */
  public int failedRow(SQLException failure) {
    if (!(failure instanceof BatchUpdateException batch)) {
      return -1;
    }
    int[] counts = batch.getUpdateCounts();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] == PreparedStatement.EXECUTE_FAILED) {
        return i;
      }
    }
    return -1;
  }
}
