package io.kinrow.runtime;

import org.jspecify.annotations.Nullable;

/** Checks what callers give, so that a null is refused where it comes in, with what to do. */
final class Given {

  private Given() {}

  /**
   * What was given.
   *
   * @param to the method and its table, such as "get of users"
   * @param what such as "the key"
   * @throws IllegalArgumentException if it is null
   */
  static <T> T present(@Nullable T given, Object to, String method, String what) {
    if (given == null) {
      throw new IllegalArgumentException(method + " of " + to + ": " + what);
    }
    return given;
  }
}
