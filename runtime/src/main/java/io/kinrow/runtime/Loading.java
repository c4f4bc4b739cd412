package io.kinrow.runtime;

/** What a navigation that has not been prefetched does, for the entities of one query. */
public enum Loading {
  /**
   * Loads the relation for all rows of the query's result with one statement, at the first
   * navigation. The default.
   */
  SIBLINGS,
  /** Loads the relation for the one entity that is navigated. */
  ALONE,
  /**
   * Throws {@link NavigationForbiddenException} when the entity came from a result that may have
   * several rows: such a query has to say with {@link Query#with} what it will need.
   */
  FORBID
}
