package io.kinrow.runtime;

/** Decides, for the entities of one query, what navigation to a relation not yet loaded does. */
public enum Loading {
  /**
   * Loads the relation for all rows of the query's result with one statement, on the first
   * navigation. This is the default.
   */
  SIBLINGS,
  /** Loads the relation only for the entity that is navigated. */
  ALONE,
  /**
   * Throws {@link NavigationForbiddenException} if the entity came from a result that may have
   * several rows: such a query must name the relations that it will need with {@link Query#with}.
   */
  FORBID
}
