package io.kinrow.runtime.internal.connect;

/** Where sessions get their JDBC connections from. Thread-safe. */
interface ConnectionSource extends AutoCloseable {

  /**
   * Hands out a session on a connection for the caller's sole use.
   *
   * @throws org.jooq.exception.DataAccessException if none can be had
   */
  Session acquire();

  /** Takes back the connection of a session that {@link #acquire} handed out. */
  void release(Session session);

  /**
   * Whether the connection is kept for this source's use alone, so that its statements can be kept.
   */
  boolean exclusive();

  /** How many connections can be out at once. */
  int limit();

  @Override
  void close();
}
