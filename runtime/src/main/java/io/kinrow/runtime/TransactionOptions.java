package io.kinrow.runtime;

import io.kinrow.runtime.internal.connect.TransactionSettings;
import java.time.Duration;
import java.util.Optional;
import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.Nullable;

/**
 * How a transaction runs. Immutable and thread-safe: each method returns new options, and the last
 * call of a method counts.
 *
 * <pre>{@code
 * long words = blog.transactionResult(
 *     options -> options.readOnly().isolation(Isolation.REPEATABLE_READ).timeout(Duration.ofSeconds(30)),
 *     tx -> countWords(tx));
 * }</pre>
 *
 * <p>Options last for one transaction: its connection is given back as it was, also if the
 * transaction fails. A transaction inside another one runs with the options of the outer one, and
 * is refused if it asks for others.
 */
public final class TransactionOptions {

  /** Those of a transaction that sets none. */
  static final TransactionOptions NONE = new TransactionOptions(TransactionSettings.NONE);

  private static final Duration LONGEST = Duration.ofDays(24);

  private final TransactionSettings settings;

  private TransactionOptions(TransactionSettings settings) {
    this.settings = settings;
  }

  /**
   * Returns the options with these settings.
   *
   * @hidden
   */
  @ApiStatus.Internal
  public static TransactionOptions of(TransactionSettings settings) {
    return new TransactionOptions(settings);
  }

  TransactionSettings settings() {
    return settings;
  }

  /** Returns the isolation that was set. */
  public Optional<Isolation> isolation() {
    return Optional.ofNullable(settings.kind().isolation());
  }

  /** Returns whether {@link #readOnly} was called. */
  public boolean isReadOnly() {
    return settings.kind().readOnly();
  }

  /** Returns the time limit that was set. */
  public Optional<Duration> timeout() {
    return Optional.ofNullable(settings.timeout());
  }

  /**
   * Keeps the transaction apart from others at least this far. Without it, the engine's or the
   * connection's own default applies. On PostgreSQL, this or {@link #readOnly} takes one more round
   * trip when the transaction begins; on SQLite, every transaction is serializable, and none is
   * needed.
   *
   * @throws IllegalArgumentException if it is null. The transaction fails to begin with an {@link
   *     UnsupportedOperationException} if the engine cannot do it
   */
  public TransactionOptions isolation(Isolation isolation) {
    return new TransactionOptions(
        settings.with(given(isolation, "isolation", "the isolation is null; leave it out")));
  }

  /**
   * Has the database refuse all writes in the transaction; a refused call throws a {@code
   * DataAccessException}. On SQLite, the transaction does not take the write lock, so it neither
   * waits for writers nor keeps them waiting.
   *
   * <p>The transaction fails to begin with an {@link UnsupportedOperationException} on engines
   * other than SQLite and PostgreSQL.
   */
  public TransactionOptions readOnly() {
    return new TransactionOptions(settings.withReadOnly());
  }

  /**
   * Limits how long the transaction takes, from its beginning to its commit. A statement that runs
   * when this time is over is ended; later statements and the commit are refused. Each of them
   * throws a {@code DataAccessException} whose cause is a {@link java.sql.SQLTimeoutException}, and
   * no part of the transaction is stored. Work that runs no statement is not interrupted. This
   * takes no additional statement.
   *
   * <p>Statements are ended after whole milliseconds on SQLite and PostgreSQL, and after whole
   * seconds on other engines, both rounded up. Waiting for locks is included, waiting for a
   * connection is not.
   *
   * @param time from a millisecond to 24 days
   * @throws IllegalArgumentException if it is null, shorter or longer
   */
  public TransactionOptions timeout(Duration time) {
    return new TransactionOptions(settings.with(limit(time, "a transaction")));
  }

  /** A time that statements can be limited to. */
  static Duration limit(@Nullable Duration time, Object of) {
    if (time == null || time.toMillis() < 1 || time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "timeout of %s: %s is not a time from a millisecond to 24 days".formatted(of, time));
    }
    return time;
  }

  private static <T> T given(@Nullable T given, String method, String what) {
    return Given.present(given, "a transaction", method, what);
  }

  /** Returns the options that are set, such as {@code "read-only, timeout(PT30S)"}. */
  @Override
  public String toString() {
    return settings.toString();
  }
}
