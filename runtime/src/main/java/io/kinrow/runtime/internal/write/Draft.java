package io.kinrow.runtime.internal.write;

import io.kinrow.runtime.Path;
import io.kinrow.runtime.internal.entity.Changes;
import io.kinrow.runtime.internal.entity.EntityMapping;
import io.kinrow.runtime.internal.entity.Kin;
import io.kinrow.runtime.internal.run.Binds;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a row to be inserted. Generated code has a subclass for each table. Not
 * thread-safe.
 */
public abstract class Draft {

  private final @Nullable Object[] values;
  private final BitSet columns = new BitSet();
  private @Nullable Given<?, ?> given;

  /**
   * An entity that foreign key columns were set from.
   *
   * @param next the one before it
   */
  private record Given<S, T>(Path<S, T> relation, T entity, @Nullable Given<?, ?> next) {

    @SuppressWarnings("unchecked") // generated code gives relations of the draft's own table
    void to(Object row) {
      Kin.give(relation, (S) row, entity);
    }
  }

  protected Draft(EntityMapping<?> mapping) {
    this.values = new @Nullable Object[mapping.info().columns().size()];
  }

  /** Sets a column, by position. */
  protected final void set(int column, @Nullable Object value) {
    values[column] = value;
    columns.set(column);
  }

  /** Notes the entity, if any, that the columns of a relation are set from. */
  protected final <T> void give(Path<?, T> relation, @Nullable T entity) {
    if (entity != null) {
      given = new Given<>(relation, entity, given);
    }
  }

  /** Lets the stored row lead to the entities that its columns were set from. */
  final <E> E stored(E row) {
    for (Given<?, ?> each = given; each != null; each = each.next()) {
      each.to(row);
    }
    return row;
  }

  /** Whether a column is set, even to NULL. */
  final boolean sets(int column) {
    return columns.get(column);
  }

  final Changes columns() {
    return Changes.of(columns);
  }

  final @Nullable Object value(int column) {
    return values[column];
  }

  /** Binds one row after the other, for a statement that takes them all. */
  static void bindAll(List<Draft> drafts, Binds binds, EntityMapping<?> mapping)
      throws SQLException {
    for (Draft draft : drafts) {
      draft.bind(binds, mapping);
    }
  }

  /** Binds the columns that are set, in the table's order. */
  final void bind(Binds binds, EntityMapping<?> mapping) throws SQLException {
    for (int column = columns.nextSetBit(0); column >= 0; column = columns.nextSetBit(column + 1)) {
      mapping.bind(binds, column, values[column]);
    }
  }
}
