package io.kinrow.runtime.internal.query;

import io.kinrow.runtime.internal.entity.RowSource;
import io.kinrow.runtime.internal.sql.BoundScope;
import io.kinrow.runtime.internal.sql.Dynamic;
import io.kinrow.runtime.internal.sql.WindowedRows;
import java.util.List;
import java.util.function.Function;

/** Reads a query's rows in windows. */
record RowStream<R>(
    Select<?> select, RowSource source, Function<BoundScope, WindowedRows.Window<R>> windows)
    implements WindowedRows.Windows<R> {

  @Override
  public WindowedRows.Statement statement(BoundScope scope) {
    Dynamic dynamic = Dynamic.of(scope.core(), select.rows(scope.core(), source, List.of()));
    return new WindowedRows.Statement(dynamic.sql(), dynamic.binder(), select.terms());
  }

  @Override
  public WindowedRows.Window<R> next(BoundScope scope) {
    return windows.apply(scope);
  }
}
