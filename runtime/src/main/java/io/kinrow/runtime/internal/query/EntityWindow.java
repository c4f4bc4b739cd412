package io.kinrow.runtime.internal.query;

import io.kinrow.runtime.internal.entity.Kin;
import io.kinrow.runtime.internal.run.Row;
import io.kinrow.runtime.internal.sql.WindowedRows;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads entities that are siblings, so that navigation costs one statement for all of them. Not
 * thread-safe.
 */
final class EntityWindow<E> implements WindowedRows.Window<E> {

  private final Select<E> select;
  private final Kin kin;
  private final List<E> rows = new ArrayList<>();

  EntityWindow(Select<E> select, Kin kin) {
    this.select = select;
    this.kin = kin;
  }

  @Override
  public void take(Row row) throws SQLException {
    rows.add(select.mapping().entity(row, kin));
  }

  /** The rows, with what is to be prefetched. */
  @Override
  public List<E> end() {
    select.paths().forEach(path -> path.prefetch(kin));
    return rows;
  }
}
