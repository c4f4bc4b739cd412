package io.kinrow.runtime;

/** A relation was navigated under {@link Loading#FORBID} without having been prefetched. */
public final class NavigationForbiddenException extends IllegalStateException {

  private static final long serialVersionUID = 1;

  /** The exception for a relation, such as {@code "users.posts"}. */
  public NavigationForbiddenException(String relation) {
    super(
        relation
            + " was not prefetched, and the query forbids loading it later:"
            + " add with(…) for it to the query, or use Loading.SIBLINGS");
  }
}
