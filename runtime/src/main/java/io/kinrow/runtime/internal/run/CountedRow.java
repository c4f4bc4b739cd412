package io.kinrow.runtime.internal.run;

import io.kinrow.runtime.internal.dialect.Values;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Counts the rows that are read, for jOOQ's listeners. */
final class CountedRow extends Row {

  private int count;

  CountedRow(ResultSet result, Values values) {
    super(result, values);
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
