package io.kinrow.runtime.internal.query;

import io.kinrow.runtime.internal.entity.Kin;
import io.kinrow.runtime.internal.run.Row;
import io.kinrow.runtime.internal.sql.BoundScope;
import io.kinrow.runtime.internal.sql.Dynamic;
import io.kinrow.runtime.internal.sql.WindowedRows;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a query's entities in windows: the rows of a window are siblings, so that navigation costs
 * one statement a window.
 */
record RowStream<E>(Select<E> select) implements WindowedRows.Windows<E> {

  @Override
  public WindowedRows.Statement statement(BoundScope scope) {
    Dynamic dynamic = Dynamic.of(scope.core(), select.rows(scope.core(), List.of()));
    return new WindowedRows.Statement(dynamic.sql(), dynamic.binder(), select.terms());
  }

  @Override
  public WindowedRows.Window<E> next(BoundScope scope) {
    Kin kin = Kin.of(scope, select.loading(), select.mapping(), WindowedRows.WINDOW);
    List<E> rows = new ArrayList<>(WindowedRows.WINDOW);
    return new WindowedRows.Window<>() {

      @Override
      public void take(Row row) throws SQLException {
        rows.add(select.mapping().entity(row, kin));
      }

      @Override
      public List<E> end() {
        select.paths().forEach(path -> path.prefetch(kin));
        return rows;
      }
    };
  }
}
