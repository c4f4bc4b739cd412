package io.kinrow.runtime.entity;

/**
 * One or more relations, one after the other, that a query prefetches.
 *
 * @param <S> the entity that it starts from
 */
public interface Path<S> {

  /** Loads what the path leads to for all rows of the kin. Called by queries. */
  void prefetch(Kin kin);
}
