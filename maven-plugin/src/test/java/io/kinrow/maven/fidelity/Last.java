package io.kinrow.maven.fidelity;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jooq.exception.IntegrityConstraintViolationException;

/** A value as the last of several, so that what is written for one row is tried for the next. */
public final class Last {

  private Last() {}

  /**
   * Writes a value behind another one, or alone if it is the same, or the column takes them for
   * equal.
   *
   * @return what the write returns
   */
  public static <T, R> R of(T other, T value, Function<List<T>, R> write) {
    if (other != value) {
      try {
        return write.apply(Arrays.asList(other, value));
      } catch (IntegrityConstraintViolationException e) { // the column is unique
      }
    }
    return write.apply(Collections.singletonList(value));
  }
}
