package io.kinrow.runtime.internal.connect;

import io.kinrow.runtime.internal.dialect.Dialect;
import io.kinrow.runtime.internal.dialect.StatementLimit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One connection and the prepared statements kept on it, at most {@value #KEPT_STATEMENTS}, the
 * least recently used closed first. A session is used by one thread at a time: whoever shares one
 * holds its {@link #lock()}.
 */
public final class Session {

  private static final int KEPT_STATEMENTS = 256;

  /** Longer texts, such as INSERTs of many rows, are left to what the driver itself keeps. */
  private static final int LONGEST_KEPT = 8_192;

  private final Connection connection;
  private final ReentrantLock lock = new ReentrantLock();
  private final @Nullable Map<String, Kept> kept;
  private final Dialect dialect;
  private @Nullable StatementLimit limit;
  private @Nullable Deadline queryDeadline;
  private volatile @Nullable OpenTransaction transaction;

  /** When the connection was known to work, in nanoseconds; for {@link Sessions}. */
  long proved = System.nanoTime();

  /** When it was given back last. */
  long used = proved;

  private boolean spoiled;
  private @Nullable SQLException rolledBackBy;
  private boolean begun;
  private @Nullable Savepoint start;
  private @Nullable SQLException unanswered;

  private static final class Kept {
    final PreparedStatement statement;
    boolean busy;

    Kept(PreparedStatement statement) {
      this.statement = statement;
    }
  }

  /**
   * @param keepStatements whether the connection stays with this session, so that its statements
   *     can be kept
   * @param limit what has to know when a statement starts, or null
   */
  Session(
      Connection connection,
      Dialect dialect,
      boolean keepStatements,
      @Nullable StatementLimit limit) {
    this.connection = connection;
    this.dialect = dialect;
    this.limit = limit;
    this.kept = keepStatements ? new LinkedHashMap<>(64, 0.75f, true) : null;
  }

  public Connection connection() {
    return connection;
  }

  public ReentrantLock lock() {
    return lock;
  }

  /**
   * Says that the connection starts to work, on a statement or on more of its rows.
   *
   * @param statement what it works on, or null if that is not known
   * @throws SQLException if the time of its query or transaction is over
   */
  public void start(@Nullable Statement statement) throws SQLException {
    Deadline deadline = deadline();
    if (limit == null && deadline == null) {
      return;
    }
    long most = Long.MAX_VALUE;
    if (deadline != null) {
      most = deadline.left();
      if (most <= 0) {
        throw deadline.passed(null);
      }
    }
    StatementLimit known = limit;
    if (known == null) {
      known = dialect.limit(connection);
      limit = known;
    }
    known.start(statement, most);
  }

  /** Says that a statement was executed, and that its rows are left to be read. */
  public void executed(Statement statement) {
    if (limit != null) {
      limit.executed(statement);
    }
  }

  /** Says that the connection is done with what it started. */
  public void stop() {
    if (limit != null) {
      limit.stop();
    }
  }

  private @Nullable Deadline deadline() {
    OpenTransaction open = transaction;
    Deadline ofTransaction = open == null ? null : open.deadline();
    Deadline ofQuery = queryDeadline;
    if (ofTransaction == null || ofQuery == null) {
      return ofTransaction == null ? ofQuery : ofTransaction;
    }
    return ofQuery.end() - ofTransaction.end() < 0 ? ofQuery : ofTransaction;
  }

  /** What runs on a connection. */
  public interface Work<R> {
    R run() throws SQLException;
  }

  /** Runs a query that may take no longer than this, or as long as it likes. */
  public <R> R within(@Nullable Duration timeout, Work<R> query) throws SQLException {
    if (timeout == null) {
      return query.run();
    }
    Deadline outer = queryDeadline;
    queryDeadline = Deadline.in(timeout, "query");
    try {
      return query.run();
    } finally {
      queryDeadline = outer;
    }
  }

  /** A failure, as the end of the time of a query or transaction if it was that. */
  public SQLException explained(SQLException failure) {
    Deadline deadline = deadline();
    return deadline != null && deadline.isReached() && dialect.isCancelled(failure)
        ? deadline.passed(failure)
        : failure;
  }

  /** A statement for the SQL text, kept or new; give it back with {@link #done}. */
  public PreparedStatement prepare(String sql) throws SQLException {
    if (kept == null || sql.length() > LONGEST_KEPT) {
      return connection.prepareStatement(sql);
    }
    Kept found = kept.get(sql);
    if (found != null && !found.busy) {
      found.busy = true;
      return found.statement;
    }
    PreparedStatement statement = connection.prepareStatement(sql);
    if (found == null) {
      Kept entry = new Kept(statement);
      entry.busy = true;
      kept.put(sql, entry);
      evict();
    }
    return statement;
  }

  private void evict() throws SQLException {
    if (kept == null) {
      return;
    }
    var entries = kept.values().iterator();
    while (kept.size() > KEPT_STATEMENTS && entries.hasNext()) {
      Kept eldest = entries.next();
      if (!eldest.busy) {
        entries.remove();
        eldest.statement.close();
      }
    }
  }

  /** Takes a statement back: kept for next time, or closed. */
  public void done(String sql, PreparedStatement statement) throws SQLException {
    Kept entry = kept == null ? null : kept.get(sql);
    if (entry != null && entry.statement == statement) {
      entry.busy = false;
    } else {
      statement.close();
    }
  }

  /** Has the connection thrown away, because its state could not be put back in order. */
  public void spoil() {
    spoiled = true;
  }

  boolean spoiled() {
    return spoiled;
  }

  /** Whether the driver takes a transaction for open. */
  public boolean inTransaction() {
    try {
      return !connection.getAutoCommit();
    } catch (SQLException e) {
      return false; // the connection is closed
    }
  }

  /** The transaction that was begun here, or null: there may be one of somebody else's. */
  public @Nullable OpenTransaction transaction() {
    return transaction;
  }

  /** Notes the transaction that was begun here, or its end: null. */
  public void transaction(@Nullable OpenTransaction open) {
    transaction = open;
  }

  /**
   * Notes that a transaction begins, or a part of it, in which nothing has been done.
   *
   * @param at where the part starts, or null
   */
  public void begin(@Nullable Savepoint at) {
    begun = true;
    start = at;
  }

  /** Notes that something is done on the connection. */
  public void touch() {
    begun = false;
  }

  /** Whether nothing would be lost if the session started again. */
  public boolean isUntouched() {
    return begun || !inTransaction();
  }

  /** Starts a transaction again in which nothing has been done but the statement that failed. */
  public void restart() throws SQLException {
    if (!inTransaction()) {
      return;
    } else if (start == null) {
      connection.rollback();
      OpenTransaction open = transaction;
      if (open != null) {
        dialect.beginAgain(connection, open.settings().kind());
      }
    } else {
      connection.rollback(start);
    }
  }

  /** Notes that the database has rolled back the transaction, which the driver takes for open. */
  public void rolledBack(SQLException failure) {
    rolledBackBy = rolledBackBy == null ? failure : rolledBackBy;
  }

  /** What made the database roll back the transaction, or null. */
  public @Nullable SQLException rolledBackBy() {
    return rolledBackBy;
  }

  /**
   * Refuses work in a transaction that the database has rolled back: it would be stored on its own.
   */
  public void refuseIfRolledBack() throws SQLException {
    if (rolledBackBy != null) {
      throw new SQLException(
          "the database has rolled back the transaction: run it again", rolledBackBy);
    }
  }

  /** Notes that the transaction has ended, for the driver too. */
  public void ended() {
    rolledBackBy = null;
  }

  /** Notes a query that failed before it had any rows. */
  public SQLException unanswered(SQLException failure) {
    unanswered = failure;
    return failure;
  }

  /** Whether a failure is that of a query that had no rows yet, so that nobody has read any. */
  public boolean isUnanswered(SQLException failure) {
    return unanswered == failure;
  }

  /** Drops a statement that failed, so that the next use prepares it anew. */
  public void discard(String sql, PreparedStatement statement) {
    Kept entry = kept == null ? null : kept.get(sql);
    if (kept != null && entry != null && entry.statement == statement) {
      kept.remove(sql);
    }
    try {
      statement.close();
    } catch (SQLException ignored) {
      // the failure that led here is the one to report
    }
  }

  /** Closes the kept statements, not the connection. */
  void closeStatements() {
    if (kept == null) {
      return;
    }
    for (Kept entry : kept.values()) {
      try {
        entry.statement.close();
      } catch (SQLException ignored) {
        // the connection is about to be closed
      }
    }
    kept.clear();
  }
}
