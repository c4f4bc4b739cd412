package io.kinrow.runtime.internal.entity;

import io.kinrow.runtime.Path;

/**
 * A path that can be walked: each path is one.
 *
 * @param <S> the entity that it starts from
 * @param <T> the entity that it leads to
 */
public interface Steps<S, T> extends Path<S, T> {

  /**
   * Loads what the path leads to for all rows of the kin.
   *
   * @return the kin of the rows that it leads to
   */
  Kin prefetch(Kin kin);

  @Override
  default <U> Path<S, U> then(Path<T, U> next) {
    if (next == null) {
      throw new IllegalArgumentException("then of a path: the relation is null");
    }
    Steps<T, U> last = of(next);
    Steps<S, U> all = kin -> last.prefetch(prefetch(kin));
    return all;
  }

  /**
   * The path as steps.
   *
   * @throws IllegalArgumentException if it is a class of the caller's own
   */
  static <S, T> Steps<S, T> of(Path<S, T> path) {
    if (path instanceof Steps<S, T> steps) {
      return steps;
    }
    throw new IllegalArgumentException(
        path.getClass().getName()
            + " is not a path that can be loaded: use the constants of generated entities, such as"
            + " User.POSTS, and their then(…)");
  }
}
