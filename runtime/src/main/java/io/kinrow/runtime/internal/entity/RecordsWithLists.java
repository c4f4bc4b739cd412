package io.kinrow.runtime.internal.entity;

import io.kinrow.runtime.internal.dialect.UnfitValueException;
import io.kinrow.runtime.internal.run.Row;
import io.kinrow.runtime.internal.sql.Scope;
import io.kinrow.runtime.internal.sql.WindowedRows;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * How rows become records with lists, which are made when their lists are known: a constructor may
 * copy them.
 *
 * @param <E> the entity of the table
 * @param <R> the record
 */
public abstract class RecordsWithLists<E, R> extends RecordMapping<E, R> {

  protected RecordsWithLists(Class<R> type, EntityMapping<E> source) {
    super(type, source);
  }

  /**
   * Reads the current row, and notes which lists belong to it.
   *
   * @return what makes the record, once the lists are loaded
   */
  protected abstract Supplier<R> read(Row row, RecordLists lists) throws SQLException;

  @Override
  protected final R read(Row row) {
    throw new UnsupportedOperationException("its lists are not known yet");
  }

  @Override
  public WindowedRows.Window<R> window(Scope scope) {
    RecordLists lists = new RecordLists(scope, source(), selection());
    List<Supplier<R>> records = new ArrayList<>();
    return new WindowedRows.Window<>() {

      @Override
      public void take(Row row) throws SQLException {
        try {
          records.add(read(row, lists));
        } catch (UnfitValueException e) {
          throw explained(e, row);
        }
      }

      @Override
      public List<R> end() {
        lists.load();
        List<R> made = new ArrayList<>(records.size());
        records.forEach(record -> made.add(record.get()));
        return made;
      }
    };
  }
}
