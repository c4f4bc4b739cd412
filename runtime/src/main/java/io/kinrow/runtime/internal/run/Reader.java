package io.kinrow.runtime.internal.run;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads a statement's rows. */
@FunctionalInterface
public interface Reader<R> {

  /** Reads from the row before the first one. */
  R read(Row row) throws SQLException;

  /** Reads the one number that a query for a count has. */
  Reader<Long> COUNT =
      row -> {
        row.next();
        return row.longAt(1);
      };

  /**
   * Reads the row of a statement that returns at most one; null if there is none.
   *
   * @param reader reads from that row
   */
  @SuppressWarnings("NullAway") // what the reader returns may be null here
  static <R> Reader<@Nullable R> ofOne(Reader<R> reader) {
    return row -> {
      if (!row.next()) {
        return null;
      }
      R read = reader.read(row);
      row.next(); // to its end, which is when SQLite completes the statement
      return read;
    };
  }
}
