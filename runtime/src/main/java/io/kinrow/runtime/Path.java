package io.kinrow.runtime;

import org.jetbrains.annotations.ApiStatus;

/**
 * One or more relations, one after the other, that a query loads together with its rows. Entities
 * have a constant for each of their relations. Immutable.
 *
 * <pre>{@code
 * blog.users().with(User.POSTS, User.POSTS.then(Post.AUTHOR)).list();
 * }</pre>
 *
 * @param <S> the entity that it starts from
 * @param <T> the entity that it leads to
 */
@ApiStatus.NonExtendable
public interface Path<S, T> {

  /**
   * Returns the path that continues from here: {@code
   * User.POSTS.then(Post.REPLIES).then(Post.AUTHOR)}.
   */
  <U> Path<S, U> then(Path<T, U> next);
}
