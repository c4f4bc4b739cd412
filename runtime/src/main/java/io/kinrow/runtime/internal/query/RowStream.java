package io.kinrow.runtime.internal.query;

import io.kinrow.runtime.internal.entity.Kin;
import io.kinrow.runtime.internal.sql.BoundScope;
import io.kinrow.runtime.internal.sql.Dynamic;
import io.kinrow.runtime.internal.sql.OpenRows;
import io.kinrow.runtime.internal.sql.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads a query's rows in windows of {@value #WINDOW}: the rows of a window are siblings, so that
 * navigation costs one statement a window and memory does not grow with the result.
 */
final class RowStream<E> extends Spliterators.AbstractSpliterator<E> {

  static final int WINDOW = 500;

  private final Select<E> select;
  private final BoundScope scope;
  private final OpenRows rows;
  private List<E> window = List.of();
  private int at;

  private RowStream(Select<E> select, BoundScope scope, OpenRows rows) {
    super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
    this.select = select;
    this.scope = scope;
    this.rows = rows;
  }

  static <E> Stream<E> open(Scope parent, Select<E> select) {
    BoundScope scope = BoundScope.in(parent);
    try {
      Dynamic dynamic = Dynamic.of(scope.core(), select.rows(scope.core(), List.of()));
      int fetchSize = scope.core().dialect().fetchSize(WINDOW);
      OpenRows rows = OpenRows.of(scope, dynamic.sql(), dynamic.binder(), fetchSize);
      RowStream<E> stream = new RowStream<>(select, scope, rows);
      return StreamSupport.stream(stream, false).onClose(stream::close);
    } catch (RuntimeException | Error e) {
      scope.end();
      throw e;
    }
  }

  @Override
  public boolean tryAdvance(Consumer<? super E> action) {
    if (at == window.size() && !fill()) {
      return false;
    }
    action.accept(window.get(at++));
    return true;
  }

  private boolean fill() {
    Kin kin = Kin.of(scope, select.loading(), select.mapping(), WINDOW);
    List<E> next = new ArrayList<>(WINDOW);
    rows.read(
        row -> {
          while (next.size() < WINDOW && row.next()) {
            next.add(select.mapping().entity(row, kin));
          }
          return Boolean.TRUE;
        });
    window = next;
    at = 0;
    if (next.isEmpty()) {
      close();
      return false;
    }
    select.paths().forEach(path -> path.prefetch(kin));
    return true;
  }

  private void close() {
    try {
      rows.close();
    } finally {
      scope.end();
    }
  }
}
