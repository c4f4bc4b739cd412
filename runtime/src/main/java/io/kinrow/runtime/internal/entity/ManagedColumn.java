package io.kinrow.runtime.internal.entity;

import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A column that is written by a rule of {@code @Repositories}: the version of its rows, or what is
 * noted about who wrote them and when. Immutable; generated code has one for each.
 *
 * @param column its position
 * @param role what it holds
 * @param defaulted whether a new row without a value gets that of the database
 * @param epoch what a whole number that is a time counts since 1970; null for other types
 */
public record ManagedColumn(int column, Role role, boolean defaulted, @Nullable ChronoUnit epoch) {

  /** What a column holds. */
  public enum Role {
    /** What is compared before a row is written, and different afterwards. */
    VERSION,
    /** The same, where the database itself writes it: a hidden column, {@code xmin}. */
    ROW_VERSION,
    /** When the row was inserted. */
    CREATED_AT,
    /** When it was written last. */
    UPDATED_AT,
    /** Who inserted it. */
    CREATED_BY,
    /** Who wrote it last. */
    UPDATED_BY;

    /** Whether an update writes the column too. */
    public boolean updated() {
      return this != CREATED_AT && this != CREATED_BY && this != ROW_VERSION;
    }

    /** Whether it is compared before a row is written. */
    public boolean compared() {
      return this == VERSION || this == ROW_VERSION;
    }

    /** Whether it holds a user. */
    public boolean user() {
      return this == CREATED_BY || this == UPDATED_BY;
    }
  }

  /** A column that holds something. */
  public static ManagedColumn of(Role role, int column) {
    return new ManagedColumn(column, role, false, null);
  }

  /** The same column, whose default in the database is kept for new rows. */
  public ManagedColumn withDefault() {
    return new ManagedColumn(column, role, true, epoch);
  }

  /** The same column, which counts time since 1970. */
  public ManagedColumn in(ChronoUnit unit) {
    return new ManagedColumn(column, role, defaulted, unit);
  }
}
