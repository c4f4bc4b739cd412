package io.kinrow.runtime.internal.dialect;

import org.jooq.Table;
import org.jooq.TableOptions;

/**
 * How the rows that a query returns are locked until the end of the transaction.
 *
 * @param shared whether others may lock them in the same way, and only changes have to wait
 * @param locked what is done about rows that another transaction has locked
 */
public record RowLock(boolean shared, Locked locked) {

  /** What is done about locked rows. */
  public enum Locked {
    /** To wait until they are free. */
    WAIT,
    /** To fail at once. */
    FAIL,
    /** To leave them out. */
    SKIP
  }

  /**
   * Refuses locks that cannot be.
   *
   * @throws UnsupportedOperationException if the engine has no row locks, or the rows are not a
   *     table's
   */
  public static void refuse(Dialect dialect, Table<?> table, String method) {
    String reason = dialect.noRowLocks();
    if (reason != null) {
      throw new UnsupportedOperationException(method + "(): " + reason);
    }
    TableOptions.TableType type = table.getTableType();
    if (type != TableOptions.TableType.TABLE && type != TableOptions.TableType.TEMPORARY) {
      throw new UnsupportedOperationException(
          method
              + "(): "
              + table.getName()
              + " is not a table, and what its rows are made of would be locked in part or not at all;"
              + " lock the rows of its tables");
    }
  }

  public RowLock withShared(boolean other) {
    return new RowLock(other, locked);
  }

  public RowLock withLocked(Locked other) {
    return new RowLock(shared, other);
  }

  /** The methods that ask for it. */
  @Override
  public String toString() {
    String rows = shared ? "forShare()" : "forUpdate()";
    return switch (locked) {
      case WAIT -> rows;
      case FAIL -> rows + ".noWait()";
      case SKIP -> rows + ".skipLocked()";
    };
  }
}
