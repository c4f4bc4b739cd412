package io.kinrow.runtime.connect;

import java.sql.Connection;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jooq.ConnectionProvider;
import org.jooq.exception.DataAccessException;

/**
 * The sessions of one database. Those on connections of our own are kept for the next caller, most
 * recently used first; connections of others go back after each use. Thread-safe.
 */
public final class Sessions implements AutoCloseable {

  private static final long WAIT_SECONDS = 30;

  private final ConnectionSource source;
  private final ConcurrentLinkedDeque<Session> idle = new ConcurrentLinkedDeque<>();
  private final Semaphore permits;
  private volatile boolean closed;

  private Sessions(ConnectionSource source) {
    this.source = source;
    this.permits = new Semaphore(source.limit());
  }

  /** Sessions on connections that are opened here. */
  public static Sessions open(String url) {
    Sessions sessions = new Sessions(new OpenedConnections(url));
    sessions.give(sessions.take());
    return sessions;
  }

  /** Sessions on connections of a pool or of a jOOQ context. */
  public static Sessions using(ConnectionProvider provider) {
    return new Sessions(new ProvidedConnections(provider));
  }

  /** Whether there is but one connection, so that nested uses must share it. */
  public boolean single() {
    return source.limit() == 1;
  }

  /**
   * A session for the caller's sole use, until {@link #give}.
   *
   * @throws DataAccessException if the database is closed, or no connection comes free in 30
   *     seconds
   */
  public Session take() {
    if (closed) {
      throw new DataAccessException("the database is closed");
    }
    if (!source.exclusive()) {
      return new Session(source.acquire(), false);
    }
    await();
    Session session = idle.pollFirst();
    if (session != null) {
      return session;
    }
    try {
      return new Session(source.acquire(), true);
    } catch (RuntimeException e) {
      permits.release();
      throw e;
    }
  }

  private void await() {
    try {
      if (!permits.tryAcquire() && !permits.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw new DataAccessException(
            "all " + source.limit() + " connections are in use: close streams and transactions");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DataAccessException("interrupted while waiting for a connection", e);
    }
  }

  /** Takes a session back. */
  public void give(Session session) {
    if (!source.exclusive()) {
      source.release(session.connection());
      return;
    }
    if (closed) {
      end(session);
    } else {
      idle.addFirst(session);
    }
    permits.release();
  }

  private void end(Session session) {
    session.closeStatements();
    Connection connection = session.connection();
    source.release(connection);
  }

  /** Closes the idle connections; those in use are closed when they are given back. */
  @Override
  public void close() {
    closed = true;
    for (Session session = idle.pollFirst(); session != null; session = idle.pollFirst()) {
      end(session);
    }
    source.close();
  }
}
