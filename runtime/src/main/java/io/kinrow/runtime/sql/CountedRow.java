package io.kinrow.runtime.sql;

import io.kinrow.runtime.connect.Engine;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Counts the rows that are read, for jOOQ's listeners. */
final class CountedRow extends Row {

  private int count;

  CountedRow(ResultSet result, Engine engine) {
    super(result, engine);
  }

  @Override
  public boolean next() throws SQLException {
    boolean another = super.next();
    if (another) {
      count++;
    }
    return another;
  }

  int count() {
    return count;
  }
}
