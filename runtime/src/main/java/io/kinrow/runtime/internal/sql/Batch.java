package io.kinrow.runtime.internal.sql;

import io.kinrow.runtime.internal.run.RowBinder;
import java.sql.BatchUpdateException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** One statement run for many rows, in JDBC batches of {@value #ROWS}. */
public final class Batch {

  /** Most rows of one batch. */
  public static final int ROWS = 1_000;

  /** The driver did not tell how many rows each statement changed. */
  public static final int UNTOLD = -1;

  private final Scope scope;
  private final String sql;

  public Batch(Scope scope, String sql) {
    this.scope = scope;
    this.sql = sql;
  }

  /**
   * Runs the statement for each row.
   *
   * @return how many rows it changed, or {@link #UNTOLD}
   * @throws SQLException if it fails for one of them
   */
  public <T> int run(List<T> rows, RowBinder<? super T> binder) throws SQLException {
    return changed(each(rows, binder));
  }

  /**
   * Runs the statement for each row.
   *
   * @return how many rows each run changed, or a negative number if the driver did not tell
   * @throws SQLException if it fails for one of them
   */
  public <T> int[] each(List<T> rows, RowBinder<? super T> binder) throws SQLException {
    return Statements.batch(scope, sql, rows, binder);
  }

  /** A driver that makes one statement of several, such as PostgreSQL's, may not tell of each. */
  private static int changed(int[] counts) {
    int sum = 0;
    for (int count : counts) {
      if (count < 0) {
        return UNTOLD;
      }
      sum += count;
    }
    return sum;
  }

  /**
   * Which row a failed batch failed at, or -1 where the driver does not tell: PostgreSQL's says so
   * of all of them.
   */
  public int failedRow(SQLException failure) {
    if (!(failure instanceof BatchUpdateException batch)) {
      return -1;
    }
    int[] counts = batch.getUpdateCounts();
    if (counts.length > 1
        && Arrays.stream(counts).allMatch(count -> count == PreparedStatement.EXECUTE_FAILED)) {
      return -1;
    }
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] == PreparedStatement.EXECUTE_FAILED) {
        return i;
      }
    }
    return -1;
  }
}
