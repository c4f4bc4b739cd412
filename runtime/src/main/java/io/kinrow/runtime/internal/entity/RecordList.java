package io.kinrow.runtime.internal.entity;

import io.kinrow.runtime.Path;

/**
 * The records of the rows that a relation leads to. Immutable; generated code has one constant for
 * each component that is such a list.
 *
 * @param <S> the entity that the relation starts from
 * @param <C> the records
 */
public final class RecordList<S, C> {

  private final Relation<S, ?> relation;
  private final RecordMapping<?, C> records;

  private RecordList(Relation<S, ?> relation, RecordMapping<?, C> records) {
    this.relation = relation;
    this.records = records;
  }

  /** The list of a relation's rows. */
  public static <S, T, C> RecordList<S, C> of(Path<S, T> relation, RecordMapping<T, C> records) {
    return new RecordList<>(Relation.of(relation), records);
  }

  Relation<S, ?> relation() {
    return relation;
  }

  RecordMapping<?, C> records() {
    return records;
  }
}
