package io.kinrow.runtime.internal.sql;

import io.kinrow.runtime.internal.run.Binder;
import io.kinrow.runtime.internal.run.Row;
import java.sql.SQLException;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads a query's rows in windows of {@value #WINDOW}, so that memory does not grow with the
 * result.
 *
 * @param <E> what a row becomes
 */
public final class WindowedRows<E extends @Nullable Object>
    extends Spliterators.AbstractSpliterator<E> {

  public static final int WINDOW = 500;

  private final Windows<E> windows;
  private final BoundScope scope;
  private final OpenRows rows;
  private final ForgottenStream open;
  private List<E> window = List.of();
  private int at;

  private WindowedRows(Windows<E> windows, BoundScope scope, OpenRows rows, String sql) {
    super(Long.MAX_VALUE, Spliterator.ORDERED);
    this.windows = windows;
    this.scope = scope;
    this.rows = rows;
    this.open = ForgottenStream.watch(this, scope, rows, sql);
  }

  /** A statement, its values, and how it runs. */
  public record Statement(String sql, Binder binder, Terms terms) {
    public Statement(String sql, Binder binder) {
      this(sql, binder, Terms.NONE);
    }
  }

  /** What is done for each window. */
  public interface Windows<E extends @Nullable Object> {

    /** The statement for a scope. */
    Statement statement(BoundScope scope);

    /** Begins a window. */
    Window<E> next(BoundScope scope);
  }

  /** The rows of one window. */
  public interface Window<E extends @Nullable Object> {

    /** Reads the current row. */
    void take(Row row) throws SQLException;

    /** What the rows became; called once, if there were any, when other statements can run. */
    List<E> end();
  }

  /**
   * Opens the stream of a query, to be closed unless it is read to its end.
   *
   * @throws org.jooq.exception.DataAccessException if the query fails
   */
  public static <E extends @Nullable Object> Stream<E> open(Scope parent, Windows<E> windows) {
    BoundScope scope = BoundScope.in(parent);
    try {
      Statement statement = windows.statement(scope);
      int fetchSize = scope.core().dialect().fetchSize(WINDOW);
      OpenRows rows = OpenRows.of(scope, statement, fetchSize);
      WindowedRows<E> stream = new WindowedRows<>(windows, scope, rows, statement.sql());
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
    Window<E> next = windows.next(scope);
    int read =
        rows.read(
            row -> {
              int count = 0;
              while (count < WINDOW && row.next()) {
                next.take(row);
                count++;
              }
              return count;
            });
    at = 0;
    if (read == 0) {
      window = List.of();
      close();
      return false;
    }
    window = next.end();
    return true;
  }

  private void close() {
    open.closed();
    try {
      rows.close();
    } finally {
      scope.end();
    }
  }
}
