package io.kinrow.runtime.internal.run;

import java.sql.SQLException;

/** The rows of a query that stay open to be read bit by bit. */
public interface OpenResult extends AutoCloseable {

  /** Reads some rows. */
  <R> R read(Reader<R> reader) throws SQLException;

  @Override
  void close() throws SQLException;
}
