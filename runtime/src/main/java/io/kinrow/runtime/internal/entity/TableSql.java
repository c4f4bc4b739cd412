package io.kinrow.runtime.internal.entity;

import io.kinrow.runtime.internal.sql.FixedSql;
import io.kinrow.runtime.internal.sql.TableQueries;

/**
 * The fixed statements of a table with a primary key. Generated code has one constant for each.
 *
 * @param <E> the entity
 */
public final class TableSql<E> extends ReadSql<E> {

  private final Lookup<E> byKey;
  private final FixedSql delete;

  /**
   * @param all the statement for all rows
   * @param count the statement that counts them
   * @param byKey the statement for the row of a primary key
   * @param delete the statement that deletes it
   */
  public TableSql(EntityMapping<E> mapping, String all, String count, String byKey, String delete) {
    super(mapping, all, count);
    int[] key = mapping.info().key();
    this.byKey = Lookup.one(mapping, byKey, key);
    this.delete =
        new FixedSql(
            mapping.info().dialect(),
            delete,
            context -> TableQueries.delete(context, mapping.table(), mapping.fields(key)));
  }

  public Lookup<E> byKey() {
    return byKey;
  }

  public FixedSql delete() {
    return delete;
  }
}
