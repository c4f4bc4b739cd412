package io.kinrow.runtime.internal.connect;

import io.kinrow.runtime.internal.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;
import org.jooq.ConnectionProvider;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of one database. Those on connections of our own are kept for the next caller,
 * connections of others go back after each use. Thread-safe.
 *
 * <p>A session whose connection is gone is never handed out where that can be known: a server is
 * asked before the first use after {@value #TRUSTED_MILLIS} ms without any, and after any
 * connection has failed. One that does not answer is closed, and so are the other idle ones, which
 * are not asked: a firewall seldom drops one alone. Statements that a server refused do not cost a
 * session its connection.
 *
 * <p>A thread gets the session back that it used last, if that is idle: what a connection has in
 * its page cache is lost when another one writes, and what a core has in its caches when another
 * core's thread goes on with the session.
 */
public final class Sessions implements AutoCloseable {

  /** How long a server has to answer whether it is there. */
  private static final int VALID_SECONDS = 5;

  /** A server that says no says so sooner; the driver's own limits may be shorter than ours. */
  private static final long SILENCE_NANOS = 1_000_000_000;

  private static final long TRUSTED_MILLIS = 200;
  private static final long TRUSTED_NANOS = TRUSTED_MILLIS * 1_000_000;

  private final ConnectionSource source;
  private final AtomicReferenceArray<@Nullable Session> idle;
  private final Semaphore permits;
  private final Dialect dialect;
  private final boolean remote;
  private final Duration patience;

  /** How long a session is kept without being used, or 0 for as long as its connection works. */
  private final long idleNanos;

  private volatile boolean closed;

  /** When a statement last failed in a way that makes every connection doubtful. */
  private volatile long doubted = System.nanoTime();

  private Sessions(
      ConnectionSource source, Dialect dialect, boolean remote, ConnectionSettings settings) {
    this.source = source;
    this.patience = settings.patience();
    this.idleNanos = nanos(settings.idleTimeout());
    this.dialect = dialect;
    this.remote = remote;
    this.permits = new Semaphore(source.limit());
    this.idle = new AtomicReferenceArray<>(source.exclusive() ? source.limit() : 1);
  }

  private static long nanos(@Nullable Duration time) {
    return time == null || time.toSeconds() >= Long.MAX_VALUE / 2_000_000_000 ? 0 : time.toNanos();
  }

  /**
   * Sessions on connections that are opened here.
   *
   * @throws IllegalArgumentException if the settings do not fit the URL
   * @throws DataAccessException if the database cannot be opened
   */
  public static Sessions open(String url, Dialect dialect, ConnectionSettings settings) {
    Sessions sessions =
        new Sessions(
            new OpenedConnections(url, dialect, settings), dialect, dialect.remote(), settings);
    sessions.give(sessions.take());
    return sessions;
  }

  /** Sessions on connections of a pool or of a jOOQ context. */
  public static Sessions using(ConnectionProvider provider, Dialect dialect) {
    return new Sessions(
        new ProvidedConnections(provider, dialect), dialect, true, ConnectionSettings.DEFAULT);
  }

  /** Whether there is but one connection, so that nested uses must share it. */
  public boolean single() {
    return source.limit() == 1;
  }

  /** Whether nobody else uses its connections: no pool, and no transaction of another library. */
  public boolean exclusive() {
    return source.exclusive();
  }

  /**
   * A session for the caller's sole use, until {@link #give}.
   *
   * @throws DataAccessException if the database is closed, or no connection comes free in time
   */
  public Session take() {
    if (closed) {
      throw new DataAccessException("the database is closed");
    }
    if (!source.exclusive()) {
      return source.acquire();
    }
    await();
    try {
      endUnused();
      for (Session session = pollIdle(); session != null; session = pollIdle()) {
        long asked = System.nanoTime();
        if (works(session)) {
          return session;
        }
        endBroken(session);
        if (System.nanoTime() - asked >= SILENCE_NANOS) {
          endIdle(other -> other.used - asked < 0);
        }
      }
      return source.acquire();
    } catch (RuntimeException e) {
      permits.release();
      throw e;
    }
  }

  /** Whether an idle session's connection is still one; asks a server only where there is doubt. */
  private boolean works(Session session) {
    Connection connection = session.connection();
    try {
      if (connection.isClosed()) {
        return false;
      }
      if (!remote) {
        return true;
      }
      long now = System.nanoTime();
      if (now - session.used < TRUSTED_NANOS && session.proved - doubted > 0) {
        return true;
      }
      boolean valid = connection.isValid(VALID_SECONDS);
      session.proved = now;
      return valid;
    } catch (SQLException e) {
      return false;
    }
  }

  /**
   * Hears of a failed statement. If that may have been the connection's fault, all connections are
   * doubtful from now on, since a server seldom drops one alone: each is tried before its next use.
   */
  public void failed(@Nullable SQLException failure) {
    if (remote && failure != null && dialect.isDoubtful(failure)) {
      doubted = System.nanoTime();
    }
  }

  /** Whether a query that lost its connection can be run again on another one. */
  public boolean replaces() {
    return remote && source.exclusive();
  }

  private void await() {
    try {
      if (!permits.tryAcquire() && !permits.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new DataAccessException(
            "all %d connections were in use for %s: close streams, end transactions, or open the database with more connections"
                .formatted(source.limit(), patience));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DataAccessException("interrupted while waiting for a connection", e);
    }
  }

  /**
   * A session on a connection of a transaction of the owner's, who takes the connection back.
   *
   * @throws DataAccessException if there is no connection
   */
  public Session takeFrom(ConnectionProvider ofTransaction) {
    return new ProvidedConnections(ofTransaction, dialect).acquire();
  }

  /** Takes a session back. */
  public void give(Session session) {
    if (!source.exclusive()) {
      source.release(session);
      return;
    }
    try {
      if (session.spoiled() && !single()) { // an in-memory database would be lost with it
        endBroken(session);
        return;
      }
      if (remote || idleNanos > 0) {
        session.used = System.nanoTime();
      }
      if (!keep(session)) {
        end(session);
      }
    } finally {
      permits.release();
    }
    if (closed) {
      endAll();
    }
  }

  /** The place that a thread's session has while it is idle, if no other session is there. */
  private int ownPlace() {
    return (int) (Thread.currentThread().getId() % idle.length());
  }

  private @Nullable Session pollIdle() {
    int own = ownPlace();
    for (int i = 0; i < idle.length(); i++) {
      int place = (own + i) % idle.length();
      Session session = idle.get(place);
      if (session != null && idle.compareAndSet(place, session, null)) {
        return session;
      }
    }
    return null;
  }

  /** False when all places are taken: one session too many was opened while others moved. */
  private boolean keep(Session session) {
    int own = ownPlace();
    for (int i = 0; i < idle.length(); i++) {
      if (idle.compareAndSet((own + i) % idle.length(), null, session)) {
        return true;
      }
    }
    return false;
  }

  private void end(Session session) {
    session.closeStatements();
    source.release(session);
  }

  private void endBroken(Session session) {
    try {
      end(session);
    } catch (DataAccessException ignored) {
      // there is nothing left to close
    }
  }

  /** Closes the idle connections; those in use are closed when they are given back. */
  @Override
  public void close() {
    closed = true;
    endAll();
    source.close();
  }

  /**
   * Ends the sessions that were not used for too long. There is no thread for that: it is done
   * whenever somebody takes a session.
   */
  private void endUnused() {
    if (idleNanos > 0) {
      long now = System.nanoTime();
      endIdle(session -> now - session.used > idleNanos);
    }
  }

  private void endIdle(Predicate<Session> which) {
    for (int place = 0; place < idle.length(); place++) {
      Session session = idle.get(place);
      if (session != null && which.test(session) && idle.compareAndSet(place, session, null)) {
        endBroken(session);
      }
    }
  }

  private void endAll() {
    for (Session session = pollIdle(); session != null; session = pollIdle()) {
      end(session);
    }
  }
}
