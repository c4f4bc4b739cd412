package io.kinrow.runtime.internal.entity;

import io.kinrow.runtime.internal.dialect.Dialect;
import io.kinrow.runtime.internal.run.Row;
import io.kinrow.runtime.internal.sql.Scope;
import io.kinrow.runtime.internal.sql.WindowedRows;
import java.util.List;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of one statement become objects, so that a query can go on with them as with those
 * of a table. Its key tells rows apart as far as is known, which nothing proves. Each call of a
 * declared query has one of its own, because its table has the values of the call.
 *
 * @param <E> what a row becomes
 */
public abstract class ResultMapping<E> extends EntityMapping<E> {

  private final Table<?> table;
  private final Field<?>[] columns;
  private volatile @Nullable List<Field<?>> total;

  /**
   * @param table the statement, as what rows are selected from
   * @param columns its columns, in order
   */
  protected ResultMapping(TableInfo info, Table<?> table, List<Field<?>> columns) {
    super(info);
    this.table = table;
    this.columns = columns.toArray(Field<?>[]::new);
  }

  /** Begins to read rows that belong together, whose entities navigate on the scope. */
  public abstract WindowedRows.Window<E> window(Scope scope);

  /**
   * All columns that the database can order, and what tells values apart that are equal to it: the
   * same objects each time, so that it can be seen whether an order has them.
   */
  public final List<Field<?>> total(Dialect dialect) {
    List<Field<?>> known = total;
    if (known == null) {
      known = dialect.total(fieldList());
      total = known;
    }
    return known;
  }

  @Override
  public final Table<?> table() {
    return table;
  }

  @Override
  protected final Field<?>[] newFields() {
    return columns;
  }

  @Override
  protected final E read(Row row, Kin kin) {
    throw noEntity();
  }

  @Override
  public final @Nullable Object value(E row, int column) {
    throw noEntity();
  }

  @Override
  public final Changes changes(E row) {
    throw noEntity();
  }

  @Override
  public final E stored(E row) {
    throw noEntity();
  }

  @Override
  protected final Object readSlot(Row row, int slot, int position) {
    throw noEntity();
  }

  @Override
  public final boolean converted(int column) {
    throw noEntity();
  }

  @Override
  public final boolean triggers() {
    return false;
  }

  @Override
  public final boolean computed() {
    return false;
  }

  @Override
  public final Class<?>[] slotTypes(int slot) {
    throw noEntity();
  }

  private static UnsupportedOperationException noEntity() {
    return new UnsupportedOperationException("rows of a statement are no entities");
  }
}
