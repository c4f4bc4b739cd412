package io.kinrow.runtime.internal.connect;

import java.sql.Connection;

/** Where sessions get their JDBC connections from. Thread-safe. */
interface ConnectionSource extends AutoCloseable {

  /**
   * Hands out a connection for the caller's sole use.
   *
   * @throws org.jooq.exception.DataAccessException if none can be had
   */
  Connection acquire();

  /** Takes back a connection that {@link #acquire} handed out. */
  void release(Connection connection);

  /**
   * Whether the connection is kept for this source's use alone, so that its statements can be kept.
   */
  boolean exclusive();

  /** How many connections can be out at once. */
  int limit();

  @Override
  void close();
}
