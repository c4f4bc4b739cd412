package io.kinrow.runtime.internal.query;

import io.kinrow.runtime.internal.entity.Kin;
import io.kinrow.runtime.internal.entity.ResultMapping;
import io.kinrow.runtime.internal.sql.BoundScope;
import io.kinrow.runtime.internal.sql.Dynamic;
import io.kinrow.runtime.internal.sql.WindowedRows;
import java.util.List;

/**
 * Reads a query's entities in windows: the rows of a window are siblings, so that navigation costs
 * one statement a window.
 */
record RowStream<E>(Select<E> select) implements WindowedRows.Windows<E> {

  @Override
  public WindowedRows.Statement statement(BoundScope scope) {
    Dynamic dynamic = Dynamic.of(scope.core(), select.rows(scope.core(), List.of()));
    return new WindowedRows.Statement(dynamic.sql(), dynamic.binder());
  }

  @Override
  public WindowedRows.Window<E> next(BoundScope scope) {
    if (select.mapping() instanceof ResultMapping<E> result) {
      return result.window(scope);
    }
    Kin kin = Kin.of(scope, select.loading(), select.mapping(), WindowedRows.WINDOW);
    return new Fetch.Entities<>(select, kin, WindowedRows.WINDOW);
  }
}
