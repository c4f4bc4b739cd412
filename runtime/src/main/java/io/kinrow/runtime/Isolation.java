package io.kinrow.runtime;

/**
 * How far a transaction is kept apart from others that run at the same time, as the SQL standard
 * defines it. An engine may keep it further apart than asked: on SQLite, every transaction is
 * serializable.
 *
 * <pre>{@code
 * blog.transaction(options -> options.isolation(Isolation.REPEATABLE_READ), tx -> …);
 * }</pre>
 */
public enum Isolation {
  /** Each statement sees what was committed before the statement began. PostgreSQL's default. */
  READ_COMMITTED,
  /**
   * A row that was read once reads the same until the end of the transaction. On PostgreSQL, all
   * statements see what was committed before the first of them, and a write to a row that was
   * changed since then fails: the transaction has to be run again.
   */
  REPEATABLE_READ,
  /**
   * The outcome is that of transactions that run one after the other. On PostgreSQL, a transaction
   * that would break this rule fails and has to be run again.
   */
  SERIALIZABLE
}
