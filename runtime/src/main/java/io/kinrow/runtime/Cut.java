package io.kinrow.runtime;

import io.kinrow.runtime.internal.connect.Failures;
import io.kinrow.runtime.internal.query.Fetch;
import io.kinrow.runtime.internal.query.Place;
import io.kinrow.runtime.internal.query.Select;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks what is asked of pages and slices, of entities and of records alike. */
final class Cut {

  private Cut() {}

  static void requirePage(Select<?> select, String method, int number, int size) {
    if (number < 1 || size < 1) {
      throw new IllegalArgumentException(
          "the page number and the page size must be at least 1: page "
              + number
              + " of "
              + size
              + " rows");
    }
    refuseCut(select, method);
    refuseLockedOffset(select.withOffset(1));
  }

  static void requireSlice(Select<?> select, int size) {
    if (size < 1) {
      throw new IllegalArgumentException("the size of a slice must be at least 1: " + size);
    }
    refuseCut(select, "slice");
  }

  static void requireNoPlace(Select<?> select) {
    if (select.place() != null) {
      throw new IllegalStateException(
          "lastSlice(…) returns the end of the whole query: remove after(…) and before(…)");
    }
  }

  private static void refuseCut(Select<?> select, String what) {
    if (select.limit() >= 0 || select.offset() > 0) {
      throw new IllegalStateException(
          what + "(…) cuts the result itself: remove limit(…) and offset(…)");
    }
  }

  /** PostgreSQL locks the rows that an offset skips as well. */
  static void refuseLockedOffset(Select<?> select) {
    if (select.offset() > 0 && select.terms().lock() != null) {
      throw new IllegalStateException(
          select.terms().lock()
              + " would lock the rows that offset(…) skips too: use slice(…) with after(…), or limit(…)");
    }
  }

  static <R> Slice<R> slice(Fetch.SlicedRows<R> slice) {
    return new Slice<>(slice.rows(), cursor(slice.previous()), cursor(slice.next()));
  }

  private static Optional<Cursor> cursor(@Nullable Place place) {
    return Optional.ofNullable(place).map(Cursor::new);
  }

  static String condition(Select<?> select) {
    return Failures.shortened(select.condition().toString());
  }
}
