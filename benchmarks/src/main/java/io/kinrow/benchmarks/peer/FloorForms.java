package io.kinrow.benchmarks.peer;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Objects;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/** How hand-written JDBC writes sets of keys and times on an engine, in the fastest form. */
public enum FloorForms {
  /** A JSON array; times as text of whole milliseconds, as the file has them. */
  SQLITE("in (select value from json_each(?))", "value from json_each(?) where true") {
    @Override
    void keys(PreparedStatement statement, int at, long[] keys) throws SQLException {
      StringBuilder array = new StringBuilder("[");
      for (long key : keys) {
        array.append(array.length() == 1 ? "" : ",").append(key);
      }
      statement.setString(at, array.append(']').toString());
    }

    @Override
    @Nullable LocalDateTime time(ResultSet row, int at) throws SQLException {
      String text = row.getString(at);
      return text == null ? null : MilliText.time(text);
    }

    @Override
    void time(PreparedStatement statement, int at, LocalDateTime time) throws SQLException {
      statement.setString(at, MilliText.text(time));
    }
  },
  /** An array; the driver's own times. */
  POSTGRES("= any (?)", "unnest(?)") {
    @Override
    void keys(PreparedStatement statement, int at, long[] keys) throws SQLException {
      statement.setObject(at, keys);
    }

    @Override
    @Nullable LocalDateTime time(ResultSet row, int at) throws SQLException {
      return row.getObject(at, LocalDateTime.class);
    }

    @Override
    void time(PreparedStatement statement, int at, LocalDateTime time) throws SQLException {
      statement.setObject(at, time);
    }
  };

  private final String among;
  private final String eachKey;

  FloorForms(String among, String eachKey) {
    this.among = among;
    this.eachKey = eachKey;
  }

  /** Those of an engine. */
  public static FloorForms of(SQLDialect engine) {
    return engine == SQLDialect.SQLITE ? SQLITE : POSTGRES;
  }

  /** The time in a column that is NOT NULL. */
  LocalDateTime required(ResultSet row, int at) throws SQLException {
    return Objects.requireNonNull(time(row, at));
  }

  /** Whether one INSERT of many rows is faster than a batch. */
  boolean insertsManyRows() {
    return this == POSTGRES;
  }

  /** The condition on a column that it is one of a set of keys. */
  String among() {
    return among;
  }

  /** What to select to have a row for each of a set of keys. */
  String eachKey() {
    return eachKey;
  }

  abstract void keys(PreparedStatement statement, int at, long[] keys) throws SQLException;

  abstract @Nullable LocalDateTime time(ResultSet row, int at) throws SQLException;

  abstract void time(PreparedStatement statement, int at, LocalDateTime time) throws SQLException;
}
