package io.kinrow.runtime.query;

import io.kinrow.runtime.Query;
import io.kinrow.runtime.entity.Kin;
import io.kinrow.runtime.entity.Relation;
import io.kinrow.runtime.entity.RelationSql;

/** Queries for the rows that a relation leads to. Called by generated code. */
public final class Related {

  private Related() {}

  /** A query for the rows that a relation leads to, to be narrowed, ordered, paged. */
  public static <S, T> Query<T> query(Kin kin, Relation<S, T> relation, S entity) {
    return new Query<>(
        kin.scope(),
        Select.of(relation.target(), RelationSql.condition(relation, entity))
            .withLoading(kin.loading()));
  }
}
