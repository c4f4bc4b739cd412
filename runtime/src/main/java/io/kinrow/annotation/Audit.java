package io.kinrow.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The columns that note who wrote a row, and when. Repositories fill them in each row that they
 * insert or update.
 *
 * <pre>{@code
 * @Repositories(
 *     tables = Tables.class,
 *     database = "Blog",
 *     audit = @Audit(createdAt = "created_at", updatedAt = "updated_at", updatedBy = "editor"))
 * package io.kinrow.blog;
 * }</pre>
 *
 * <p>Columns are named by rules, as in {@link Repositories#versionColumns()}. A time column is a
 * {@code LocalDateTime}, {@code LocalDate} or {@code OffsetDateTime} in UTC, an {@code Instant}, or
 * a whole number if {@link #epoch()} is set. The clock and the user are given when the database is
 * opened, see {@link io.kinrow.runtime.DatabaseOptions.Builder#user}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Audit {

  /** The columns that hold when a row was inserted. */
  String[] createdAt() default {};

  /** The columns that hold when a row was inserted or updated last. */
  String[] updatedAt() default {};

  /** The columns that hold the user who inserted a row. */
  String[] createdBy() default {};

  /** The columns that hold the user who inserted or updated a row last. */
  String[] updatedBy() default {};

  /** What whole numbers in columns of times count. */
  Epoch epoch() default Epoch.NONE;

  /**
   * Whether a column that has a default in the database gets it in new rows, instead of the time of
   * the clock or the user.
   */
  boolean databaseDefaults() default false;

  /** What whole numbers that are times count. */
  enum Epoch {
    /** There are no such columns: a rule that names one is a compile error. */
    NONE,
    /** Seconds since 1970-01-01 00:00:00 UTC. */
    SECONDS,
    /** Milliseconds since 1970-01-01 00:00:00 UTC. */
    MILLISECONDS
  }
}
