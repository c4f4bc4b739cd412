package io.kinrow.microblog.output;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows to show, and how they go on.
 *
 * @param <R> the row
 * @param columns what to show of each row
 * @param rows the rows
 * @param whenEmpty what a person reads instead of an empty table
 * @param more what follows these rows; null for a listing that is always whole
 */
public record Listing<R>(
    List<Column<R>> columns, Collection<? extends R> rows, String whenEmpty, @Nullable More more) {

  /** A whole listing. */
  public static <R> Listing<R> of(
      List<Column<R>> columns, Collection<? extends R> rows, String whenEmpty) {
    return new Listing<>(columns, rows, whenEmpty, null);
  }

  /** The same rows as a part of more. */
  public Listing<R> more(More part) {
    return new Listing<>(columns, rows, whenEmpty, part);
  }

  /**
   * What follows.
   *
   * @param hint for people; empty if there is nothing to say
   * @param fields for programs, beside the rows
   */
  public record More(String hint, Map<String, ? extends @Nullable Object> fields) {}
}
