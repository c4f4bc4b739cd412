package io.kinrow.runtime.internal.declared;

import io.kinrow.runtime.internal.entity.ResultMapping;
import io.kinrow.runtime.internal.sql.Scope;
import io.kinrow.runtime.internal.sql.WindowedRows;
import java.util.List;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.Table;

/** How the rows of a declared statement with its values become records. */
final class DeclaredMapping<E> extends ResultMapping<E> {

  private final Function<Scope, WindowedRows.Window<E>> windows;

  DeclaredMapping(
      TableInfo info,
      Table<?> table,
      List<Field<?>> columns,
      Function<Scope, WindowedRows.Window<E>> windows) {
    super(info, table, columns);
    this.windows = windows;
  }

  @Override
  public WindowedRows.Window<E> window(Scope scope) {
    return windows.apply(scope);
  }
}
