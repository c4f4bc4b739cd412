package io.kinrow.runtime.internal.entity;

import io.kinrow.runtime.internal.sql.FixedSql;
import io.kinrow.runtime.internal.sql.TableQueries;

/**
 * The fixed statements that read a table or view. Generated code has one constant for each.
 *
 * @param <E> the entity
 */
public class ReadSql<E> {

  private final EntityMapping<E> mapping;
  private final Lookup<E> all;
  private final FixedSql count;

  /**
   * @param all the statement for all rows
   * @param count the statement that counts them
   */
  public ReadSql(EntityMapping<E> mapping, String all, String count) {
    this.mapping = mapping;
    this.all = Lookup.many(mapping, all);
    this.count =
        new FixedSql(
            mapping.info().dialect(),
            count,
            context -> TableQueries.count(context, mapping.table()));
  }

  public final EntityMapping<E> mapping() {
    return mapping;
  }

  public final Lookup<E> all() {
    return all;
  }

  public final FixedSql count() {
    return count;
  }
}
