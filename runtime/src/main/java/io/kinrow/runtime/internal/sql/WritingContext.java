package io.kinrow.runtime.internal.sql;

import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who writes, and when: what audit columns and time stamps are filled from.
 *
 * @param clock tells the time; its zone is of no account
 * @param user tells who writes, or null if that was not said when the database was opened
 */
public record WritingContext(Clock clock, @Nullable Supplier<?> user) {

  /** The system's clock, and no user. */
  public static final WritingContext DEFAULT = new WritingContext(Clock.systemUTC(), null);
}
