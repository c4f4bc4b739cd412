package io.kinrow.runtime;

import org.jetbrains.annotations.ApiStatus;

/** Thrown when a relation that was not prefetched is navigated under {@link Loading#FORBID}. */
public final class NavigationForbiddenException extends IllegalStateException {

  private static final long serialVersionUID = 1;

  /**
   * Creates the exception for a relation, such as {@code "users.posts"}.
   *
   * @hidden
   */
  @ApiStatus.Internal
  public NavigationForbiddenException(String relation) {
    super(
        relation
            + " was not prefetched, and the query forbids loading it later:"
            + " add with(…) for it to the query, or use Loading.SIBLINGS");
  }
}
