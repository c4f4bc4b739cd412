package io.kinrow.runtime.internal.entity;

/**
 * One or more relations, one after the other, that a query prefetches.
 *
 * @param <S> the entity that it starts from
 * @param <T> the entity that it leads to
 */
public interface Path<S, T> {

  /**
   * Loads what the path leads to for all rows of the kin. Called by queries.
   *
   * @return the kin of the rows that it leads to
   */
  Kin prefetch(Kin kin);

  /** The path that goes on from here: {@code User.POSTS.then(Post.REPLIES).then(Post.AUTHOR)}. */
  default <U> Path<S, U> then(Path<T, U> next) {
    if (next == null) {
      throw new IllegalArgumentException("then of a path: the relation is null");
    }
    return kin -> next.prefetch(prefetch(kin));
  }
}
