package io.kinrow.runtime.internal.entity;

import io.kinrow.runtime.internal.sql.FixedSql;
import io.kinrow.runtime.internal.sql.TableQueries;

/**
 * The fixed statements of a table with a primary key. Generated code has one constant for each.
 *
 * @param <E> the entity
 */
public final class TableSql<E> extends ReadSql<E> {

  private static final String DELETE = "delete ";

  private final Lookup<E> byKey;
  private final FixedSql delete;
  private final FixedSql exists;

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
    this.exists =
        new FixedSql(
            mapping.info().dialect(),
            exists(delete),
            context -> TableQueries.exists(context, mapping.table(), mapping.fields(key)));
  }

  /** The rest is the same, and generated classes have one text less. */
  private static String exists(String delete) {
    return delete.startsWith(DELETE) ? "select 1 " + delete.substring(DELETE.length()) : "";
  }

  public Lookup<E> byKey() {
    return byKey;
  }

  public FixedSql delete() {
    return delete;
  }

  /** The statement that has one row if there is one with a primary key. */
  public FixedSql exists() {
    return exists;
  }
}
