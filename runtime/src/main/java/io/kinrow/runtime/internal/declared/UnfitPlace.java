package io.kinrow.runtime.internal.declared;

import io.kinrow.runtime.internal.dialect.UnfitValueException;
import io.kinrow.runtime.internal.run.Binder;
import io.kinrow.runtime.internal.run.Row;
import io.kinrow.runtime.internal.run.RowBinder;
import java.sql.SQLException;
import java.util.List;
import org.jooq.exception.DataTypeException;
import org.jspecify.annotations.Nullable;

/**
 * Where a value that does not fit is bound or read.
 *
 * @param query the query's name
 * @param labels of the columns of its rows
 */
record UnfitPlace(String query, List<String> labels) {

  /** Binds, and says where a value does not fit. */
  Binder binder(Binder binder) {
    return binds -> {
      try {
        binder.bind(binds);
      } catch (UnfitValueException e) {
        throw e.at(query);
      }
    };
  }

  /** Binds, and says where a value does not fit. */
  <T> RowBinder<T> rowBinder(RowBinder<? super T> binder) {
    return (binds, one) -> {
      try {
        binder.bind(binds, one);
      } catch (UnfitValueException e) {
        throw e.at(query);
      }
    };
  }

  /** Reads, and says where a value does not fit. */
  <R extends @Nullable Object> R read(DeclaredRows.One<R> reader, Row row) throws SQLException {
    try {
      return reader.read(row);
    } catch (UnfitValueException e) {
      throw explained(e);
    }
  }

  private DataTypeException explained(UnfitValueException e) {
    String place = "column " + labels.get(e.position() - 1) + " of " + query;
    return e.isNull()
        ? new DataTypeException(
            place
                + " is NULL, but its Java type has no room for that: declare it as Optional or"
                + " @Nullable, or rule NULL out in the SQL",
            e)
        : e.at(place);
  }
}
